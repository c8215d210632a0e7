import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTICE_KINDS, NOTICE_NATURES } from '../../../src/domain/notices/notice-kinds.ts';
import { MAIL_MODES, mailDueOn, mailMode } from '../../../src/domain/notices/notice-mail.ts';
import { recipients } from '../../../src/domain/notices/notice-recipients.ts';
import { type Day, formatDay, parseDay } from '../../../src/domain/time/day.ts';

const day = (text: string) => parseDay(text)!;

describe('the mail about a notice', () => {
  it('goes by the own choice, then by the company’s, then at once', () => {
    expect(mailMode('override-ending', { own: null, company: null })).toBe('at-once');
    expect(mailMode('override-ending', { own: null, company: 'weekly' })).toBe('weekly');
    expect(mailMode('override-ending', { own: 'off', company: 'weekly' })).toBe('off');
    expect(mailMode('level-gained', { own: null, company: null })).toBe('daily');
  });

  it('cannot be turned off for what is essential, by the person or by the company', () => {
    const choice = fc.option(fc.constantFrom(...MAIL_MODES));
    fc.assert(
      fc.property(fc.constantFrom(...NOTICE_KINDS), choice, choice, (kind, own, company) => {
        const mode = mailMode(kind, { own, company });
        if (NOTICE_NATURES[kind].essential) expect(mode).not.toBe('off');
        else if (own !== null) expect(mode).toBe(own);
      }),
    );
  });

  it.each([
    ['at-once', '2024-02-28', '2024-02-28'],
    ['daily', '2024-02-28', '2024-02-29'],
    ['daily', '2024-12-31', '2025-01-01'],
    ['weekly', '2024-02-25', '2024-02-26'],
    ['weekly', '2024-02-26', '2024-03-04'],
    ['off', '2024-02-26', null],
  ] as const)('%s, of a notice of %s, is due on %s', (mode, on, due) => {
    const found = mailDueOn(mode, day(on));
    expect(found === null ? null : formatDay(found)).toBe(due);
  });

  it('of a week comes on a Monday, after at most seven days', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 40_000 }), (number) => {
        const due = mailDueOn('weekly', number as Day)!;
        expect(due - number).toBeGreaterThanOrEqual(1);
        expect(due - number).toBeLessThanOrEqual(7);
        expect(new Date(due * 86_400_000).getUTCDay()).toBe(1);
      }),
    );
  });
});

describe('who is told about a company', () => {
  const holders = [
    { userId: 'ana', role: 'partner-admin' },
    { userId: 'ana', role: 'global-admin' },
    { userId: 'bob', role: 'user-admin' },
    { userId: 'cora', role: 'report-viewer' },
  ];

  it('are those of the roles that receive it, each once', () => {
    const told = recipients(holders, {
      receiving: ['partner-admin', 'global-admin'],
      mayRead: ['partner-admin', 'global-admin', 'report-viewer'],
    });
    expect(told).toEqual(['ana']);
  });

  it('and nobody who may not read it, whatever the company has chosen', () => {
    expect(
      recipients(holders, { receiving: ['user-admin', 'report-viewer'], mayRead: ['report-viewer'] }),
    ).toEqual(['cora']);
  });
});
