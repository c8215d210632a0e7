/** What somebody who might be hired is worth: levels met at once, and what the plan costs less. */
import type { CandidateRequest } from '../../contract/plan-studies.ts';
import { USUAL_PLAN_SECONDS } from '../../contract/plans.ts';
import type { ScenarioChange } from '../../domain/scenario/scenario-changes.ts';
import { type FoundPlan, foundPlan, targetsOf } from './plan-run.ts';
import type { RunContext } from './run-work.ts';

/** As it is kept. */
export interface FoundCandidates {
  readonly without: FoundPlan | null;
  readonly candidates: readonly {
    readonly name: string;
    readonly skills: readonly string[];
    readonly levelsGained: readonly { readonly competency: string; readonly level: string }[];
    readonly found: FoundPlan;
  }[];
}

/** The person as plans name him or her. */
export function candidateId(place: number): string {
  return `joins:candidate-${place + 1}`;
}

export async function candidatesFound(context: RunContext): Promise<FoundCandidates> {
  const { question, candidates, seconds } = context.run.request as CandidateRequest;
  const changes = question.changes ?? [];
  const total = candidates.length + 1;
  const plan = async (supposed: readonly ScenarioChange[]): Promise<FoundPlan> => {
    const asked = { question: targetsOf(question), seconds: seconds ?? USUAL_PLAN_SECONDS };
    return foundPlan(await context.plan(supposed, asked));
  };
  const before = await context.standing(changes);
  const met = new Set(before.met.map(({ competency, level }) => `${competency} ${level}`));
  let found: FoundCandidates = { without: await plan(changes), candidates: [] };
  await context.partial(1, total, found);
  for (const [place, { name, skills }] of candidates.entries()) {
    if (context.isStopped()) return found;
    const joins: ScenarioChange = {
      kind: 'joins',
      person: candidateId(place),
      name,
      skills: skills.map((skill) => ({ skill })),
    };
    const supposed = [...changes, joins];
    const after = await context.standing(supposed);
    const levelsGained = after.met
      .filter(({ competency, level }) => !met.has(`${competency} ${level}`))
      .map(({ competency, level }) => ({ competency, level }));
    const worth = { name, skills, levelsGained, found: await plan(supposed) };
    found = { ...found, candidates: [...found.candidates, worth] };
    await context.partial(place + 2, total, found);
  }
  return found;
}
