/**
 * How likely a plan is to meet the targets when not every attempt succeeds: each action of a person succeeds or fails for
 * itself, with the probability of that person. Nothing is sampled: the outcomes of one person after the other are put
 * together, and those that no target can tell apart are one.
 */
import { type BitSet, bit, contains, members } from './abilities.ts';
import type { PeopleClass } from './people-classes.ts';
import type { PlanColumn } from './plan-columns.ts';
import type { PlanTime } from './plan-time.ts';

/** What somebody of a class has learned in the end, and can do then. */
export interface Learned {
  readonly of: number;
  /** Without what could not be begun because something before it failed. */
  readonly learned: BitSet;
  readonly abilities: BitSet;
}

/** What makes teams different, and which of them hold. A team is told by so many people in each of its places. */
export interface TeamCheck {
  /** Where such a person is counted. */
  places(person: Learned): readonly number[];
  /** More people than this make no difference. */
  most(place: number): number;
  /** `null` when that was not found out. */
  holds(team: readonly number[]): boolean | null;
}

/** The probability lies between these two, which are the same unless there are too many outcomes. */
export interface Chance {
  readonly least: number;
  readonly most: number;
}

/** Sums of probabilities are inexact from here on. */
export const INEXACT = 1e-9;

/** So many skills of one person, or groups that matter only together, are tried out in all their outcomes. */
const MOST_PARTS = 14;

/** So many different teams are kept, the likeliest; the others may hold or not. */
const MOST_TEAMS = 5000;

/** The people of one column: what comes of each of them, and how likely that is. */
interface Group {
  readonly people: number;
  readonly outcomes: readonly {
    readonly abilities: BitSet;
    readonly places: readonly number[];
    readonly chance: number;
  }[];
}

interface Team {
  readonly counts: readonly number[];
  chance: number;
}

/** All teams that can come of a plan. */
export interface Teams {
  readonly teams: readonly Team[];
  /** How likely it is that the team is none of these. */
  readonly open: number;
}

/** The skills in groups: of each group either all or none are part of a set, so that it matters only whether all succeed. */
function partsOf(skills: BitSet, sets: readonly BitSet[]): readonly BitSet[] {
  const parts = new Map<string, BitSet>();
  for (const skill of members(skills)) {
    const serves = sets.flatMap((set, place) => ((set & bit(skill)) === 0n ? [] : [place])).join();
    parts.set(serves, (parts.get(serves) ?? 0n) | bit(skill));
  }
  return [...parts.values()];
}

export class TeamChances {
  private readonly classes: readonly PeopleClass[];
  private readonly check: TeamCheck;
  private readonly time: Pick<PlanTime, 'isOver'>;
  private readonly outcomes = new Map<string, Group['outcomes']>();
  private readonly known = new Map<string, boolean | null>();

  constructor(classes: readonly PeopleClass[], check: TeamCheck, time: Pick<PlanTime, 'isOver'>) {
    this.classes = classes;
    this.check = check;
    this.time = time;
  }

  /** @param values how many people learn each column */
  of(columns: readonly PlanColumn[], values: readonly number[]): Chance {
    return this.chanceOf(this.teamsOf(columns, values));
  }

  teamsOf(columns: readonly PlanColumn[], values: readonly number[]): Teams {
    const { classes } = this;
    const idle = classes.map(({ people }) => people.length);
    const groups = columns.flatMap(({ of, bundle }, index): readonly Group[] => {
      const people = values[index]!;
      idle[of]! -= people;
      return people === 0 ? [] : [{ people, outcomes: this.outcomesOf(of, bundle.skills) }];
    });
    const start = this.placesOfIdle(idle);
    const named = groups.flatMap(({ outcomes }) => outcomes.flatMap(({ places }) => places));
    const length = named.reduce((all, place) => Math.max(all, place + 1), start.length);
    const counts = Array.from({ length }, (_, place) => start[place] ?? 0);
    return this.withAll({ teams: [{ counts, chance: 1 }], open: 0 }, groups);
  }

  /** The only team there is when so many people of each class learn nothing, and nobody else is there. */
  teamsOfIdle(idle: readonly number[]): Teams {
    const counts = Array.from(this.placesOfIdle(idle), (count) => count ?? 0);
    return { teams: [{ counts, chance: 1 }], open: 0 };
  }

  private placesOfIdle(idle: readonly number[]): (number | undefined)[] {
    const { classes, check } = this;
    const start: number[] = [];
    classes.forEach(({ held: abilities }, of) => {
      for (const place of check.places({ of, learned: 0n, abilities })) {
        start[place] = Math.min((start[place] ?? 0) + idle[of]!, check.most(place));
      }
    });
    return start;
  }

  /** The teams when somebody comes to them who learns these skills. */
  withPerson({ teams, open }: Teams, of: number, skills: BitSet): Teams {
    return this.withAll({ teams, open }, [{ people: 1, outcomes: this.outcomesOf(of, skills) }]);
  }

  /** What comes of one person of a class who tries to learn these skills. */
  private outcomesOf(of: number, skills: BitSet): Group['outcomes'] {
    const key = `${of}:${skills}`;
    const known = this.outcomes.get(key);
    if (known !== undefined) return known;
    const { learner, chance } = this.classes[of]!;
    const sets = [...new Set(learner.setsFor.flat())];
    const tried = partsOf(skills, sets);
    const chances = new Map<BitSet, number>();
    const search = (next: number, passed: BitSet, sofar: number): void => {
      if (sofar === 0) return;
      if (next < tried.length) {
        const part = tried[next]!;
        const likely = chance ** members(part).length;
        search(next + 1, passed | part, sofar * likely);
        search(next + 1, passed, sofar * (1 - likely));
        return;
      }
      const learned = sets.reduce((all, set) => (contains(passed, set) ? all | set : all), 0n);
      chances.set(learned, (chances.get(learned) ?? 0) + sofar);
    };
    // Of more skills than can be tried out, all must succeed: that is no likelier than what is true.
    if (tried.length <= MOST_PARTS) search(0, 0n, 1);
    else chances.set(skills, chance ** members(skills).length);
    const found = new Map<string, { abilities: BitSet; places: readonly number[]; chance: number }>();
    for (const [learned, likely] of chances) {
      const abilities = learner.abilitiesWith(learned);
      const places = this.check.places({ of, learned, abilities });
      const alike = found.get(places.join());
      if (alike === undefined) found.set(places.join(), { abilities, places, chance: likely });
      else alike.chance += likely;
    }
    const outcomes = [...found.values()];
    this.outcomes.set(key, outcomes);
    return outcomes;
  }

  private withAll(first: Teams, groups: readonly Group[]): Teams {
    let { teams, open } = first;
    for (const { people, outcomes } of groups) {
      const told = outcomes.reduce((sum, { chance }) => sum + chance, 0);
      for (let person = 0; person < people; person++) {
        if (this.time.isOver) return { teams: [], open: 1 };
        open += teams.reduce((sum, { chance }) => sum + chance * (1 - told), 0);
        teams = this.withOneMore(teams, outcomes);
        if (teams.length <= MOST_TEAMS) continue;
        const sorted = [...teams].sort((one, other) => other.chance - one.chance);
        open += sorted.slice(MOST_TEAMS).reduce((sum, { chance }) => sum + chance, 0);
        teams = sorted.slice(0, MOST_TEAMS);
      }
    }
    return { teams, open: Math.max(0, open) };
  }

  /** Where people are counted for all they can do: the teams when one who was idle learns a bundle. */
  withLearner({ teams, open }: Teams, { of, bundle }: PlanColumn): Teams {
    return { teams: this.withOneMore(teams, this.gainsOf(of, bundle.skills)), open };
  }

  /** How likely somebody who learns a bundle comes to have one of these abilities; never less than what is true. */
  likelihood({ of, bundle }: PlanColumn, anyOf: BitSet): number {
    const outcomes = this.outcomesOf(of, bundle.skills);
    const without = outcomes.reduce(
      (sum, { abilities, chance }) => (abilities & anyOf ? sum : sum + chance),
      0,
    );
    // What was not tried out may succeed.
    return 1 - without;
  }

  /** What is the same for columns that make the same difference. */
  differenceOf({ of, bundle }: PlanColumn): string {
    return JSON.stringify(this.gainsOf(of, bundle.skills).map(({ places, chance }) => [places, chance]));
  }

  private gainsOf(of: number, skills: BitSet): Group['outcomes'] {
    const { held: abilities } = this.classes[of]!;
    const before = this.check.places({ of, learned: 0n, abilities });
    return this.outcomesOf(of, skills).map(({ abilities: after, places, chance }) => ({
      abilities: after,
      places: places.filter((place) => !before.includes(place)),
      chance,
    }));
  }

  chanceOf({ teams, open: untold }: Teams): Chance {
    let open = untold;
    let least = 0;
    for (const { counts, chance } of teams) {
      const holds = this.holds(counts);
      if (holds === null) open += chance;
      else if (holds) least += chance;
    }
    return { least, most: least + open };
  }

  private withOneMore(teams: readonly Team[], outcomes: Group['outcomes']): readonly Team[] {
    const found = new Map<string, Team>();
    for (const { counts, chance } of teams) {
      for (const outcome of outcomes) {
        const after = [...counts];
        for (const place of outcome.places) {
          while (after.length < place) after.push(0);
          after[place] = Math.min((after[place] ?? 0) + 1, this.check.most(place));
        }
        const key = after.join();
        const alike = found.get(key);
        if (alike === undefined) found.set(key, { counts: after, chance: chance * outcome.chance });
        else alike.chance += chance * outcome.chance;
      }
    }
    return [...found.values()];
  }

  private holds(team: readonly number[]): boolean | null {
    const key = team.join();
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const holds = this.check.holds(team);
    this.known.set(key, holds);
    return holds;
  }
}
