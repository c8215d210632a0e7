import type { PartnerSummary } from '../../contract/session.ts';
import type { SkillsReportRow } from '../../contract/skills-report.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { EvaluationResult } from '../../domain/evaluation/evaluation-result.ts';
import type { JudgedPeople } from '../../domain/evaluation/judged-people.ts';
import type { RecordVerdict } from '../../domain/evaluation/record-verdicts.ts';
import type { FactsDocument, FactsRecord } from '../../domain/facts/facts-document.ts';
import type { ProjectedRisk } from '../../domain/projection/level-risk.ts';
import { nextChange, nextLevelChange } from '../../domain/projection/next-change.ts';
import { addYears, formatDay, parseDay } from '../../domain/time/day.ts';
import type { AsOf } from './as-of.ts';
import { explainFacts, projectFacts } from './evaluate-facts.ts';
import { withOwnExemptions } from './own-exemptions.ts';
import { type LevelStanding, levelStandings } from './partner-lifecycle.ts';
import type { Directory } from './person-refs.ts';
import { type ReportRows, reportRowsOf } from './report-rows.ts';

/** What was loaded about a partner at one version of its evidence. */
export interface LoadedPartner {
  readonly partner: PartnerSummary;
  readonly facts: FactsDocument;
  readonly directory: Directory;
  /** Of the facts above; see `evidenceVersions`. */
  readonly evidenceVersion: number;
}

/**
 * A partner's answer on one day as known at one time: loaded once, evaluated once, read by every page.
 * What not every page needs is computed at the first question and kept with the answer.
 */
export interface PartnerAnswer extends LoadedPartner {
  readonly programme: Programme;
  readonly asOf: AsOf;
  readonly evaluation: EvaluationResult;
  /** For every record: the options that name it, and why it does not count for them. */
  readonly verdicts: readonly RecordVerdict[];
  /** What may be lost until a day, by what is already known. */
  readonly riskUntil: (until: string) => ProjectedRisk;
  /** The same for a year from the day of the answer, which pages show. */
  readonly riskOfYear: () => ProjectedRisk;
  /** The state of every level that is begun, met, held or was held. */
  readonly levelStandings: () => readonly LevelStanding[];
  /** Rows of the skills report; with `all` also those of skills that no option names. */
  readonly reportRows: (all: boolean) => readonly SkillsReportRow[];
  /** A record of a person, by their ids. */
  readonly recordOf: (person: string, record: string) => FactsRecord | undefined;
  /** First later day, `YYYY-MM-DD`, on which an answer of any kind may differ by what is known now. */
  readonly changesOn: () => string;
  /** The same of the levels alone: pages name months, levels without figures do not depend on them. */
  readonly levelsChangeOn: () => string;
  readonly recordsById: () => ReadonlyMap<string, { readonly person: string; readonly record: FactsRecord }>;
  /** What the next answer about the partner may take over. */
  readonly remembered: () => RememberedAnswer;
}

/** What is known of each person, taken over by later answers for people of whom nothing new is told. */
export interface RememberedAnswer {
  readonly judged: JudgedPeople;
  /** Rows of the skills report as they were made last, listed ones and all. */
  readonly listed: ReportRows | null;
  readonly all: ReportRows | null;
}

/** Ends of questions about risk kept with one answer: a year, an anniversary, and what a reader tries. */
const MOST_RISKS = 4;

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function indexRecords(facts: FactsDocument) {
  const records = new Map<string, { person: string; record: FactsRecord }>();
  for (const person of facts.people ?? []) {
    for (const record of person.records ?? []) records.set(record.id, { person: person.id, record });
  }
  return records;
}

/**
 * @param knownElsewhere skills that another programme knows: that this one does not is no remark to make
 * @param before what an earlier answer to the same question remembers; the answer is the same without it
 */
export function partnerAnswer(
  partner: LoadedPartner,
  programme: Programme,
  asOf: AsOf,
  knownElsewhere: ReadonlySet<string> = new Set(),
  before: RememberedAnswer | null = null,
): PartnerAnswer {
  const facts = withOwnExemptions(partner.facts, programme);
  const loaded = { ...partner, facts };
  const { result, verdicts, judged } = explainFacts(facts, programme, asOf, before?.judged ?? null);
  const warnings = result.warnings.filter(
    ({ code, skill }) => code !== 'unknown-skill' || !knownElsewhere.has(String(skill)),
  );
  const evaluation = { ...result, warnings };
  const risks = new Map<string, ProjectedRisk>();
  // Only what was made is handed on: an answer never keeps the one before it.
  let listed = before?.listed ?? null;
  let all = before?.all ?? null;
  const people = lazily(() => new Map((facts.people ?? []).map((person) => [person.id, person])));
  const answer: PartnerAnswer = {
    ...loaded,
    programme,
    asOf,
    evaluation,
    verdicts,
    reportRows: (every) => (every ? everyRow() : listedRows()),
    recordOf: (person, record) =>
      people()
        .get(person)
        ?.records?.find(({ id }) => id === record),
    riskUntil(until) {
      const known = risks.get(until);
      if (known !== undefined) return known;
      const risk = projectFacts(facts, programme, { ...asOf, until });
      if (risks.size === MOST_RISKS) risks.clear();
      risks.set(until, risk);
      return risk;
    },
    riskOfYear: () => answer.riskUntil(formatDay(addYears(parseDay(asOf.validAt)!, 1))),
    levelStandings: lazily(() => levelStandings(answer)),
    changesOn: lazily(() => formatDay(nextChange(facts, programme, parseDay(asOf.validAt)!))),
    levelsChangeOn: lazily(() => formatDay(nextLevelChange(facts, programme, parseDay(asOf.validAt)!))),
    recordsById: lazily(() => indexRecords(facts)),
    remembered: () => ({ judged, listed, all }),
  };
  const source = { ...loaded, programme, asOf, verdicts, judged };
  const listedRows = lazily(() => {
    listed = reportRowsOf(source, false, listed);
    return listed.rows;
  });
  const everyRow = lazily(() => {
    all = reportRowsOf(source, true, all);
    return all.rows;
  });
  return answer;
}
