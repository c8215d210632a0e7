import { describe, expect, it } from 'vitest';
import { fulfilments } from '../../../src/domain/training/fulfilled-assignments.ts';
import { facts, person, record } from '../support/ask.ts';
import { day, goldFor, people } from '../support/programme-builder.ts';

const RULES = goldFor(people(1, 'exam:a'));
const TODAY = day('2018-06-01');

function fulfilled(records: readonly ReturnType<typeof record>[], dueOn = '2018-05-01', more: object = {}) {
  const document = facts([person('p0', [], { records: [...records], ...more })]);
  return fulfilments(document, RULES, TODAY, [{ person: 'p0', skill: 'exam:a', dueOn: day(dueOn) }])[0];
}

describe('an assignment', () => {
  it('is fulfilled by the earliest record of the skill, whenever it was achieved', () => {
    const early = record('r1', 'exam:a', { achievedOn: '2018-02-01' });
    const late = record('r2', 'exam:a', { achievedOn: '2018-05-20' });
    expect(fulfilled([late, early])).toEqual({ record: 'r1', doneOn: '2018-02-01' });
    expect(fulfilled([late])).toEqual({ record: 'r2', doneOn: '2018-05-20' });
  });

  it('is not by another skill, nor by what is void, revoked, of somebody else’s account or yet to come', () => {
    expect(fulfilled([])).toBeNull();
    expect(fulfilled([record('r1', 'exam:b')])).toBeNull();
    expect(fulfilled([record('r1', 'exam:a', { voidedAt: '2018-05-02T00:00:00Z' })])).toBeNull();
    expect(fulfilled([record('r1', 'exam:a', { revokedOn: '2018-05-02' })])).toBeNull();
    expect(fulfilled([record('r1', 'exam:a', { achievedOn: '2018-06-02' })])).toBeNull();
    expect(fulfilled([record('r1', 'exam:a')], '2018-05-01', { associations: [] })).toBeNull();
  });

  it('is not by what ends before it is due, and stays so by what ended afterwards', () => {
    const old = record('r1', 'exam:a', { achievedOn: '2017-01-01', expiresOn: '2018-04-30' });
    expect(fulfilled([old])).toBeNull();
    const renewed = record('r2', 'exam:a', { achievedOn: '2018-04-01', expiresOn: '2018-05-15' });
    expect(fulfilled([old, renewed])).toEqual({ record: 'r2', doneOn: '2018-04-01' });
  });

  it('of somebody who is not in the facts, or of a skill that no rule knows, is open', () => {
    const document = facts([person('p0', ['exam:a'])]);
    const asked = [
      { person: 'nobody', skill: 'exam:a', dueOn: TODAY },
      { person: 'p0', skill: 'exam:nowhere', dueOn: TODAY },
    ];
    expect(fulfilments(document, RULES, TODAY, asked)).toEqual([null, null]);
    expect(fulfilments(document, RULES, TODAY, [])).toEqual([]);
  });
});
