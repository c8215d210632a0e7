/** Which teams meet the targets, whoever leaves; teams are told apart only by what the targets can tell apart. */
import { type BitSet, members } from './abilities.ts';
import { losingDeparture } from './departure-cuts.ts';
import { type PeopleClass, plannedSkills } from './people-classes.ts';
import { countsOf } from './plan-columns.ts';
import type { Situation } from './plan-situation.ts';
import type { TeamCheck } from './team-chances.ts';
import type { CountBound, Way } from './ways-to-meet.ts';

type Targets = readonly (readonly Way[])[];

/**
 * By the counts alone: exact where nobody may leave, or each target can be met in one way only. Else teams that hold only
 * across their ways are taken not to.
 */
export function checkByCounts(targets: Targets, survive: number): TeamCheck {
  const bounds = targets.flat().flatMap((way) => way.bounds);
  const sets = [...new Set(bounds.map(({ anyOf }) => anyOf))];
  const placeOf = new Map<BitSet, number>(sets.map((anyOf, place) => [anyOf, place]));
  const mosts = sets.map((set) =>
    bounds
      .filter(({ anyOf }) => anyOf === set)
      .reduce((all, { least, most }) => Math.max(all, least + survive, most === null ? 0 : most + 1), 0),
  );
  const countsFor = countsOf(targets);
  const isKept = (team: readonly number[], { anyOf, least, most }: CountBound) => {
    const count = team[placeOf.get(anyOf)!] ?? 0;
    return count >= (least === 0 ? 0 : least + survive) && (most === null || count <= most);
  };
  return {
    places: ({ abilities }) => members(countsFor(abilities)),
    most: (place) => mosts[place]!,
    holds: (team) =>
      targets.every((ways) => ways.some((way) => way.bounds.every((bound) => isKept(team, bound)))),
  };
}

/** By who would leave: a level may also be kept across its ways. */
function checkByDepartures(targets: Targets, survive: number): TeamCheck {
  const countsFor = countsOf(targets);
  const placeOf = new Map<BitSet, number>();
  const abilitiesAt: BitSet[] = [];
  return {
    places: ({ abilities }) => {
      const counts = countsFor(abilities);
      if (counts === 0n) return [];
      const place = placeOf.get(counts) ?? abilitiesAt.push(abilities) - 1;
      placeOf.set(counts, place);
      return [place];
    },
    most: () => Number.POSITIVE_INFINITY,
    holds: (team) => {
      const people = new Map(team.map((count, place) => [abilitiesAt[place]!, count]));
      return targets.every((ways) => losingDeparture(ways, people, survive) === null);
    },
  };
}

/** So many teams are shown to the rules. */
const MOST_JUDGED = 2000;

/** By the rules themselves, where sharing limits look at who fills which seats. */
function checkByRules(situation: Situation, classes: readonly PeopleClass[]): TeamCheck {
  const { compiled, facts, abilities, judge } = situation;
  const { ids } = plannedSkills(compiled, abilities.predicates);
  const kinds: { readonly of: number; readonly learned: BitSet }[] = [];
  const placeOf = new Map<string, number>();
  let judged = 0;
  return {
    places: ({ of, learned }) => {
      if (learned === 0n) return [];
      const key = `${of}:${learned}`;
      const place = placeOf.get(key) ?? kinds.push({ of, learned }) - 1;
      placeOf.set(key, place);
      return [place];
    },
    most: () => Number.POSITIVE_INFINITY,
    holds: (team) => {
      if (++judged > MOST_JUDGED) return null;
      const next = classes.map(() => 0);
      const actions = team.flatMap((count, place) => {
        const { of, learned } = kinds[place]!;
        const first = next[of]!;
        next[of] = first + count;
        return classes[of]!.people.slice(first, next[of]).flatMap((person) =>
          members(learned).map((skill) => ({ person: facts.people[person]!.id, skill: ids[skill]! })),
        );
      });
      return judge.judge(actions).missed.length === 0;
    },
  };
}

/** @param joint whether sharing limits couple the targets */
export function teamCheck(
  situation: Situation,
  classes: readonly PeopleClass[],
  targets: Targets,
  joint: boolean,
): TeamCheck {
  const { survive } = situation.question;
  if (joint) return checkByRules(situation, classes);
  const together = survive > 0 && targets.some((ways) => ways.length > 1);
  return together ? checkByDepartures(targets, survive) : checkByCounts(targets, survive);
}
