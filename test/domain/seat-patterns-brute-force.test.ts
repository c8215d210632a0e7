/** Seats of several options under limits against trying everything, and what stays proved when the work runs out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, LevelChoice } from '../../src/domain/assignment/choose-levels.ts';
import { canFill, JointSearch, type PersonKind } from '../../src/domain/assignment/joint-seats.ts';
import { PatternProgram } from '../../src/domain/assignment/pattern-program.ts';
import { searchPatterns } from '../../src/domain/assignment/pattern-search.ts';
import { conflictAmong, mayHold, type PersonLimit } from '../../src/domain/assignment/person-limits.ts';
import type { SeatDemand } from '../../src/domain/assignment/seat-flow.ts';
import { SeatPatterns } from '../../src/domain/assignment/seat-patterns.ts';

const ABILITIES = 4;

const limits: fc.Arbitrary<readonly PersonLimit[]> = fc.array(
  fc.record({ atMost: fc.constantFrom(1, 1, 2, null) }),
  { minLength: 1, maxLength: 3 },
);

function demandsFor(count: number, mostSeats: number): fc.Arbitrary<readonly SeatDemand[]> {
  const demand = fc.record({
    need: fc.integer({ min: 1, max: mostSeats }),
    bits: fc.integer({ min: 1, max: 2 ** ABILITIES - 1 }).map((bits) => bits & -bits),
    level: fc.integer({ min: 0, max: 1 }),
    competency: fc.integer({ min: 0, max: 2 }),
    seen: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }),
    role: fc.integer({ min: 0, max: 2 }),
  });
  return fc.array(demand, { minLength: 1, maxLength: count }).map((drawn) =>
    drawn.map(({ level, seen, ...rest }) => ({
      ...rest,
      group: 0,
      place: rest.competency * 2 + level,
      limits: seen,
    })),
  );
}

const people = (most: number): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.integer({ min: 0, max: 2 ** ABILITIES - 1 }), { maxLength: most });

function kindsOf(abilities: readonly number[]): readonly PersonKind[] {
  return [...new Set(abilities)].map((satisfied) => ({
    satisfied: [satisfied],
    count: abilities.filter((one) => one === satisfied).length,
  }));
}

function within(demands: readonly SeatDemand[], all: readonly PersonLimit[]): readonly SeatDemand[] {
  return demands.map((demand) => ({
    ...demand,
    limits: demand.limits.filter((limit) => limit < all.length),
  }));
}

function subsets(count: number): readonly (readonly number[])[] {
  return Array.from({ length: 1 << count }, (_, bits) =>
    Array.from({ length: count }, (_one, index) => index).filter((index) => bits & (1 << index)),
  );
}

/** Whether the people can fill all seats: every pattern for everybody, person by person. */
function fits(
  demands: readonly SeatDemand[],
  all: readonly PersonLimit[],
  abilities: readonly number[],
): boolean {
  const patterns = subsets(demands.length).filter((seats) => conflictAmong(demands, all, seats) === null);
  let states = new Map([[demands.map(() => 0).join(), demands.map(() => 0)]]);
  for (const satisfied of abilities) {
    const next = new Map<string, number[]>();
    for (const filled of states.values()) {
      for (const seats of patterns) {
        if (!seats.every((seat) => (satisfied & demands[seat]!.bits) === demands[seat]!.bits)) continue;
        const more = filled.map((count, index) =>
          Math.min(demands[index]!.need, count + (seats.includes(index) ? 1 : 0)),
        );
        next.set(more.join(), more);
      }
    }
    states = next;
  }
  return states.has(demands.map(({ need }) => need).join());
}

const question = fc
  .record({ all: limits, demands: demandsFor(5, 2), abilities: people(6) })
  .map(({ all, demands, abilities }) => ({ all, demands: within(demands, all), abilities }));

describe('patterns of seats', () => {
  it('are those that one person may hold, and the dearest of them is found', () => {
    fc.assert(
      fc.property(
        question,
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 }),
        ({ all, demands }, prices) => {
          const patterns = new SeatPatterns(demands, all);
          const open = new Uint8Array(demands.length).fill(1);
          const allowed = subsets(demands.length).filter((seats) => {
            expect(mayHold(demands, all, seats)).toBe(conflictAmong(demands, all, seats) === null);
            return mayHold(demands, all, seats);
          });
          const worth = (seats: readonly number[]) => seats.reduce((sum, seat) => sum + prices[seat]!, 0);
          const dearest = patterns.dearest(
            open,
            prices,
            patterns.teams.map(() => 0),
          );
          expect(mayHold(demands, all, dearest.seats)).toBe(true);
          expect(worth(dearest.seats)).toBe(dearest.value);
          expect(dearest.value).toBe(Math.max(...allowed.map(worth)));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('decide alone whether all seats can be filled, and name seats that cannot', () => {
    fc.assert(
      fc.property(question, ({ all, demands, abilities }) => {
        const groups = kindsOf(abilities).map((kind) => ({
          count: kind.count,
          open: Uint8Array.from(demands, (demand) => (canFill(kind, demand) ? 1 : 0)),
        }));
        const work = { left: 1_000_000 };
        const program = new PatternProgram(demands, new SeatPatterns(demands, all), groups, work);
        const found = searchPatterns(program, (held) => {
          const filled = demands.map(() => 0);
          held.forEach((shares, group) => {
            expect(shares.reduce((sum, share) => sum + share.people, 0)).toBeLessThanOrEqual(
              groups[group]!.count,
            );
            for (const { seats, people: sitting } of shares)
              for (const seat of seats) filled[seat]! += sitting;
          });
          return demands.every(({ need }, index) => filled[index]! >= need) ? filled : null;
        });
        if (found.kind === 'seated') expect(fits(demands, all, abilities)).toBe(true);
        if (found.kind === 'impossible') {
          const stuck = found.demands.map((number) => demands[number]!);
          expect(fits(stuck, all, abilities)).toBe(false);
        }
        // Only equal people may leave it at a loss, and then they are told apart.
        if (found.kind === 'unknown') expect(new Set(abilities).size).toBeLessThan(abilities.length);
      }),
      { numRuns: 400 },
    );
  });

  it('and flows together always decide', () => {
    fc.assert(
      fc.property(question, ({ all, demands, abilities }) => {
        const search = new JointSearch(kindsOf(abilities), all, ({ count }) => count, { left: 10_000_000 });
        const { seats, stuck } = search.extend(search.nobody, demands);
        expect(search.work.left).toBeGreaterThan(0);
        expect(seats !== null).toBe(fits(demands, all, abilities));
        if (stuck !== null) expect(fits(stuck, all, abilities)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a choice that is given up', () => {
  const choices = fc
    .record({ all: limits, demands: demandsFor(6, 2), abilities: people(6) })
    .map(({ all, demands, abilities }) => ({ all, demands: within(demands, all), abilities }));

  it('keeps what is proved, whenever the work runs out', () => {
    fc.assert(
      fc.property(
        choices,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ all, demands, abilities }, part) => {
          const kinds = kindsOf(abilities);
          const candidates: readonly Candidate[] = demands.map((demand) => ({
            competency: demand.competency,
            rank: 1 - (demand.place % 2),
            ways: [{ demands: [demand], needs: [] }],
          }));
          const sorted = [...candidates].sort((left, right) => right.rank - left.rank);
          const choose = (left: number) => {
            const work = { left };
            const search = new JointSearch(kinds, all, ({ count }) => count, work);
            return { choice: new LevelChoice(sorted, search, kinds, all).choose(), work };
          };
          const { choice: full, work } = choose(1_000_000);
          expect([...full.open]).toEqual([]);
          const { choice } = choose(Math.floor((1_000_000 - work.left) * part));
          sorted.forEach((_, index) => {
            if (!choice.open.has(index)) expect(choice.wayOf[index]! >= 0).toBe(full.wayOf[index]! >= 0);
          });
        },
      ),
      { numRuns: 400 },
    );
  });

  it('leaves open what it had no time to look at', () => {
    const kinds = [{ satisfied: [1], count: 3 }];
    const demand = { need: 2, group: 0, bits: 1, limits: [0], role: -1 };
    const candidates = [0, 1].map((place) => ({
      competency: place,
      rank: 1,
      ways: [{ demands: [{ ...demand, place, competency: place }], needs: [] }],
    }));
    const all = [{ atMost: 1 }];
    const choose = (left: number) =>
      new LevelChoice(candidates, new JointSearch(kinds, all, () => 3, { left }), kinds, all).choose();
    expect(choose(10_000)).toMatchObject({ wayOf: [0, -1], open: new Set() });
    expect(choose(4).open.size).toBeGreaterThan(0);
  });
});
