/**
 * Many targets at once in a small company: more sets of skills than can be listed. Targets that have no skill in common cost
 * together what they cost one by one, and each of these is small enough to try everything.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Predicate, Programme, Skill } from '../../../src/domain/catalogue/catalogue.ts';
import type { IntegerSolver } from '../../../src/domain/planning/integer-programme.ts';
import { withActions } from '../../../src/domain/planning/planned-facts.ts';
import { openSolver } from '../../../src/solver/highs-solver.ts';
import '../../support/property-seed.ts';
import { facts, person } from '../support/ask.ts';
import {
  all,
  allOf,
  anyOf,
  competency,
  holds,
  option,
  people,
  programme,
} from '../support/programme-builder.ts';
import { naivePlan } from './support/naive-plan.ts';
import { isMet, leaving, planFor } from './support/plans.ts';

let solver: IntegerSolver;
beforeAll(async () => {
  solver = await openSolver();
});

const BY = '2018-03-01';
const LETTERS = ['a', 'b', 'c'] as const;
type Letter = (typeof LETTERS)[number];

const letter = fc.constantFrom(...LETTERS);
const leaf = fc.record({
  count: fc.constantFrom(1, 1, 1, 1, 2, 2, 2, 3),
  kind: fc.constantFrom('one', 'any', 'both'),
  skills: fc.tuple(letter, letter),
});
const target = fc.record({
  options: fc.array(fc.array(leaf, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
  prices: fc.tuple(...LETTERS.map(() => fc.integer({ min: 1, max: 5 }))),
  hours: fc.tuple(...LETTERS.map(() => fc.integer({ min: 0, max: 3 }))),
  held: fc.array(fc.uniqueArray(letter, { maxLength: 1 }), { minLength: 3, maxLength: 3 }),
});
const question = fc.record({
  targets: fc.array(target, { minLength: 8, maxLength: 10 }),
  survive: fc.constantFrom(0, 1),
});

const skillOf = (place: number, of: Letter) => `exam:t${place}${of}`;

function predicateOf(
  place: number,
  { kind, skills: [one, other] }: { kind: string; skills: [Letter, Letter] },
) {
  const [first, second] = [skillOf(place, one), skillOf(place, other)];
  const found: Predicate =
    kind === 'one' || one === other
      ? holds(first)
      : kind === 'any'
        ? anyOf(first, second)
        : allOf(first, second);
  return found;
}

function rulesOf({ targets }: typeof question extends fc.Arbitrary<infer T> ? T : never): Programme {
  const given = programme(
    targets.map(({ options }, place) =>
      competency(
        `c${place}`,
        ...options.map((leaves, number) =>
          option(`o${number}`, {
            gold: all(
              ...leaves.map((one) => people(one.count, predicateOf(place, one), { overlap: 'allowed' })),
            ),
          }),
        ),
      ),
    ),
  );
  const plain = given.skills.get('exam:a')!;
  const skills = new Map<string, Skill>(
    targets.flatMap((_, place) =>
      LETTERS.map((one) => [skillOf(place, one), { ...plain, id: skillOf(place, one) }] as const),
    ),
  );
  return { ...given, skills };
}

describe('many targets at once', () => {
  it('cost what they cost one by one, if they have nothing in common', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(question, (given) => {
        const rules = rulesOf(given);
        const costs = Object.fromEntries(
          given.targets.flatMap(({ prices, hours }, place) =>
            LETTERS.map((one, index) => [
              skillOf(place, one),
              { money: prices[index]!, hours: hours[index]! },
            ]),
          ),
        );
        const team = Array.from({ length: 3 }, (_, index) =>
          person(
            `p${index}`,
            given.targets.flatMap(({ held }, place) => held[index]!.map((one) => skillOf(place, one))),
          ),
        );
        const targets = given.targets.map((_, place) => ({
          competency: `c${place}`,
          level: 'gold',
          option: null,
        }));
        const common = { by: BY, survive: given.survive, budget: null, people: {} };
        const asked = { ...common, targets, costs: { default: { money: 9, hours: 9 }, ...costs } };
        const alone = targets.map((one, place) =>
          naivePlan(
            rules,
            facts(team),
            LETTERS.map((letterOf) => skillOf(place, letterOf)),
            { ...asked, targets: [one] },
          ),
        );
        const plan = planFor(rules, facts(team), asked, solver);
        seen.add(plan.status);
        if (alone.includes(null)) {
          expect(plan.status).toBe('infeasible');
          return;
        }
        expect({ status: plan.status, cost: plan.cost, hours: plan.hours }).toEqual({
          status: 'optimal',
          cost: alone.reduce((sum, one) => sum + one!.money, 0),
          hours: alone.reduce((sum, one) => sum + one!.hours, 0),
        });
        const planned = withActions(facts(team), plan.actions, BY);
        for (const rest of [planned, ...leaving(planned, given.survive)]) {
          expect(isMet(rules, rest, asked)).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
    expect([...seen].sort()).toEqual(['infeasible', 'optimal']);
  }, 240_000);
});
