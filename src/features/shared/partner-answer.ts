import type { PartnerSummary } from '../../contract/session.ts';
import type { SkillsReportRow } from '../../contract/skills-report.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { EvaluationResult } from '../../domain/evaluation/evaluation-result.ts';
import type { RememberedEvaluation } from '../../domain/evaluation/kept-answers.ts';
import type { RecordVerdict } from '../../domain/evaluation/record-verdicts.ts';
import type { FactsDocument, FactsRecord } from '../../domain/facts/facts-document.ts';
import { withFiguresOn } from '../../domain/facts/figures-on.ts';
import { withRiskAnew, withSpansAnew } from '../../domain/projection/by-competency.ts';
import type { LevelSpans } from '../../domain/projection/level-history.ts';
import type { ProjectedRisk } from '../../domain/projection/level-risk.ts';
import { nextChange, nextLevelChange } from '../../domain/projection/next-change.ts';
import { addYears, type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import type { AsOf } from './as-of.ts';
import { explainFacts, historyOfLevels, projectFacts } from './evaluate-facts.ts';
import { type KeptAnswer, keptByCompetency } from './kept-by-competency.ts';
import { withOwnExemptions } from './own-exemptions.ts';
import { type LevelStanding, levelStandings } from './partner-lifecycle.ts';
import type { Directory } from './person-refs.ts';
import { type ReportRows, reportRowsOf } from './report-rows.ts';

/** What was loaded about a partner at one version of its evidence. */
export interface LoadedPartner {
  readonly partner: PartnerSummary;
  readonly facts: FactsDocument;
  readonly directory: Directory;
  /** Of the facts above; see `readEvidence`. */
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
  /** On which days each level was met, from a day to the day of the answer. */
  readonly levelSpans: (from: Day) => LevelSpans;
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

/** What later answers take over: of people of whom nothing new is told, and of competencies that these do not touch. */
export interface RememberedAnswer {
  readonly evaluation: RememberedEvaluation;
  /** By the end of the question. */
  readonly risks: ReadonlyMap<string, KeptAnswer<ProjectedRisk>>;
  /** By the first day. */
  readonly spans: ReadonlyMap<Day, KeptAnswer<LevelSpans>>;
  /** Rows of the skills report as they were made last, listed ones and all. */
  readonly listed: ReportRows | null;
  readonly all: ReportRows | null;
}

/** Ends of questions about risk kept with one answer: a year, an anniversary, and what a reader tries. */
const MOST_RISKS = 4;

/** First days of histories kept with one answer: that of the first membership, and one for each competency that is told. */
const MOST_SPANS = 4;

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

/** That this programme does not know a skill which another one knows is no remark to make. */
function withoutKnownElsewhere(result: EvaluationResult, elsewhere: ReadonlySet<string>): EvaluationResult {
  const warnings = result.warnings.filter(
    ({ code, skill }) => code !== 'unknown-skill' || !elsewhere.has(String(skill)),
  );
  if (warnings.length === result.warnings.length) return result;
  // A copy of what is only made when it is asked for must not ask for it.
  return Object.defineProperties({} as EvaluationResult, {
    ...Object.getOwnPropertyDescriptors(result),
    warnings: { value: warnings, enumerable: true },
  });
}

/**
 * @param knownElsewhere skills that another programme knows
 * @param before what an earlier answer to the same question remembers; the answer is the same without it
 */
export function partnerAnswer(
  partner: LoadedPartner,
  programme: Programme,
  asOf: AsOf,
  knownElsewhere: ReadonlySet<string> = new Set(),
  before: RememberedAnswer | null = null,
): PartnerAnswer {
  const known = withOwnExemptions(partner.facts, programme);
  const facts = withFiguresOn(known, asOf.validAt);
  const loaded = { ...partner, facts };
  const explained = explainFacts(facts, programme, asOf, before?.evaluation ?? null);
  const { result, verdicts, remembered, anew } = explained;
  const { judged } = remembered;
  const evaluation = withoutKnownElsewhere(result, knownElsewhere);
  const risks = keptByCompetency(programme, before?.risks ?? new Map(), anew, MOST_RISKS, {
    make: (rules, until: string) => projectFacts(withOwnExemptions(facts, rules), rules, { ...asOf, until }),
    join: (risk, again, these) => withRiskAnew(programme, risk, again, these),
  });
  const spans = keptByCompetency(programme, before?.spans ?? new Map(), anew, MOST_SPANS, {
    make: (rules, from: Day) => historyOfLevels(withOwnExemptions(known, rules), rules, asOf, from),
    join: withSpansAnew,
  });
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
    riskUntil: (until) => risks.of(until),
    riskOfYear: () => answer.riskUntil(formatDay(addYears(parseDay(asOf.validAt)!, 1))),
    levelSpans: (from) => spans.of(from),
    levelStandings: lazily(() => levelStandings(answer)),
    changesOn: lazily(() => formatDay(nextChange(facts, programme, parseDay(asOf.validAt)!))),
    levelsChangeOn: lazily(() => formatDay(nextLevelChange(facts, programme, parseDay(asOf.validAt)!))),
    recordsById: lazily(() => indexRecords(facts)),
    remembered: () => ({
      evaluation: remembered,
      risks: risks.remembered(),
      spans: spans.remembered(),
      listed,
      all,
    }),
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
