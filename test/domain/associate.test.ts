import { describe, expect, it } from 'vitest';
import {
  type AccountAssociation,
  decideEnd,
  decideStart,
  nextPossibleStart,
} from '../../src/domain/association/associate.ts';
import { formatDay } from '../../src/domain/time/day.ts';
import { parseInstant } from '../../src/domain/time/instant.ts';
import { day } from './support/programme-builder.ts';

function at(text: string): number {
  return parseInstant(`${text}T15:30:00Z`)!;
}

let last = 0;

function association(
  from: string,
  until: string | null,
  more: Partial<AccountAssociation> = {},
): AccountAssociation {
  return {
    id: `association-${++last}`,
    partner: 'contoso',
    user: 'yann',
    via: 'partner-center',
    from: at(from),
    until: until === null ? null : at(until),
    ...more,
  };
}

function start(on: string, history: readonly AccountAssociation[], more = {}) {
  const request = { partner: 'contoso', user: 'yann', actor: 'yann', at: at(on), leftOn: null, ...more };
  const decision = decideStart(request, history);
  return 'nextPossibleOn' in decision
    ? { ...decision, nextPossibleOn: formatDay(decision.nextPossibleOn) }
    : decision;
}

describe('the next association of an account', () => {
  const once = [association('2018-01-15', '2018-01-20')];
  it.each([
    ['2018-02-13', 'too-soon', '2018-02-14'],
    ['2018-02-14', 'start', '2018-03-16'],
    ['2018-02-15', 'start', '2018-03-17'],
  ])('thirty days after the last start, asked on %s: %s', (on, kind, nextPossibleOn) => {
    expect(start(on, once)).toMatchObject({ kind, nextPossibleOn });
  });

  const thrice = [
    association('2018-01-01', '2018-02-01'),
    association('2018-03-01', '2018-04-01'),
    association('2018-05-01', '2018-06-01', { partner: 'fabrikam' }),
  ];
  it.each([
    ['2018-12-31', 'too-many', '2019-01-02'],
    ['2019-01-01', 'too-many', '2019-01-02'],
    ['2019-01-02', 'start', '2019-03-02'],
  ])('after three in a year, asked on %s: %s', (on, kind, nextPossibleOn) => {
    expect(start(on, thrice)).toMatchObject({ kind, nextPossibleOn });
  });

  it('counts over all partners, and a new association of the same account too', () => {
    expect(
      start('2018-05-20', [association('2018-05-01', '2018-05-10', { partner: 'fabrikam' })]),
    ).toMatchObject({
      kind: 'too-soon',
      nextPossibleOn: '2018-05-31',
    });
  });

  it('is not held up by associations that PMC brought over', () => {
    expect(start('2018-02-01', [association('2018-01-31', null, { via: 'pmc' })]).kind).toBe('start');
  });

  it('is known in advance', () => {
    expect(formatDay(nextPossibleStart(thrice, day('2018-06-01')))).toBe('2019-01-02');
    expect(formatDay(nextPossibleStart([], day('2018-06-01')))).toBe('2018-06-01');
  });
});

describe('one partner at a time', () => {
  it('ends the association elsewhere at that instant, PMC included', () => {
    const elsewhere = association('2018-01-01', null, { partner: 'fabrikam' });
    const inPmc = association('2017-01-01', null, { partner: 'fabrikam', via: 'pmc' });
    const decision = start('2018-06-01', [elsewhere, inPmc, association('2016-01-01', '2016-05-01')]);
    expect(decision).toMatchObject({ kind: 'start', ends: [elsewhere, inPmc] });
  });

  it('keeps the same user’s PMC association beside the new one', () => {
    const inPmc = association('2017-01-01', null, { via: 'pmc' });
    expect(start('2018-06-01', [inPmc])).toMatchObject({ kind: 'start', ends: [] });
  });

  it('refuses what is already so', () => {
    const current = association('2018-01-01', null);
    expect(start('2018-06-01', [current])).toEqual({ kind: 'already-associated', since: current.from });
  });
});

describe('who may', () => {
  it('only the person starts an association', () => {
    expect(start('2018-06-01', [], { actor: 'claire' }).kind).toBe('not-the-holder');
  });

  it.each([
    ['2018-05-31', 'start'],
    ['2018-06-01', 'user-left'],
  ])('a user who leaves on 1 June may on %s: %s', (on, kind) => {
    expect(start(on, [], { leftOn: day('2018-06-01') }).kind).toBe(kind);
  });

  const current = association('2018-01-01', null);
  it.each([
    ['the person', { actor: 'yann', isAdmin: false, leftOn: null }, 'end'],
    ['a colleague', { actor: 'claire', isAdmin: false, leftOn: null }, 'not-the-holder'],
    [
      'an admin while the person works there',
      { actor: 'claire', isAdmin: true, leftOn: null },
      'not-a-leaver',
    ],
    [
      'an admin the day before the person leaves',
      { actor: 'claire', isAdmin: true, leftOn: day('2018-06-02') },
      'not-a-leaver',
    ],
    [
      'an admin once the person has left',
      { actor: 'claire', isAdmin: true, leftOn: day('2018-06-01') },
      'end',
    ],
  ])('an association is ended by %s: %s', (_who, actor, kind) => {
    expect(decideEnd({ association: current, at: at('2018-06-01'), ...actor }).kind).toBe(kind);
  });

  it('what has ended does not end again, and what never was cannot', () => {
    const request = { actor: 'yann', isAdmin: false, leftOn: null, at: at('2018-06-01') };
    expect(decideEnd({ ...request, association: association('2018-01-01', '2018-02-01') }).kind).toBe(
      'already-ended',
    );
    expect(decideEnd({ ...request, association: null }).kind).toBe('not-associated');
  });
});
