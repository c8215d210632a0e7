/** What plans and studies tell alike: how far they are, of what they were made, and the names of what they mention. */
import type { PersonRef } from '../../contract/explanation.ts';
import type { PlanQuestionView, PlanResultView, RunFailure, RunProgress } from '../../contract/plans.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { Plan } from '../../domain/planning/plan-result.ts';
import type { ScenarioChange } from '../../domain/scenario/scenario-changes.ts';
import type { PlannerRun } from '../../store/planner-runs-store.ts';
import { type Directory, personRef } from '../shared/person-refs.ts';
import type { FoundPlan } from './plan-run.ts';

/** The money of plans that name none. */
const USUAL_CURRENCY = 'EUR';

/** What a reader is told with: names, where he or she may see them, and how things are today. */
export interface RunReader {
  readonly programme: Programme;
  readonly directory: Directory;
  readonly mayNames: boolean;
  /** The version of the company's facts today. */
  readonly factsVersion: number;
}

export function runFields({ state, progress, failure }: PlannerRun) {
  return {
    state,
    progress: state === 'queued' || state === 'running' ? (progress as RunProgress | null) : null,
    failure: failure as RunFailure | null,
  };
}

export function creatorName({ createdBy }: Pick<PlannerRun, 'createdBy'>, reader: RunReader): string | null {
  return actorName(createdBy, reader);
}

/** Of a person of the company; `null` of machines, of people of the network, and without the right to names. */
export function actorName(actor: string, { directory, mayNames }: RunReader): string | null {
  if (!mayNames || !actor.startsWith('user:')) return null;
  const user = directory.get(actor.slice('user:'.length));
  return user === undefined ? null : `${user.firstName} ${user.lastName}`.trim();
}

/** Whom and what an answer mentions; people who are only supposed have the names that were given to them. */
export class Mentions {
  private readonly people = new Set<string>();
  private readonly skills = new Set<string>();
  private readonly supposed = new Map<string, string>();

  person(...ids: readonly string[]): void {
    for (const id of ids) this.people.add(id);
  }

  skill(...ids: readonly string[]): void {
    for (const id of ids) this.skills.add(id);
  }

  joining(id: string, name: string): void {
    this.supposed.set(id, name);
    this.people.add(id);
  }

  changes(changes: readonly ScenarioChange[]): void {
    for (const change of changes) {
      if (change.kind === 'joins') {
        this.joining(change.person, change.name);
        this.skill(...change.skills.map(({ skill }) => skill));
      } else if (change.kind === 'leaves' || change.kind === 'passes') this.person(change.person);
      if (change.kind === 'passes' || change.kind === 'skill-retires') this.skill(change.skill);
    }
  }

  question({ people = {}, changes = [] }: Pick<PlanQuestionView, 'people' | 'changes'>): void {
    this.changes(changes);
    for (const [id, { pinned = [], barred = [] }] of Object.entries(people)) {
      this.person(id);
      this.skill(...pinned, ...barred);
    }
  }

  plan({ actions, reason, conditions }: Plan): void {
    for (const { person, skill } of actions) {
      this.person(person);
      this.skill(skill);
    }
    const requirements = [reason, ...(reason?.options ?? []), ...conditions].map((each) => each?.requirement);
    for (const requirement of requirements) {
      if (requirement != null && 'skills' in requirement) this.skill(...requirement.skills);
    }
    for (const obstacle of [reason, ...(reason?.options ?? [])]) this.skill(...(obstacle?.skills ?? []));
  }

  namedPeople({ directory, mayNames }: RunReader): Record<string, PersonRef> {
    return Object.fromEntries(
      [...this.people].map((id) => {
        const name = this.supposed.get(id);
        const ref = personRef(directory, id, mayNames);
        return [
          id,
          name === undefined ? ref : { ...ref, label: name, initials: name.slice(0, 2).toUpperCase() },
        ];
      }),
    );
  }

  /** @param programmes of which the first that knows a skill names it */
  namedSkills(programmes: readonly Programme[]): Record<string, NamedSkill> {
    return Object.fromEntries([...this.skills].map((id) => [id, skillNamed(programmes, id)]));
  }
}

export interface NamedSkill {
  readonly title: string;
  readonly kind: string;
  readonly code: string;
}

/** What the first programme that knows a skill says of it, or as much as its id says. */
export function skillNamed(programmes: readonly Programme[], id: string): NamedSkill {
  for (const { skills, aliases } of programmes) {
    const known = skills.get(aliases.get(id) ?? id);
    if (known !== undefined) return { title: known.title, kind: known.kind, code: known.code };
  }
  return { title: id, kind: 'external', code: id.slice(id.indexOf(':') + 1) };
}

export function madeOf(run: PlannerRun, currency: string | undefined, mentions: Mentions, reader: RunReader) {
  const { programme, factsVersion } = reader;
  const { id, name, version } = programme;
  const made = run.catalogueVersion !== null;
  return {
    programme: { id, name },
    catalogueVersion: run.catalogueVersion ?? version,
    asOf: { validAt: run.asOf, knownAt: run.knownAt },
    factsVersion: run.factsVersion ?? factsVersion,
    outdated: made && (run.catalogueVersion !== version || run.factsVersion !== factsVersion),
    currency: currency ?? USUAL_CURRENCY,
    people: mentions.namedPeople(reader),
    skills: mentions.namedSkills([programme]),
  };
}

function isPinned({ people = {} }: Pick<PlanQuestionView, 'people'>, { aliases }: Programme) {
  const canonical = (skill: string) => aliases.get(skill) ?? skill;
  return (person: string, skill: string) =>
    people[person]?.pinned?.some((pinned) => canonical(pinned) === skill) ?? false;
}

/** A plan as it is told; the schema names its fields one by one. */
export function resultView(
  { plan, reasons, warnings }: FoundPlan,
  question: Pick<PlanQuestionView, 'people'>,
  programme: Programme,
): PlanResultView {
  const pinned = isPinned(question, programme);
  // What was kept is data that the schema describes, in lists that are not written to.
  const { reason, conditions, ...rest } = structuredClone(plan) as unknown as Omit<
    PlanResultView,
    'warnings'
  >;
  return {
    ...rest,
    chance: plan.chance ?? null,
    actions: plan.actions.map(({ person, skill, cost, hours, renewal = false }, index) => ({
      person,
      skill,
      cost,
      hours,
      renewal,
      pinned: pinned(person, skill),
      serves: [...(reasons[index]?.serves ?? [])],
      with: [...(reasons[index]?.with ?? [])],
      nextBest: null,
    })),
    conditions,
    reason,
    warnings: warnings.map((warning) => ({
      code: warning.code,
      about: aboutOf(warning),
    })),
  };
}

function aboutOf(warning: FoundPlan['warnings'][number]): string | null {
  switch (warning.code) {
    case 'unknown-field':
      return warning.field;
    case 'unknown-skill':
      return warning.skill;
    case 'unknown-person':
      return warning.person;
    default:
      return null;
  }
}
