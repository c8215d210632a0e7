import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SKILL_CHANGES, skillChanges } from '../../../src/domain/change-log/skill-changes.ts';

const row = (id: string, achievedOn: string, code: string | null) => ({
  id,
  userId: id.split('/')[0]!,
  skillId: id.split('/')[1]!,
  achievedOn,
  countsNow: code === null,
  reason: code === null ? null : { code },
});

const times = { since: '2026-11-16', joinedOn: (user: string) => (user === 'new' ? '2026-11-18' : null) };

const told = (before: readonly ReturnType<typeof row>[], after: readonly ReturnType<typeof row>[]) =>
  skillChanges(before, after, times).map(({ change, cause, row: { id } }) => `${id} ${change} ${cause}`);

describe('what has changed about skills', () => {
  it('tells a new one that counts apart by whether it was earned, recorded or brought since', () => {
    expect(
      told(
        [],
        [
          row('ada/a', '2026-11-17', null),
          row('ada/b', '2026-11-16', null),
          row('new/a', '2020-01-01', null),
        ],
      ),
    ).toEqual(['ada/a gained achieved', 'ada/b gained recorded', 'new/a gained person-joined']);
  });

  it('tells one that counts no longer with its reason, also when it is not listed any more', () => {
    const before = [row('ada/a', '2020-01-01', null), row('ada/b', '2020-01-01', null)];
    const changes = skillChanges(before, [row('ada/a', '2020-01-01', 'expired')], times);
    expect(changes.map(({ change, cause, row: { reason } }) => [change, cause, reason?.code])).toEqual([
      ['lost', 'reason', 'expired'],
      ['lost', 'not-listed', undefined],
    ]);
  });

  it('tells one that counts again apart by whether it was earned again or what kept it from counting is over', () => {
    const before = ['a', 'b', 'c'].map((skill) => row(`ada/${skill}`, '2020-01-01', 'expired'));
    const after = [
      row('ada/a', '2026-11-20', null),
      row('ada/b', '2020-01-01', null),
      row('ada/c', '2026-11-01', null),
    ];
    expect(told(before, after)).toEqual([
      'ada/a gained achieved',
      'ada/b gained reason-over',
      'ada/c gained recorded',
    ]);
  });

  it('tells what does not count when it comes, goes or has another reason, and nothing of what stays', () => {
    const before = [
      row('ada/a', '2020-01-01', 'expired'),
      row('ada/b', '2020-01-01', 'not-associated'),
      row('ada/c', '2020-01-01', null),
      row('ada/d', '2020-01-01', 'retired'),
    ];
    const after = [
      row('ada/b', '2020-01-01', 'expired'),
      row('ada/c', '2020-01-01', null),
      row('ada/d', '2020-01-01', 'retired'),
      row('ada/e', '2020-01-01', 'revoked'),
    ];
    expect(told(before, after)).toEqual([
      'ada/b other-reason reason',
      'ada/e listed reason',
      'ada/a gone not-listed',
    ]);
  });

  it('accounts for the difference of the two reports exactly', () => {
    const report = fc.uniqueArray(
      fc.record({
        skill: fc.integer({ min: 0, max: 12 }),
        achieved: fc.constantFrom('2020-01-01', '2026-11-18'),
        code: fc.option(fc.constantFrom('expired', 'revoked')),
      }),
      { selector: ({ skill }) => skill },
    );
    const rows = (found: typeof report extends fc.Arbitrary<infer Found> ? Found : never) =>
      found.map(({ skill, achieved, code }) => row(`ada/${skill}`, achieved, code));
    fc.assert(
      fc.property(report, report, (earlier, later) => {
        const [before, after] = [rows(earlier), rows(later)];
        const changes = skillChanges(before, after, times);
        const of = (kind: (typeof SKILL_CHANGES)[number]) =>
          changes.filter(({ change }) => change === kind).length;
        const counting = (report_: typeof before) => report_.filter(({ countsNow }) => countsNow).length;
        expect(counting(before) + of('gained') - of('lost')).toBe(counting(after));
        expect(new Set(changes.map(({ row: { id } }) => id)).size).toBe(changes.length);
        const appeared = after.filter(({ id }) => !before.some((each) => each.id === id)).length;
        const gone = before.filter(({ id }) => !after.some((each) => each.id === id)).length;
        expect(changes.filter((change) => change.before === null).length).toBe(appeared);
        expect(changes.filter(({ cause }) => cause === 'not-listed').length).toBe(gone);
      }),
    );
  });
});
