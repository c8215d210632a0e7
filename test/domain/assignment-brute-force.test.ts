/** Seats against an independent, naive search: every choice of branches, every way to seat everybody. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byFlow, byHall } from '../../src/domain/assignment/empty-seats.ts';
import { seatPeople } from '../../src/domain/assignment/seat-people.ts';
import type { PeopleRequirement, Predicate, Requirement } from '../../src/domain/catalogue/catalogue.ts';
import { arbitraryRequirement } from './support/arbitrary-facts.ts';
import { askOnly, facts, person } from './support/ask.ts';
import { goldFor } from './support/programme-builder.ts';

function mostSeated(needs: readonly number[], masks: readonly number[]): number {
  if (masks.length === 0) return 0;
  const [mask, ...others] = masks as [number, ...number[]];
  let best = mostSeated(needs, others);
  needs.forEach((need, index) => {
    if (need === 0 || !(mask & (1 << index))) return;
    const left = needs.map((count, other) => (other === index ? count - 1 : count));
    best = Math.max(best, 1 + mostSeated(left, others));
  });
  return best;
}

const arbitrarySeats = fc.record({
  needs: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
  masks: fc.array(fc.integer({ min: 0, max: 15 }), { maxLength: 6 }),
});

describe('empty seats', () => {
  it('are what trying everything leaves empty, by Hall’s condition and by flow', () => {
    fc.assert(
      fc.property(arbitrarySeats, ({ needs, masks }) => {
        const supply = new Map<number, number>();
        for (const mask of masks) supply.set(mask, (supply.get(mask) ?? 0) + 1);
        const empty = needs.reduce((sum, need) => sum + need, 0) - mostSeated(needs, masks);
        expect(byHall(needs, supply)).toBe(empty);
        expect(byFlow(needs, supply)).toBe(empty);
        const seatOf = [...seatPeople(needs, masks)];
        expect(seatOf.filter((seat) => seat >= 0).length).toBe(mostSeated(needs, masks));
        needs.forEach((need, index) => {
          expect(seatOf.filter((seat) => seat === index).length).toBeLessThanOrEqual(need);
        });
        seatOf.forEach((seat, index) => {
          expect(seat < 0 || (masks[index]! & (1 << seat)) > 0).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });
});

type Held = readonly string[];

function satisfies(predicate: Predicate, held: Held): boolean {
  if (predicate.kind === 'holds') return held.includes(predicate.skill);
  const each = predicate.of.map((child) => satisfies(child, held));
  return predicate.kind === 'all-of' ? each.every(Boolean) : each.some(Boolean);
}

function fits(requirement: PeopleRequirement, team: readonly Held[]): boolean {
  return (
    team.every((held) => satisfies(requirement.holds, held)) &&
    requirement.ofWhich.every(
      ({ count, alsoHolds }) => team.filter((held) => satisfies(alsoHolds, held)).length >= count,
    )
  );
}

function teams<T>(from: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return from.flatMap((first, index) =>
    teams(from.slice(index + 1), size - 1).map((rest) => [first, ...rest]),
  );
}

/** Whether all requirements can have their teams, different ones having different people. */
function canSeat(
  requirements: readonly PeopleRequirement[],
  free: readonly Held[],
  everybody: readonly Held[],
): boolean {
  const [first, ...rest] = requirements;
  if (first === undefined) return true;
  const shares = first.overlap === 'allowed';
  return teams(shares ? everybody : free, first.count)
    .filter((team) => fits(first, team))
    .some((team) => canSeat(rest, shares ? free : free.filter((held) => !team.includes(held)), everybody));
}

function choices(requirement: Requirement): readonly (readonly PeopleRequirement[])[] {
  switch (requirement.kind) {
    case 'people':
      return [[requirement]];
    case 'all-of':
      return requirement.of
        .map(choices)
        .reduce(
          (before, ways) => before.flatMap((chosen) => ways.map((way) => [...chosen, ...way])),
          [[] as readonly PeopleRequirement[]],
        );
    case 'any-of':
      return requirement.of.flatMap(choices);
    default:
      return [[]];
  }
}

function onlyPeople(requirement: Requirement): boolean {
  if (requirement.kind === 'people') return true;
  return 'of' in requirement && requirement.of.every(onlyPeople);
}

describe('an option', () => {
  it('is met when trying every branch and every team finds a way, and only then', () => {
    const skills = fc.constantFrom('exam:a', 'exam:b', 'exam:c', 'exam:d');
    const everybody = fc.array(fc.uniqueArray(skills, { maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(arbitraryRequirement.filter(onlyPeople), everybody, (requirement, held) => {
        const document = facts(held.map((skillsHeld, index) => person(`p${index}`, skillsHeld)));
        const possible = choices(requirement).some((way) => canSeat(way, held, held));
        expect(askOnly(goldFor(requirement), document, '2018-06-01').outcome).toBe(
          possible ? 'met' : 'unmet',
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is met by as many further all-knowing people as its shortfall says, and by no fewer', () => {
    const skills = fc.constantFrom('exam:a', 'exam:b', 'exam:c', 'exam:d');
    const everybody = fc.array(fc.uniqueArray(skills, { maxLength: 4 }), { maxLength: 4 });
    const exclusive = (requirement: Requirement): boolean =>
      requirement.kind === 'people'
        ? requirement.overlap === 'distinct'
        : 'of' in requirement && requirement.of.every(exclusive);
    const all = ['exam:a', 'exam:b', 'exam:c', 'exam:d', 'exam:retiring', 'cert:role-based', 'exam:h'];
    fc.assert(
      fc.property(arbitraryRequirement.filter(exclusive), everybody, (requirement, held) => {
        const programme = goldFor(requirement);
        const people = held.map((skillsHeld, index) => person(`p${index}`, skillsHeld));
        const { shortfall } = askOnly(programme, facts(people), '2018-06-01');
        const withFurther = (count: number) => {
          const further = Array.from({ length: count }, (_, index) => person(`q${index}`, all));
          return askOnly(programme, facts([...people, ...further]), '2018-06-01').outcome;
        };
        expect(withFurther(shortfall.people)).toBe('met');
        if (shortfall.people > 0) expect(withFurther(shortfall.people - 1)).toBe('unmet');
      }),
      { numRuns: 300 },
    );
  });
});
