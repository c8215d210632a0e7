/** Sharing limits by trying everything: every set of options, every alternative, every team. Slow and plain. */
import type {
  PeopleRequirement,
  Predicate,
  Requirement,
  SharingLimit,
} from '../../../src/domain/catalogue/catalogue.ts';

export type Held = readonly string[];

/** One option at one level: the people requirements of its alternatives. */
export interface NaiveOption {
  readonly competency: string;
  readonly level: string;
  readonly rank: number;
  readonly alternatives: readonly (readonly PeopleRequirement[])[];
  /** What the company brings besides people. */
  readonly company: 'met' | 'unmet' | 'unknown';
}

function satisfies(predicate: Predicate, held: Held): boolean {
  if (predicate.kind === 'holds') return held.includes(predicate.skill);
  const each = predicate.of.map((child) => satisfies(child, held));
  return predicate.kind === 'all-of' ? each.every(Boolean) : each.some(Boolean);
}

export function alternativesOf(requirement: Requirement): readonly (readonly PeopleRequirement[])[] {
  switch (requirement.kind) {
    case 'people':
      return [[requirement]];
    case 'all-of':
      return requirement.of
        .map(alternativesOf)
        .reduce<readonly (readonly PeopleRequirement[])[]>(
          (before, ways) => before.flatMap((chosen) => ways.map((way) => [...chosen, ...way])),
          [[]],
        );
    case 'any-of':
      return requirement.of.flatMap(alternativesOf);
    default:
      return [[]];
  }
}

function teams(from: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return from.flatMap((first, index) =>
    teams(from.slice(index + 1), size - 1).map((rest) => [first, ...rest]),
  );
}

export interface Use {
  readonly person: number;
  readonly competency: string;
  readonly level: string;
  readonly group: string | null;
}

function looksAt(limit: SharingLimit, { competency, level, group }: Omit<Use, 'person'>): boolean {
  if (limit.exempt.includes(competency)) return false;
  if (limit.levels !== null && !limit.levels.includes(level)) return false;
  return limit.groups === null || (group !== null && limit.groups.includes(group));
}

export function isAllowed(uses: readonly Use[], limits: readonly SharingLimit[]): boolean {
  return limits.every((limit) => {
    const counted = uses.filter((use) => looksAt(limit, use));
    return [...new Set(counted.map(({ person }) => person))].every((person) => {
      const own = counted.filter((use) => use.person === person);
      return limit.kind === 'at-most'
        ? new Set(own.map(({ competency }) => competency)).size <= limit.atMost
        : new Set(own.map(({ group }) => group)).size <= 1;
    });
  });
}

function keyOf({ person, competency, level, group }: Use): string {
  return `${person} ${competency} ${level} ${group}`;
}

/** What is used, with people who hold the same told apart by their uses alone. */
function stateOf(uses: readonly Use[], people: readonly Held[]): string {
  const byPerson = people.map((held, person) => {
    const own = uses.filter((use) => use.person === person).map((use) => keyOf({ ...use, person: 0 }));
    return `${[...held].sort().join()}: ${own.sort().join()}`;
  });
  return byPerson.sort().join('; ');
}

/** Every way to seat one option on top of the uses that there are, told apart by what the limits look at. */
function seatings(
  { competency, level, alternatives }: NaiveOption,
  people: readonly Held[],
  limits: readonly SharingLimit[],
  before: readonly Use[],
): ReadonlyMap<string, readonly Use[]> {
  const everybody = people.map((_, index) => index);
  const found = new Map<string, readonly Use[]>();

  function seat(
    leaves: readonly PeopleRequirement[],
    distinct: readonly number[],
    uses: readonly Use[],
  ): void {
    const [leaf, ...rest] = leaves;
    if (leaf === undefined) {
      found.set(stateOf(uses, people), uses);
      return;
    }
    const shares = leaf.overlap === 'allowed';
    const free = shares ? everybody : everybody.filter((person) => !distinct.includes(person));
    const able = free.filter((person) => satisfies(leaf.holds, people[person]!));
    for (const team of teams(able, leaf.count)) {
      const enough = leaf.ofWhich.every(
        ({ count, alsoHolds }) =>
          team.filter((person) => satisfies(alsoHolds, people[person]!)).length >= count,
      );
      const further = team
        .map((person): Use => ({ person, competency, level, group: leaf.group }))
        .filter((use) => limits.some((limit) => looksAt(limit, use)))
        .filter((use) => !uses.some((known) => keyOf(known) === keyOf(use)));
      if (!enough || !isAllowed([...uses, ...further], limits)) continue;
      seat(rest, shares ? distinct : [...distinct, ...team], [...uses, ...further]);
    }
  }

  for (const way of alternatives) seat(way, [], before);
  return found;
}

/** Whether all options can have their teams at once. */
function fitTogether(
  options: readonly NaiveOption[],
  people: readonly Held[],
  limits: readonly SharingLimit[],
): boolean {
  let states: ReadonlyMap<string, readonly Use[]> = new Map([['', []]]);
  for (const option of options) {
    const next = new Map<string, readonly Use[]>();
    for (const uses of states.values()) {
      for (const [key, more] of seatings(option, people, limits, uses)) next.set(key, more);
    }
    states = next;
  }
  return states.size > 0;
}

function worth(
  options: readonly NaiveOption[],
  chosen: ReadonlySet<number>,
  order: readonly number[],
): number[] {
  const ranks = [...new Set(options.map(({ rank }) => rank))].sort((left, right) => right - left);
  const highest = new Map<string, number>();
  for (const index of chosen) {
    const { competency, rank } = options[index]!;
    highest.set(competency, Math.max(rank, highest.get(competency) ?? -1));
  }
  return [
    ...ranks.map((rank) => [...highest.values()].filter((one) => one === rank).length),
    ...ranks.map((rank) => [...chosen].filter((index) => options[index]!.rank === rank).length),
    ...order.map((index) => (chosen.has(index) ? 1 : 0)),
  ];
}

function compare(left: readonly number[], right: readonly number[]): number {
  for (let index = 0; index < left.length; index++) {
    if (left[index] !== right[index]) return left[index]! - right[index]!;
  }
  return 0;
}

/** The best set among the options that the company may have. */
function bestSet(
  options: readonly NaiveOption[],
  available: readonly number[],
  people: readonly Held[],
  limits: readonly SharingLimit[],
): ReadonlySet<number> {
  const order = options
    .map((_, index) => index)
    .sort((left, right) => options[right]!.rank - options[left]!.rank || left - right);
  const sets = Array.from(
    { length: 1 << available.length },
    (_, bits) => new Set(available.filter((_one, bit) => bits & (1 << bit))),
  );
  const ranked = sets
    .map((set) => ({ set, worth: worth(options, set, order) }))
    .sort((left, right) => compare(right.worth, left.worth));
  return ranked.find(({ set }) =>
    fitTogether(
      [...set].map((index) => options[index]!),
      people,
      limits,
    ),
  )!.set;
}

export interface NaiveAnswer {
  readonly outcome: 'met' | 'unmet' | 'undetermined';
  readonly shortfall: number;
}

/** `everything` are the skills of somebody who holds all there is. */
export function naiveAnswers(
  options: readonly NaiveOption[],
  people: readonly Held[],
  limits: readonly SharingLimit[],
  everything: Held,
): readonly NaiveAnswer[] {
  const known = options.flatMap(({ company }, index) => (company === 'met' ? [index] : []));
  const unknown = options.flatMap(({ company }, index) => (company === 'unknown' ? [index] : []));
  const cases = Array.from({ length: 1 << unknown.length }, (_, bits) =>
    bestSet(options, [...known, ...unknown.filter((_one, bit) => bits & (1 << bit))], people, limits),
  );
  const base = cases[0]!;
  return options.map((option, index) => {
    const times = cases.filter((set) => set.has(index)).length;
    const outcome = times === cases.length ? 'met' : times === 0 ? 'unmet' : 'undetermined';
    const chosen = [...base].map((one) => options[one]!);
    let shortfall = 0;
    if (!base.has(index)) {
      const withFurther = () => [...people, ...Array.from({ length: shortfall }, () => everything)];
      while (!fitTogether([...chosen, option], withFurther(), limits)) shortfall++;
    }
    return { outcome, shortfall };
  });
}
