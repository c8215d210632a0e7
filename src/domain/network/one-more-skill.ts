/**
 * Which single skills would bring or keep levels of a company: had one of its people this skill too, and were all else
 * as it is, the level would be met. Every skill is tried on the facts; nothing is estimated from what is missing.
 */
import type { Programme, SkillId } from '../catalogue/catalogue.ts';
import { evaluateWithVerdicts, isFailure } from '../evaluation/evaluate.ts';
import type { OptionResult } from '../evaluation/evaluation-result.ts';
import { type ExplainedAnswer, singleActions } from '../explanation/single-actions.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { NamedLevel } from '../membership/level-differences.ts';
import type { LifecycleState } from '../membership/lifecycle.ts';
import { withFiguresHeld } from '../scenario/held-figures.ts';
import { type Day, formatDay } from '../time/day.ts';

/** A skill, and the levels for each of which one more person with it is enough. */
export interface SkillForLevels {
  readonly skill: SkillId;
  readonly levels: readonly NamedLevel[];
}

export interface OneMoreSkill {
  readonly skills: readonly SkillForLevels[];
  /** `false`: the company is so large, or its options so entangled, that not everything was tried. */
  readonly complete: boolean;
}

/** A level that has been begun or is held, with the first day on which it is lost by what is known. */
export interface LevelToTry extends NamedLevel {
  readonly state: LifecycleState;
  readonly lostOn: Day | null;
}

export interface CompanyToTry {
  readonly facts: FactsDocument;
  readonly programme: Programme;
  readonly day: Day;
  /** Of the day, with reasons. */
  readonly answer: ExplainedAnswer;
  readonly levels: readonly LevelToTry[];
}

type Asked = Omit<CompanyToTry, 'levels'>;

/** Other levels are met, or held whatever their requirements say. */
const OPEN: ReadonlySet<LifecycleState> = new Set<LifecycleState>([
  'started',
  'at-risk',
  'in-grace',
  'lapsed',
]);

/** Where fewer or more than one person is missing no single skill can help; points and shared people are counted otherwise. */
function mayHelp({ outcome, shortfall, score }: OptionResult, { sharingLimits }: Programme): boolean {
  return outcome !== 'met' && (shortfall.people === 1 || score !== null || sharingLimits.length > 0);
}

function skillsFor(asked: Asked, { competency, level }: NamedLevel) {
  const { facts, programme, day, answer } = asked;
  const own = answer.competencies.filter((each) => each.competency === competency && each.level === level);
  const skills = new Set<SkillId>();
  let complete = true;
  if (own.some(({ outcome }) => outcome === 'met')) return { skills, complete };
  for (const option of own) {
    if (!mayHelp(option, programme)) continue;
    const asOf = { validAt: formatDay(day), knownAt: null };
    const found = singleActions(facts, programme, asOf, option, answer);
    complete &&= found.complete;
    for (const action of found.actions) if (action.kind === 'obtain') skills.add(action.skill);
  }
  return { skills, complete };
}

/** The company as it will stand on a later day by what is known; figures are held at what they are today. */
function onDay({ facts, programme, day }: Asked, later: Day): Asked | null {
  const metrics = (facts.metrics ?? []).length > 0;
  const held = metrics ? withFiguresHeld({ facts, programme }, day, later) : { facts, programme };
  const asOf = { validAt: formatDay(later), knownAt: null };
  const answer = evaluateWithVerdicts(held.facts, held.programme, asOf, {}, null);
  if (isFailure(answer)) return null;
  const { result, verdicts } = answer;
  return { ...held, day: later, answer: { competencies: result.competencies, verdicts } };
}

/**
 * Levels that are met and not about to end are left out, and so are those towards which nothing has been achieved.
 * @param pause awaited between levels: in a large company each takes a moment
 */
export async function oneMoreSkill(
  company: CompanyToTry,
  pause: () => Promise<unknown>,
): Promise<OneMoreSkill> {
  const { levels, day } = company;
  const later = new Map<Day, Asked | null>();
  const askedOn = (on: Day): Asked | null => {
    if (!later.has(on)) later.set(on, onDay(company, on));
    return later.get(on)!;
  };
  const bySkill = new Map<SkillId, NamedLevel[]>();
  let complete = true;
  for (const { competency, level, state, lostOn } of levels) {
    if (!OPEN.has(state)) continue;
    const ending = state === 'at-risk' && lostOn !== null && lostOn > day;
    const asked = ending ? askedOn(lostOn) : company;
    if (asked === null) continue;
    const found = skillsFor(asked, { competency, level });
    complete &&= found.complete;
    for (const skill of found.skills) {
      bySkill.set(skill, [...(bySkill.get(skill) ?? []), { competency, level }]);
    }
    await pause();
  }
  return { skills: [...bySkill].map(([skill, named]) => ({ skill, levels: named })), complete };
}
