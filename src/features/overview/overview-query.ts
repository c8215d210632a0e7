import type { Overview } from '../../contract/competencies.ts';
import type { SkillsReportRow } from '../../contract/skills-report.ts';
import type { OptionResult } from '../../domain/evaluation/evaluation-result.ts';
import { isWithinReach } from '../shared/competency-status.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { personRef, recordRef } from '../shared/person-refs.ts';
import { staffOf } from '../shared/staff.ts';
import { expiringRecords } from './expiring-records.ts';

type LevelEvent = Overview['hold'][number];

const NO_EVENT = { option: null, on: null, people: null, cause: null };

function held(answer: PartnerAnswer): LevelEvent[] {
  const names = new Map(answer.programme.competencies.map(({ id, name }) => [id, name]));
  return answer.evaluation.attained.map(({ competency, level }) => ({
    ...NO_EVENT,
    competency,
    name: names.get(competency)!,
    level,
  }));
}

function aboutToEnd(answer: PartnerAnswer, mayNames: boolean): LevelEvent[] {
  const names = new Map(answer.programme.competencies.map(({ id, name }) => [id, name]));
  const ends = [...answer.levelEnds()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return ends.map(({ competency, level, on, cause }) => {
    const found = cause?.record == null ? undefined : answer.recordsById().get(cause.record);
    return {
      ...NO_EVENT,
      competency,
      name: names.get(competency)!,
      level,
      on,
      cause: cause && {
        code: cause.code,
        person: cause.person === null ? null : personRef(answer.directory, cause.person, mayNames),
        record: found === undefined ? null : recordRef(answer.programme, found.person, found.record),
      },
    };
  });
}

const REACH = 2;

/** Levels above what is held that one or two more people would earn, each by its nearest option. */
function withinReach({ evaluation, programme }: PartnerAnswer): LevelEvent[] {
  const rank = new Map(programme.levels.map((level) => [level.id, level.rank]));
  const names = new Map(programme.competencies.map(({ id, name }) => [id, name]));
  const held = new Map(
    evaluation.attained.map(({ competency, level }) => [competency, rank.get(level) ?? 0]),
  );
  const nearest = new Map<string, OptionResult>();
  for (const result of evaluation.competencies) {
    const above = (rank.get(result.level) ?? 0) > (held.get(result.competency) ?? Number.NEGATIVE_INFINITY);
    if (!above || !isWithinReach(result, REACH)) continue;
    const best = nearest.get(result.competency);
    if (best === undefined || result.shortfall.people < best.shortfall.people) {
      nearest.set(result.competency, result);
    }
  }
  return [...nearest.values()]
    .map(({ competency, level, option, shortfall }) => ({
      ...NO_EVENT,
      competency,
      name: names.get(competency)!,
      level,
      option,
      people: shortfall.people,
    }))
    .sort((a, b) => a.people - b.people);
}

function sourcesOf(answer: PartnerAnswer): Overview['sources'] {
  const sources = new Map<string, { lastReceivedAt: string | null; records: number }>();
  for (const { record } of answer.recordsById().values()) {
    const source = record.source ?? 'unknown';
    const entry = sources.get(source) ?? { lastReceivedAt: null, records: 0 };
    entry.records += 1;
    const at = record.recordedAt ?? null;
    if (at !== null && (entry.lastReceivedAt === null || at > entry.lastReceivedAt))
      entry.lastReceivedAt = at;
    sources.set(source, entry);
  }
  return [...sources].map(([source, entry]) => ({ source, ...entry })).sort((a, b) => b.records - a.records);
}

/** What an administrator asks every week: what do we hold, what shall we lose, what is within reach. */
export function overview(
  answer: PartnerAnswer,
  rows: readonly SkillsReportRow[],
  recentChanges: Overview['recentChanges'],
  mayNames: boolean,
): Overview {
  const { evaluation, programme, directory } = answer;
  const { people, associated } = staffOf(answer);
  const linked = new Set(associated.map((person) => person.id));
  const counting = rows.filter((row) => row.countsNow);
  return {
    hold: held(answer),
    aboutToEnd: aboutToEnd(answer, mayNames),
    withinReach: withinReach(answer),
    expiring: expiringRecords(answer, rows, mayNames),
    people: {
      total: people.length,
      associated: associated.length,
      counting: new Set(counting.map((row) => row.userId)).size,
      technical: people.filter((person) => directory.get(person.id)?.technical).length,
    },
    records: { total: rows.length, counting: counting.length },
    notAssociated: people
      .filter((person) => !linked.has(person.id))
      .map((person) => personRef(directory, person.id, mayNames)),
    recentChanges: [...recentChanges],
    sources: sourcesOf(answer),
    asOf: evaluation.asOf,
    programme: programme.id,
    catalogueVersion: programme.version,
    warnings: [...evaluation.warnings],
  };
}
