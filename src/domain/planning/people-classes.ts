/** People whom a plan cannot tell apart: they have the same abilities and can learn the same at the same cost. */
import type { SkillId } from '../catalogue/catalogue.ts';
import { skillsOf } from '../evaluation/compile-predicates.ts';
import type { CompiledPredicate, CompiledProgramme } from '../evaluation/compiled-programme.ts';
import { COUNTS, judgeAssociations } from '../evaluation/judge-record.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { type BitSet, bit } from './abilities.ts';
import { employedUsers, heldOn } from './held-skills-by-day.ts';
import { Learners } from './learners.ts';
import type { MoneyUnits } from './money-units.ts';
import type { PersonWishes, PlanQuestion } from './plan-question.ts';
import type { Learner } from './training-bundles.ts';

export interface PeopleClass {
  /** Persons under whom the actions are recorded, by ascending id. */
  readonly people: readonly number[];
  readonly learner: Learner;
  /** Abilities held without learning anything. */
  readonly held: BitSet;
  /** False for people whom the plan must leave as they are. */
  readonly trained: boolean;
  /** Skill bits that would be renewals. */
  readonly renewals: BitSet;
  /** With which each attempt succeeds: 1 unless a confidence is asked for. */
  readonly chance: number;
}

/** The skills that a plan looks at, as bits in the order of their ids. */
export interface PlannedSkills {
  readonly ids: readonly SkillId[];
  /** Number in the compiled programme → bit. */
  readonly bitOf: ReadonlyMap<number, number>;
}

const NO_WISHES: PersonWishes = { maxHours: null, exclude: false, successProbability: null };

/** The named skills with all that must be held before them. */
export function plannedSkills(
  { skills, skillNumbers }: CompiledProgramme,
  predicates: readonly CompiledPredicate[],
): PlannedSkills {
  const numbers = new Set<number>();
  const add = (skill: number) => {
    if (numbers.has(skill)) return;
    numbers.add(skill);
    for (const id of skills[skill]!.prerequisites) add(skillNumbers.get(id)!);
  };
  for (const predicate of predicates) for (const skill of skillsOf(predicate)) add(skill);
  const sorted = [...numbers].sort((left, right) => (skills[left]!.id < skills[right]!.id ? -1 : 1));
  return {
    ids: sorted.map((skill) => skills[skill]!.id),
    bitOf: new Map(sorted.map((skill, place) => [skill, place])),
  };
}

/** What the classes are made from. */
export interface ClassMaking {
  readonly compiled: CompiledProgramme;
  readonly facts: FactsTable;
  readonly question: PlanQuestion;
  /** What each ability asks for. */
  readonly predicates: readonly CompiledPredicate[];
  readonly planned: PlannedSkills;
  readonly units: MoneyUnits;
  /** Retired skills are planned all the same: to find out whether they are what is missing. */
  readonly withRetired: boolean;
  /** Nobody's hours are limited: to find out whether the limits are what is missing. */
  readonly withoutHours: boolean;
  /** Whether attempts may fail. */
  readonly withChances: boolean;
}

/** Everybody employed on the day who has an ability, or may learn one. */
export function peopleClasses(making: ClassMaking): readonly PeopleClass[] {
  const { compiled, facts, question, planned, withoutHours, withChances } = making;
  const relevant = new Set(planned.bitOf.keys());
  const learners = new Learners(making);
  const classes = new Map<string, { people: number[]; make: () => Omit<PeopleClass, 'people'> }>();
  for (let person = 0; person < facts.personCount; person++) {
    if (facts.individualOf !== null && facts.individualOf[person] !== person) continue;
    const users = employedUsers(facts, compiled, person);
    if (users.length === 0) continue;
    const wishesOf = (user: number) => question.people.get(facts.people[user]!.id) ?? NO_WISHES;
    const chanceOf = (wishes: PersonWishes) =>
      withChances ? (wishes.successProbability ?? question.successProbability) : 1;
    const trainee = users.find(
      (user) =>
        !wishesOf(user).exclude &&
        chanceOf(wishesOf(user)) > 0 &&
        (facts.namesAssociations[user] !== 1 ||
          judgeAssociations(facts, compiled.day, user, null) === COUNTS),
    );
    const wishes = trainee === undefined ? NO_WISHES : wishesOf(trainee);
    const limit = withoutHours ? null : wishes.maxHours;
    const maxHours = limit === null ? null : making.units.wholeHours(limit);
    const chance = chanceOf(wishes);
    const barred = [...(wishes.barred ?? [])].sort();
    const holding = heldOn(facts, compiled, person, relevant);
    if (trainee === undefined && holding.held.size === 0) continue;
    const key = JSON.stringify([
      [...holding.held].sort((left, right) => left - right),
      trainee === undefined ? null : [...holding.expired].sort((left, right) => left - right),
      maxHours,
      chance,
      barred,
    ]);
    const known = classes.get(key);
    if (known !== undefined) {
      known.people.push(trainee ?? users[0]!);
      continue;
    }
    const make = () => {
      const learner = learners.of(holding, { trained: trainee !== undefined, maxHours, chance, barred });
      const held = learner.abilitiesWith(0n);
      const renewals = [...holding.expired].reduce((all, skill) => all | bit(planned.bitOf.get(skill)!), 0n);
      return { learner, held, trained: trainee !== undefined, renewals, chance };
    };
    classes.set(key, { people: [trainee ?? users[0]!], make });
  }
  const id = (person: number) => facts.people[person]!.id;
  const made = [...classes.values()].map(({ people, make }) => ({
    people: people.sort((left, right) => (id(left) < id(right) ? -1 : 1)),
    ...make(),
  }));
  // The order of the facts does not matter.
  return made
    .filter(({ held, trained }) => held !== 0n || trained)
    .sort((left, right) => (id(left.people[0]!) < id(right.people[0]!) ? -1 : 1));
}
