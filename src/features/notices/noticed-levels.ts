/** The levels of a company as notices tell of them. */

import { type KnownLevel, levelNews } from '../../domain/notices/level-news.ts';
import type { LossCause } from '../../domain/projection/loss-causes.ts';
import { formatDay, parseDay } from '../../domain/time/day.ts';
import { levelLoss } from '../shared/level-loss.ts';
import { lossCauseViews } from '../shared/loss-cause-view.ts';
import type { NoticedCause, NoticedLevel } from '../shared/notices/notice-content.ts';
import type { NoticeDraft } from '../shared/notices/raise-notices.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import type { LevelStanding } from '../shared/partner-lifecycle.ts';

/** A level as it was told: what the round remembers of it. */
export interface RememberedLevel extends KnownLevel {
  readonly programme: string;
}

/** A cause without the names of people. */
function nameless(answer: PartnerAnswer, competency: string, causes: readonly LossCause[]): NoticedCause[] {
  return lossCauseViews(answer, competency, causes, false).map((cause) => ({
    ...cause,
    people: cause.people.map(({ id }) => id),
  }));
}

function noticed(answer: PartnerAnswer, standing: LevelStanding): NoticedLevel {
  const { competency, level, state, anniversary } = standing;
  const { on, causes } = state === 'at-risk' ? levelLoss(answer, standing) : { on: null, causes: [] };
  return {
    competency,
    level,
    state,
    lostOn: on === null ? null : formatDay(on),
    anniversary: anniversary === null ? null : formatDay(anniversary),
    causes: nameless(answer, competency, causes),
  };
}

/** The levels that a year of membership holds and that are lost, or known to be lost, by its end. */
export function levelsAtRisk(answer: PartnerAnswer): readonly NoticedLevel[] {
  return answer
    .levelStandings()
    .filter(({ state }) => state === 'at-risk')
    .map((standing) => noticed(answer, standing));
}

export interface LevelNotices {
  readonly drafts: readonly NoticeDraft[];
  readonly levels: readonly RememberedLevel[];
}

/** @param before the levels of all programmes as they were told last; null at the first look */
export function levelNotices(answer: PartnerAnswer, before: readonly RememberedLevel[] | null): LevelNotices {
  const programme = answer.programme.id;
  const day = answer.asOf.validAt;
  const standings = answer.levelStandings().map((standing) => {
    const level = noticed(answer, standing);
    const threat = level.lostOn === null ? null : parseDay(level.lostOn);
    return {
      programme,
      competency: level.competency,
      level: level.level,
      state: standing.state,
      threat,
      told: level,
    };
  });
  const known = before?.filter((level) => level.programme === programme) ?? null;
  const news = levelNews(known, standings);
  const told = new Map(standings.map((level) => [`${level.competency}/${level.level}`, level.told]));
  const drafts = (['at-risk', 'level-lost', 'level-gained'] as const).flatMap((kind): NoticeDraft[] => {
    const levels = news
      .filter((each) => each.kind === kind)
      .map(({ level: { competency, level } }): NoticedLevel => {
        const gone = { competency, level, state: null, lostOn: null, anniversary: null, causes: [] };
        return told.get(`${competency}/${level}`) ?? gone;
      });
    if (levels.length === 0) return [];
    const about = levels.map(({ competency, level, lostOn }) => `${competency}/${level} ${lostOn ?? ''}`);
    // What was told is remembered with the levels; the key keeps two of one day apart.
    const key = `${kind} ${programme} ${day} ${about.join(' ')}`.slice(0, 1_000);
    return [{ content: { kind, programme, day, levels }, key, userId: null }];
  });
  return { drafts, levels: standings.map(({ told: _, ...level }) => level) };
}
