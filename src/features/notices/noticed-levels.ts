/** The levels of a company as notices tell of them. */
import { type KnownLevel, type LevelNewsKind, levelNews } from '../../domain/notices/level-news.ts';
import type { LossCause } from '../../domain/projection/loss-causes.ts';
import { formatDay, parseDay } from '../../domain/time/day.ts';
import { cheapestFirst } from '../shared/cheapest-first.ts';
import { levelLoss } from '../shared/level-loss.ts';
import { levelRepairs } from '../shared/level-repair.ts';
import { lossCauseViews } from '../shared/loss-cause-view.ts';
import type { NoticedCause, NoticedLevel, NoticedRepair } from '../shared/notices/notice-content.ts';
import type { NoticeDraft } from '../shared/notices/raise-notices.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { competencyHistory, type LevelStanding } from '../shared/partner-lifecycle.ts';

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

/** To try a repair takes a moment in a large company: it is tried for as many levels as a notice lists. */
const MOST_REPAIRED = 10;

/** The day on which something must be done is that of the loss; what is lost already is repaired today. */
function cheapestRepairs({ facts, programme, asOf }: PartnerAnswer): (level: NoticedLevel) => NoticedRepair {
  const repairOf = levelRepairs(facts, programme, asOf.knownAt);
  return (level) => {
    const { lostOn, causes } = level;
    const on = lostOn !== null && lostOn > asOf.validAt ? lostOn : asOf.validAt;
    const { actions, peopleMissing } = repairOf(level, on);
    return { action: cheapestFirst(actions, causes)[0] ?? null, peopleMissing };
  };
}

/** @param pause between repairs: each may take long */
async function withRepairs(
  answer: PartnerAnswer,
  levels: readonly NoticedLevel[],
  pause: () => Promise<unknown>,
): Promise<readonly NoticedLevel[]> {
  const repairOf = cheapestRepairs(answer);
  const repaired: NoticedLevel[] = [];
  for (const level of levels.slice(0, MOST_REPAIRED)) {
    await pause();
    repaired.push({ ...level, repair: repairOf(level) });
  }
  return [...repaired, ...levels.slice(MOST_REPAIRED)];
}

/** A membership was not renewed, or was renewed without this level. */
function withLapse(answer: PartnerAnswer, lost: NoticedLevel): NoticedLevel {
  if (lost.state !== 'lapsed') return lost;
  const last = competencyHistory(answer, lost.competency).find(({ level }) => level === lost.level);
  return { ...lost, lapse: last?.cause === 'not-met-at-renewal' ? 'not-met-at-renewal' : 'not-renewed' };
}

/** What is asked of levels that are told alone: it takes longer than the look at all of them. */
async function withMore(
  kind: LevelNewsKind,
  answer: PartnerAnswer,
  levels: readonly NoticedLevel[],
  pause: () => Promise<unknown>,
): Promise<readonly NoticedLevel[]> {
  if (kind === 'at-risk') return withRepairs(answer, levels, pause);
  return kind === 'level-lost' ? levels.map((level) => withLapse(answer, level)) : levels;
}

export interface LevelNotices {
  readonly drafts: readonly NoticeDraft[];
  readonly levels: readonly RememberedLevel[];
}

const TOLD = ['at-risk', 'risk-over', 'level-lost', 'level-gained'] as const;

/** @param before the levels of all programmes as they were told last; null at the first look */
export async function levelNotices(
  answer: PartnerAnswer,
  before: readonly RememberedLevel[] | null,
  pause: () => Promise<unknown>,
): Promise<LevelNotices> {
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
  const byKey = new Map(standings.map((level) => [`${level.competency}/${level.level}`, level.told]));
  const drafts: NoticeDraft[] = [];
  for (const kind of TOLD) {
    const found = news
      .filter((each) => each.kind === kind)
      .map(({ level: { competency, level } }): NoticedLevel => {
        const gone = { competency, level, state: null, lostOn: null, anniversary: null, causes: [] };
        return byKey.get(`${competency}/${level}`) ?? gone;
      });
    if (found.length === 0) continue;
    const about = found.map(({ competency, level, lostOn }) => `${competency}/${level} ${lostOn ?? ''}`);
    // What was told is remembered with the levels; the key keeps two of one day apart.
    const key = `${kind} ${programme} ${day} ${about.join(' ')}`.slice(0, 1_000);
    const levels = await withMore(kind, answer, found, pause);
    drafts.push({ content: { kind, programme, day, levels }, key, userId: null });
  }
  return { drafts, levels: standings.map(({ told: _, ...level }) => level) };
}
