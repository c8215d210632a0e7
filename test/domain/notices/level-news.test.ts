import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIFECYCLE_STATES, type LifecycleState } from '../../../src/domain/membership/lifecycle.ts';
import { type KnownLevel, levelNews } from '../../../src/domain/notices/level-news.ts';
import { type Day, parseDay } from '../../../src/domain/time/day.ts';

const day = (text: string) => parseDay(text)!;

function gold(state: LifecycleState, threat: Day | null = null): KnownLevel {
  return { competency: 'data-platform', level: 'gold', state, threat };
}

function kinds(before: readonly KnownLevel[] | null, now: readonly KnownLevel[]) {
  return levelNews(before, now).map(({ kind }) => kind);
}

describe('the news about a level', () => {
  it.each([
    ['nothing', 'started', []],
    ['nothing', 'qualified', ['level-gained']],
    ['started', 'active', ['level-gained']],
    ['started', 'at-risk', ['at-risk']],
    ['qualified', 'active', []],
    ['qualified', 'started', ['level-lost']],
    ['qualified', 'nothing', ['level-lost']],
    ['active', 'at-risk', ['at-risk']],
    ['at-risk', 'active', ['risk-over']],
    ['at-risk', 'in-grace', []],
    ['in-grace', 'active', []],
    ['in-grace', 'lapsed', ['level-lost']],
    ['at-risk', 'lapsed', ['level-lost']],
    ['lapsed', 'nothing', []],
    ['lapsed', 'qualified', ['level-gained']],
  ] as const)('from %s to %s is %j', (before, now, news) => {
    const level = (state: LifecycleState | 'nothing') => (state === 'nothing' ? [] : [gold(state)]);
    expect(kinds(level(before), level(now))).toEqual(news);
  });

  it('that it is no longer in danger is told only while its requirements are met', () => {
    const danger = gold('at-risk', day('2024-05-01'));
    expect(kinds([danger], [gold('qualified')])).toEqual([]);
    expect(kinds([danger], [gold('at-risk', day('2024-06-01'))])).toEqual([]);
    expect(kinds(null, [gold('active')])).toEqual([]);
  });

  it('a danger is told again when it comes nearer, and not when it moves away', () => {
    const [may, june] = [gold('at-risk', day('2024-05-01')), gold('at-risk', day('2024-06-01'))];
    expect(kinds([june], [may])).toEqual(['at-risk']);
    expect(kinds([may], [june])).toEqual([]);
  });

  it('the first look at a company tells dangers, and not what it has had all along', () => {
    expect(kinds(null, [gold('active')])).toEqual([]);
    expect(kinds(null, [gold('at-risk', day('2024-05-01'))])).toEqual(['at-risk']);
  });

  it('what does not change is no news, and a loss follows every gain before the next gain', () => {
    const states = fc.array(fc.constantFrom(...LIFECYCLE_STATES, 'nothing' as const), { maxLength: 30 });
    fc.assert(
      fc.property(states, (path) => {
        let before: readonly KnownLevel[] = [];
        let balance = 0;
        for (const state of path) {
          const now = state === 'nothing' ? [] : [gold(state, day('2024-05-01'))];
          for (const kind of kinds(before, now)) {
            if (kind === 'level-gained') balance++;
            if (kind === 'level-lost') balance = 0;
          }
          expect(balance).toBeLessThanOrEqual(1);
          expect(kinds(now, now)).toEqual([]);
          before = now;
        }
      }),
    );
  });
});
