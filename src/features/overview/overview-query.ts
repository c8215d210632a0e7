import type { CompetencyStatus, Overview } from '../../contract/competencies.ts';
import type { SkillsReportRow } from '../../contract/skills-report.ts';
import { competencyStatuses } from '../shared/competency-status.ts';
import { knownRecords } from '../shared/known-records.ts';
import { lossCauseViews } from '../shared/loss-cause-view.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { levelStandingView } from '../shared/partner-lifecycle.ts';
import { personRef } from '../shared/person-refs.ts';
import { staffOf } from '../shared/staff.ts';
import { expiringRecords } from './expiring-records.ts';
import { openLevels } from './open-levels.ts';

type LevelEvent = Overview['hold'][number];

/** As many people as the page names; the list of users has the others. */
const SHOWN_PEOPLE = 10;

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
  return answer.riskOfYear().ends.map(({ competency, level, on, cause }) => ({
    ...NO_EVENT,
    competency,
    name: names.get(competency)!,
    level,
    on,
    cause: lossCauseViews(answer, competency, cause, mayNames),
  }));
}

function withinReach(statuses: readonly CompetencyStatus[]): LevelEvent[] {
  return statuses
    .flatMap(({ competency, name, withinReach: reach }) =>
      reach === null ? [] : [{ ...NO_EVENT, competency, name, ...reach }],
    )
    .sort((a, b) => a.people - b.people);
}

function sourcesOf(answer: PartnerAnswer): Overview['sources'] {
  const sources = new Map<string, { lastReceivedAt: string | null; records: number }>();
  // Without a bound everything is known.
  const known = answer.asOf.knownAt === null ? null : knownRecords(answer);
  for (const { records = [] } of answer.facts.people ?? []) {
    for (const record of records ?? []) {
      if (known !== null && !known.has(record.id)) continue;
      const source = record.source ?? 'unknown';
      const entry = sources.get(source) ?? { lastReceivedAt: null, records: 0 };
      entry.records += 1;
      const at = record.recordedAt ?? null;
      if (at !== null && (entry.lastReceivedAt === null || at > entry.lastReceivedAt))
        entry.lastReceivedAt = at;
      sources.set(source, entry);
    }
  }
  return [...sources].map(([source, entry]) => ({ source, ...entry })).sort((a, b) => b.records - a.records);
}

/** How many rows count now, and of how many people. */
function countingRows(rows: readonly SkillsReportRow[]) {
  let counting = 0;
  const holders = new Set<string>();
  for (const { countsNow, userId } of rows) {
    if (!countsNow) continue;
    counting++;
    holders.add(userId);
  }
  return { counting, holders: holders.size };
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
  const statuses = competencyStatuses(programme, evaluation, new Map());
  const linked = new Set(associated);
  const notAssociated = people.filter((person) => !linked.has(person));
  const { counting, holders } = countingRows(rows);
  return {
    levels: answer.levelStandings().map((standing) => levelStandingView(programme, standing)),
    hold: held(answer),
    aboutToEnd: aboutToEnd(answer, mayNames),
    withinReach: withinReach(statuses),
    open: openLevels(programme, statuses, evaluation),
    ...expiringRecords(answer, rows, mayNames),
    people: {
      total: people.length,
      associated: associated.length,
      notAssociated: notAssociated.length,
      counting: holders,
      technical: people.filter((person) => directory.get(person.id)?.technical).length,
    },
    records: { total: rows.length, counting },
    notAssociated: notAssociated
      .slice(0, SHOWN_PEOPLE)
      .map((person) => personRef(directory, person.id, mayNames)),
    recentChanges: [...recentChanges],
    sources: sourcesOf(answer),
    asOf: evaluation.asOf,
    programme: programme.id,
    catalogueVersion: programme.version,
    warnings: [...evaluation.warnings],
  };
}
