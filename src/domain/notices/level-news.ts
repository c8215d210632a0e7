/** What is new about the levels of a company since it was told last. */
import type { LifecycleState } from '../membership/lifecycle.ts';
import type { Day } from '../time/day.ts';

export interface KnownLevel {
  readonly competency: string;
  readonly level: string;
  readonly state: LifecycleState;
  /** Of a level at risk: the day on which its requirements are lost, or were. */
  readonly threat: Day | null;
}

export type LevelNewsKind = 'at-risk' | 'risk-over' | 'level-lost' | 'level-gained';

export interface LevelNews<Level extends KnownLevel = KnownLevel> {
  readonly kind: LevelNewsKind;
  readonly level: Level;
}

type Standing = 'none' | 'held' | 'grace';

const STANDINGS: Readonly<Record<LifecycleState, Standing>> = {
  started: 'none',
  qualified: 'held',
  active: 'held',
  'at-risk': 'held',
  'in-grace': 'grace',
  lapsed: 'none',
};

/** A threat is told once; one that comes earlier than the one that was told is another one. */
function isNewThreat(before: KnownLevel | undefined, { state, threat }: KnownLevel): boolean {
  if (state !== 'at-risk') return false;
  if (before?.state !== 'at-risk') return true;
  return threat !== null && before.threat !== null && threat < before.threat;
}

function newsOf(before: KnownLevel | undefined, now: KnownLevel | undefined): LevelNewsKind | null {
  if (before?.state === 'at-risk' && now?.state === 'active') return 'risk-over';
  const was = before === undefined ? 'none' : STANDINGS[before.state];
  const is = now === undefined ? 'none' : STANDINGS[now.state];
  if (was !== 'none' && is === 'none') return 'level-lost';
  if (was === 'none' && is === 'held' && now?.state !== 'at-risk') return 'level-gained';
  return null;
}

/**
 * In the order of the levels, those that are gone last.
 * @param before as they were when the last round looked; null at the first one, which tells of dangers alone: what a
 *   company had before anybody looked is no news
 */
export function levelNews<Level extends KnownLevel>(
  before: readonly KnownLevel[] | null,
  now: readonly Level[],
): readonly LevelNews<KnownLevel | Level>[] {
  const keyOf = ({ competency, level }: KnownLevel) => `${competency}/${level}`;
  const known = new Map((before ?? []).map((level) => [keyOf(level), level]));
  const present = new Set(now.map(keyOf));
  const news: LevelNews<KnownLevel | Level>[] = [];
  for (const level of now) {
    const earlier = known.get(keyOf(level));
    if (isNewThreat(earlier, level)) news.push({ kind: 'at-risk', level });
    const kind = before === null ? null : newsOf(earlier, level);
    if (kind !== null) news.push({ kind, level });
  }
  for (const level of before ?? []) {
    if (!present.has(keyOf(level)) && newsOf(level, undefined) !== null)
      news.push({ kind: 'level-lost', level });
  }
  return news;
}
