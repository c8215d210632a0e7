import type { PartnerSummary } from '../../contract/session.ts';
import type { SkillsReportRow } from '../../contract/skills-report.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { EvaluationResult } from '../../domain/evaluation/evaluation-result.ts';
import type { RecordVerdict } from '../../domain/evaluation/record-verdicts.ts';
import type { FactsDocument, FactsRecord } from '../../domain/facts/facts-document.ts';
import type { ProjectedRisk } from '../../domain/projection/level-risk.ts';
import { addYears, formatDay, parseDay } from '../../domain/time/day.ts';
import type { AsOf } from './as-of.ts';
import { explainFacts, projectFacts } from './evaluate-facts.ts';
import type { Directory } from './person-refs.ts';
import { reportRowsOf } from './report-rows.ts';

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
  /** Rows of the skills report; with `all` also those of skills that no option names. */
  readonly reportRows: (all: boolean) => readonly SkillsReportRow[];
  readonly recordsById: () => ReadonlyMap<string, { readonly person: string; readonly record: FactsRecord }>;
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
 */
export function partnerAnswer(
  loaded: LoadedPartner,
  programme: Programme,
  asOf: AsOf,
  knownElsewhere: ReadonlySet<string> = new Set(),
): PartnerAnswer {
  const { facts } = loaded;
  const { result, verdicts } = explainFacts(facts, programme, asOf);
  const warnings = result.warnings.filter(
    ({ code, skill }) => code !== 'unknown-skill' || !knownElsewhere.has(String(skill)),
  );
  const evaluation = { ...result, warnings };
  const risks = new Map<string, ProjectedRisk>();
  const answer: PartnerAnswer = {
    ...loaded,
    programme,
    asOf,
    evaluation,
    verdicts,
    reportRows: (all) => (all ? everyRow() : listedRows()),
    riskUntil(until) {
      const known = risks.get(until);
      if (known !== undefined) return known;
      const risk = projectFacts(facts, programme, { ...asOf, until });
      if (risks.size === MOST_RISKS) risks.clear();
      risks.set(until, risk);
      return risk;
    },
    riskOfYear: () => answer.riskUntil(formatDay(addYears(parseDay(asOf.validAt)!, 1))),
    recordsById: lazily(() => indexRecords(facts)),
  };
  const listedRows = lazily(() => reportRowsOf(answer, false));
  const everyRow = lazily(() => reportRowsOf(answer, true));
  return answer;
}
