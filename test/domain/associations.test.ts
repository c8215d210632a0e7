import { describe, expect, it } from 'vitest';
import type { FactsAssociation, FactsDocument, FactsPerson } from '../../src/domain/facts/facts-document.ts';
import { askOnly, facts, reasonFor, record } from './support/ask.ts';
import { goldFor, people } from './support/programme-builder.ts';

const PROGRAMME = goldFor(people(1, 'exam:a'));
const RECORD = record('r1', 'exam:a', { accountId: 'M1' });

function associated(
  associations: readonly FactsAssociation[] | undefined,
  more: Partial<FactsPerson> = {},
  partner: Partial<FactsDocument['partner']> = {},
): FactsDocument {
  const person = { id: 'p1', records: [RECORD], ...(associations && { associations }), ...more };
  return facts([person], { partner: { id: 'contoso', market: 'developed', ...partner } });
}

const here: FactsAssociation = {
  accountId: 'M1',
  via: 'partner-center',
  from: '2017-02-01',
  until: '2018-05-01',
};
const pmc: FactsAssociation = { accountId: 'M1', via: 'pmc', from: '2017-02-01' };

describe.each([
  ['a person without associations is associated while employed', associated(undefined), '2018-06-01', null],
  [
    'an empty list of associations means nobody',
    associated([]),
    '2018-06-01',
    ['not-associated', { account: 'M1' }],
  ],
  ['an association counts on its first day', associated([here]), '2017-07-01', null],
  ['and on its last', associated([here]), '2018-04-30', null],
  ['and has ended on its end', associated([here]), '2018-05-01', ['association-ended', { on: '2018-05-01' }]],
  [
    'an association that has not begun is none',
    associated([{ ...here, from: '2018-02-01' }]),
    '2018-01-31',
    ['not-associated', { account: 'M1' }],
  ],
  [
    'an association of another account does not help',
    associated([{ ...here, accountId: 'M2' }]),
    '2018-01-01',
    ['not-associated', { account: 'M1' }],
  ],
  [
    'an account associated with another partner counts there, and its name is not told',
    associated([here, { accountId: 'M1', from: '2018-05-01', partner: 'fabrikam' }]),
    '2018-06-01',
    ['associated-elsewhere', { partner: null }],
  ],
  ['PMC counts while the partner has not moved', associated([pmc]), '2018-06-01', null],
  [
    'PMC counts to the last day of the six months',
    associated([pmc], {}, { movedFromPmcOn: '2018-01-15' }),
    '2018-07-14',
    null,
  ],
  [
    'and then no longer',
    associated([pmc], {}, { movedFromPmcOn: '2018-01-15' }),
    '2018-07-15',
    ['pmc-window-over', { on: '2018-07-15' }],
  ],
  [
    'six months after 31 August end on 28 February',
    associated([pmc], {}, { movedFromPmcOn: '2017-08-31' }),
    '2018-02-28',
    ['pmc-window-over', { on: '2018-02-28' }],
  ],
  [
    'an association elsewhere is told before the end of the PMC window here',
    associated(
      [pmc, { accountId: 'M1', from: '2018-05-01', partner: 'fabrikam' }],
      {},
      { movedFromPmcOn: '2017-08-31' },
    ),
    '2018-06-01',
    ['associated-elsewhere', { partner: null }],
  ],
  [
    'an association that ended here is told before the end of the PMC window',
    associated([pmc, { ...here, until: '2018-05-01' }], {}, { movedFromPmcOn: '2017-08-31' }),
    '2018-06-01',
    ['association-ended', { on: '2018-05-01' }],
  ],
  [
    'a Partner Center association takes over from PMC',
    associated([pmc, { ...here, until: null }], {}, { movedFromPmcOn: '2017-08-31' }),
    '2018-06-01',
    null,
  ],
  [
    'records of a merged account are read as the survivor’s',
    associated([{ ...here, accountId: 'M3', until: null }], {
      accounts: [
        { accountId: 'M1', mergedInto: 'M2' },
        { accountId: 'M2', mergedInto: 'M3' },
      ],
    }),
    '2018-06-01',
    null,
  ],
  [
    'an account merged after it was associated needs no new association',
    associated([{ ...here, until: null }], {
      accounts: [{ accountId: 'M1', mergedInto: 'M2' }, { accountId: 'M2' }],
    }),
    '2018-06-01',
    null,
  ],
  [
    'an account merged into a stranger’s leaves its records behind',
    associated([{ ...here, until: null }], { accounts: [{ accountId: 'M1', mergedInto: 'M9' }] }),
    '2018-06-01',
    ['account-merged-away', { into: 'M9' }],
  ],
] as const)('%s', (_name, document, asOf, reason) => {
  it(`on ${asOf}`, () => {
    expect(askOnly(PROGRAMME, document, asOf).outcome).toBe(reason === null ? 'met' : 'unmet');
    const entry = reasonFor(PROGRAMME, document, asOf, 'r1');
    expect(entry && [entry.reason, entry.params]).toEqual(reason);
  });
});
