/** The joint choice under sharing limits against trying everything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Predicate, Requirement, SharingLimit } from '../../src/domain/catalogue/catalogue.ts';
import type {
  EvaluationResult,
  PeopleNode,
  RequirementNode,
} from '../../src/domain/evaluation/evaluation-result.ts';
import type { FactsDocument } from '../../src/domain/facts/facts-document.ts';
import { ask, facts, person } from './support/ask.ts';
import {
  all,
  allOf,
  any,
  anyOf,
  competency,
  holds,
  ofWhich,
  option,
  people,
  performance,
  programme,
} from './support/programme-builder.ts';
import {
  alternativesOf,
  type Held,
  isAllowed,
  type NaiveOption,
  naiveAnswers,
} from './support/sharing-brute-force.ts';

const ON = '2018-06-15';
const SKILLS = ['exam:a', 'exam:b', 'exam:c', 'exam:d'];

const skill = fc.constantFrom(...SKILLS);
const predicate: fc.Arbitrary<Predicate> = fc.oneof(
  { weight: 3, arbitrary: skill.map(holds) },
  { weight: 1, arbitrary: fc.tuple(skill, skill).map(([one, other]) => anyOf(one, other)) },
  { weight: 1, arbitrary: fc.tuple(skill, skill).map(([one, other]) => allOf(one, other)) },
);
const group = fc.constantFrom('sales', 'design', null);
const leaf = fc
  .record({
    count: fc.integer({ min: 1, max: 2 }),
    held: predicate,
    group,
    overlap: fc.constantFrom('distinct', 'distinct', 'allowed'),
    also: fc.option(skill, { freq: 5 }),
  })
  .map(({ count, held, group: name, overlap, also }) =>
    people(count, held, { group: name, overlap, ofWhich: also === null ? [] : [ofWhich(1, also)] }),
  );
const peoplePart: fc.Arbitrary<Requirement> = fc.oneof(
  { weight: 3, arbitrary: leaf },
  { weight: 2, arbitrary: fc.tuple(leaf, leaf).map(([one, other]) => all(one, other)) },
  { weight: 1, arbitrary: fc.tuple(leaf, leaf).map(([one, other]) => any(one, other)) },
);
/** Metrics `sales` and `seats`: the one is reached, the other unknown; an asset that is mentioned and over. */
const COMPANY = {
  met: performance('sales', 1),
  unknown: performance('seats', 1),
  unmet: { kind: 'asset', asset: 'audit' } as const,
};
const company = fc.constantFrom('met', 'met', 'met', 'unknown', 'unmet') as fc.Arbitrary<
  keyof typeof COMPANY
>;
const rule = fc.record({ part: peoplePart, company });

const limit: fc.Arbitrary<SharingLimit> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('at-most' as const),
      atMost: fc.constantFrom(1, 1, 2),
      levels: fc.constantFrom(null, ['gold'], ['silver', 'gold']),
      groups: fc.constantFrom(null, ['sales'], ['sales', 'design']),
      exempt: fc.constantFrom<readonly string[]>([], ['c1']),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('one-of-groups' as const),
      groups: fc.constant(['sales', 'design']),
      levels: fc.constantFrom(null, ['gold']),
      exempt: fc.constantFrom<readonly string[]>([], ['c0']),
    }),
  },
);

const question = fc.record({
  rules: fc.array(fc.record({ silver: rule, gold: rule }), { minLength: 2, maxLength: 3 }),
  limits: fc.array(limit, { minLength: 1, maxLength: 2 }),
  held: fc.array(fc.uniqueArray(skill, { maxLength: 4 }), { maxLength: 6 }),
});

type Rule = { readonly part: Requirement; readonly company: keyof typeof COMPANY };

function requirement({ part, company: brought }: Rule): Requirement {
  return all(part, COMPANY[brought]);
}

function programmeOf(
  rules: readonly { readonly silver: Rule; readonly gold: Rule }[],
  limits: readonly SharingLimit[],
) {
  return programme(
    rules.map(({ silver, gold }, index) =>
      competency(`c${index}`, option('only', { silver: requirement(silver), gold: requirement(gold) })),
    ),
    { sharingLimits: limits },
  );
}

function naiveOptions(rules: readonly { readonly silver: Rule; readonly gold: Rule }[]): NaiveOption[] {
  return rules.flatMap((levels, index) =>
    (['silver', 'gold'] as const).map(
      (level, rank): NaiveOption => ({
        competency: `c${index}`,
        level,
        rank,
        alternatives: alternativesOf(levels[level].part),
        company: levels[level].company,
      }),
    ),
  );
}

const MONTHS = Array.from(
  { length: 12 },
  (_, index) => `${2017 + Math.floor((index + 5) / 12)}-${String(((index + 5) % 12) + 1).padStart(2, '0')}`,
);

function documentOf(held: readonly Held[]): FactsDocument {
  return facts(
    held.map((skills, index) => person(`p${index}`, skills)),
    {
      metrics: MONTHS.map((month) => ({ metric: 'sales', month, value: 1 })),
      assets: [{ asset: 'audit', from: '2017-01-01', until: '2018-01-01' }],
    },
  );
}

function peopleNodes(nodes: readonly RequirementNode[]): readonly PeopleNode[] {
  return nodes.flatMap((node): readonly PeopleNode[] => {
    if (node.kind === 'people') return [node];
    return 'children' in node ? peopleNodes(node.children as readonly RequirementNode[]) : [];
  });
}

/** All seats of options that are met, as uses. */
function usesOf(result: EvaluationResult) {
  return result.competencies
    .filter(({ outcome }) => outcome === 'met')
    .flatMap(({ competency: id, level, requirements }) =>
      peopleNodes(requirements!).flatMap((node) =>
        node.seats.map((seat) => ({
          person: Number(seat.person.slice(1)),
          competency: id,
          level,
          group: node.group,
        })),
      ),
    );
}

function outcomeOf(nodes: readonly RequirementNode[]): string {
  const outcomes = nodes.map(({ outcome }) => outcome);
  return outcomes.includes('unmet') ? 'unmet' : outcomes.includes('undetermined') ? 'undetermined' : 'met';
}

describe('sharing limits over competencies and levels', () => {
  it('give the outcomes and shortfalls of trying everything', () => {
    fc.assert(
      fc.property(question, ({ rules, limits, held }) => {
        const naive = naiveAnswers(naiveOptions(rules), held, limits, SKILLS);
        const { competencies } = ask(programmeOf(rules, limits), documentOf(held), {
          asOf: ON,
          explain: false,
        });
        expect(
          competencies.map(({ outcome, shortfall }) => ({ outcome, shortfall: shortfall.people })),
        ).toEqual(naive);
      }),
      { numRuns: 500 },
    );
  });

  it('show seats that the limits allow, and trees that add up', () => {
    fc.assert(
      fc.property(question, ({ rules, limits, held }) => {
        const result = ask(programmeOf(rules, limits), documentOf(held), { asOf: ON });
        expect(isAllowed(usesOf(result), limits)).toBe(true);
        for (const { outcome, requirements } of result.competencies) {
          expect(outcomeOf(requirements!)).toBe(outcome);
          for (const node of peopleNodes(requirements!)) expect(node.shortfall).toBe(node.need - node.have);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('give the same bytes whatever the order of people', () => {
    fc.assert(
      fc.property(question, ({ rules, limits, held }) => {
        const document = documentOf(held);
        const other = { ...document, people: [...document.people!].reverse() };
        const given = programmeOf(rules, limits);
        expect(JSON.stringify(ask(given, other, { asOf: ON }))).toBe(
          JSON.stringify(ask(given, document, { asOf: ON })),
        );
      }),
      { numRuns: 300 },
    );
  });
});
