import type { PartnerSummary } from '../../contract/session.ts';
import type { SkillsReportRow } from '../../contract/skills-report.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { EvaluationResult } from '../../domain/evaluation/evaluation-result.ts';
import type { RecordVerdict } from '../../domain/evaluation/record-verdicts.ts';
import type { FactsDocument, FactsRecord } from '../../domain/facts/facts-document.ts';
import { type LevelEnd, levelEnds } from '../../domain/projection/level-ends.ts';
import type { AsOf } from './as-of.ts';
import { evaluateFacts, explainFacts } from './evaluate-facts.ts';
import type { Directory } from './person-refs.ts';
import { reportRowsOf } from './report-rows.ts';

/** What was loaded about a partner at one version of its evidence. */
export interface LoadedPartner {
  readonly partner: PartnerSummary;
  readonly facts: FactsDocument;
  readonly directory: Directory;
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
  readonly levelEnds: () => readonly LevelEnd[];
  /** Rows of the skills report; with `all` also those of skills that no option names. */
  readonly reportRows: (all: boolean) => readonly SkillsReportRow[];
  readonly recordsById: () => ReadonlyMap<string, { readonly person: string; readonly record: FactsRecord }>;
}

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
  const answer: PartnerAnswer = {
    ...loaded,
    programme,
    asOf,
    evaluation,
    verdicts,
    reportRows: (all) => (all ? everyRow() : listedRows()),
    levelEnds: lazily(() =>
      levelEnds(facts, programme, evaluation, (document, validAt, explain) =>
        evaluateFacts(document, programme, { validAt, knownAt: asOf.knownAt }, explain),
      ),
    ),
    recordsById: lazily(() => indexRecords(facts)),
  };
  const listedRows = lazily(() => reportRowsOf(answer, false));
  const everyRow = lazily(() => reportRowsOf(answer, true));
  return answer;
}
