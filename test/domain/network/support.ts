/** Networks of random partners for properties, and what `evaluate` says about each of them. */
import fc from 'fast-check';
import type { AttainmentOption, Programme, Requirement } from '../../../src/domain/catalogue/catalogue.ts';
import { compileProgramme } from '../../../src/domain/evaluation/compile-programme.ts';
import type { FactsDocument } from '../../../src/domain/facts/facts-document.ts';
import { FactsReader } from '../../../src/domain/facts/facts-reader.ts';
import { FactsTable } from '../../../src/domain/facts/facts-table.ts';
import { readFacts } from '../../../src/domain/facts/read-facts.ts';
import { type BuilderOptions, NetworkBuilder } from '../../../src/domain/network/network-builder.ts';
import type { NetworkSegment } from '../../../src/domain/network/network-segment.ts';
import type { Day } from '../../../src/domain/time/day.ts';
import { arbitraryFacts, arbitraryRequirement } from '../support/arbitrary-facts.ts';
import { competency, day, option, performance, programme } from '../support/programme-builder.ts';

/** Facts of a company that hold more than people and metrics. */
const arbitraryCompany = fc
  .record({
    facts: arbitraryFacts,
    audit: fc.constantFrom(undefined, null, '2018-06-01', '2018-09-01'),
    exempt: fc.constantFrom(undefined, null, '2018-06-02', '2018-12-31'),
    anniversaries: fc.array(fc.constantFrom('2018-05-01', '2018-08-15', '2019-03-31'), { maxLength: 2 }),
  })
  .map(({ facts, audit, exempt, anniversaries }): FactsDocument => {
    return {
      ...facts,
      ...(audit !== undefined && { assets: [{ asset: 'audit', until: audit }] }),
      ...(exempt !== undefined && {
        // The one that ends last has a first day.
        exemptions: [
          {
            competency: 'first',
            level: 'gold',
            from: exempt === '2018-12-31' ? '2018-06-15' : null,
            until: exempt,
            reason: 'extension',
          },
        ],
      }),
      memberships: anniversaries.map((anniversary) => ({
        offer: 'silver',
        activeFrom: '2017-01-01',
        anniversary,
      })),
    };
  });

/** Companies in which nearly everything counts, so that levels are met in several ways and lost by a few leavers. */
export const arbitraryHolders = fc
  .record({
    people: fc.array(
      fc.record({
        skills: fc.subarray(['exam:a', 'exam:b', 'exam:c', 'exam:d', 'exam:h', 'cert:role-based'], {
          minLength: 1,
        }),
        until: fc.constantFrom(null, null, null, '2018-06-02', '2018-08-01'),
      }),
      { minLength: 2, maxLength: 14 },
    ),
    anniversary: fc.constantFrom(null, '2018-07-01', '2018-12-01'),
  })
  .map(({ people, anniversary }): FactsDocument => {
    const listed = people.map(({ skills, until }, index) => ({
      id: `p${index}`,
      employedUntil: until,
      records: skills.map((skill) => ({ id: `${index}-${skill}`, skill, achievedOn: '2017-01-10' })),
    }));
    return {
      partner: { id: 'contoso', market: 'developed' },
      people: listed,
      metrics: [{ metric: 'sales', month: '2018-03', value: 1000 }],
      assets: [{ asset: 'audit' }],
      memberships: anniversary === null ? [] : [{ offer: 'gold', activeFrom: '2017-07-01', anniversary }],
    };
  });

/** An option whose rules change on 2018-09-01. */
function changing(before: Requirement, after: Requirement): AttainmentOption {
  const { levels, ...rest } = option('dated', { silver: before });
  const [set] = levels[0]!.sets;
  const sets = [
    { ...set!, until: day('2018-09-01') },
    { ...set!, from: day('2018-09-01'), requirement: after },
  ];
  return { ...rest, levels: [{ level: 'silver', sets }] };
}

export const arbitraryProgramme = fc
  .array(arbitraryRequirement, { minLength: 7, maxLength: 7 })
  .map(([a, b, c, d, e, f, g]) =>
    programme([
      competency('first', option('one', { silver: a!, gold: b! }), option('two', { gold: c! })),
      competency('second', option('one', { silver: d! })),
      competency(
        'third',
        option('audited', { gold: { kind: 'all-of', of: [e!, { kind: 'asset', asset: 'audit' }] } }),
      ),
      competency('fourth', changing(f!, g!)),
      competency(
        'fifth',
        option('of-the-year', { gold: performance('sales', 100, { window: 'anniversary-year' }) }),
        option('of-the-month', { gold: performance('sales', 100, { window: 'last-month' }) }),
        option('growing', { silver: performance('sales', 100, { window: 'year-over-year' }) }),
      ),
    ]),
  );

export const arbitraryNetwork = fc.record({
  documents: fc.array(fc.oneof(arbitraryCompany, arbitraryHolders), { minLength: 1, maxLength: 8 }),
  programme: arbitraryProgramme,
});

export function tableOf(
  document: FactsDocument,
  rules: Programme,
  known: number | null = null,
  on = 0 as Day,
): FactsTable {
  const table = new FactsTable();
  const problem = readFacts(document, compileProgramme(rules, on), known, table, new FactsReader());
  if (problem !== null) throw new Error(`refused: ${JSON.stringify(problem)}`);
  return table;
}

export function networkOf(
  documents: readonly FactsDocument[],
  rules: Programme,
  options: BuilderOptions & { readonly known?: number | null } = {},
): readonly NetworkSegment[] {
  const builder = new NetworkBuilder(rules, options);
  for (const document of documents) builder.append(tableOf(document, rules, options.known ?? null));
  return builder.finish();
}
