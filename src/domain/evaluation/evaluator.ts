/**
 * Answers one question (programme, day, known bound, scope) for one partner after the other, with the same columns
 * and counters each time. A run either counts, or counts and explains; both judge by the same code.
 */
import type { Programme } from '../catalogue/catalogue.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { InvalidFacts } from '../facts/facts-problem.ts';
import { FactsReader } from '../facts/facts-reader.ts';
import { FactsTable } from '../facts/facts-table.ts';
import { readFacts } from '../facts/read-facts.ts';
import type { ScoreAssessment } from '../score/assess-score.ts';
import { scoreResult } from '../score/score-result.ts';
import type { Day } from '../time/day.ts';
import { isForPartner } from './applicable-options.ts';
import { assessOption } from './assess-option.ts';
import { attainedLevels } from './attained-levels.ts';
import { collectWarnings } from './collect-warnings.ts';
import { compileProgramme } from './compile-programme.ts';
import type { CompiledProgramme, EvaluationScope } from './compiled-programme.ts';
import { PeopleCounts } from './count-people.ts';
import type { EvaluationResult, OptionResult, RequirementNode } from './evaluation-result.ts';
import { explainOption } from './explain-option.ts';
import { OUTCOMES, type OutcomeNumber, UNMET } from './outcomes.ts';
import { QualificationWindow } from './qualification-window.ts';
import { judgeRecords, notCounted, type RecordVerdict, recordVerdicts } from './record-verdicts.ts';
import { type ResultTexts, resultText, resultTexts } from './result-text.ts';
import { Witnesses } from './witnesses.ts';

export interface Question {
  readonly programme: Programme;
  readonly day: Day;
  /** As asked, echoed in results. */
  readonly asOf: { readonly validAt: string; readonly knownAt: string | null };
  /** Milliseconds; records recorded after it are not known. `null`: all of the document is known. */
  readonly known: number | null;
  readonly scope: EvaluationScope;
  /** Whether the programme's qualification window is looked into. */
  readonly window: boolean;
}

/** A result with its explanation, and the verdict on every record. */
export interface ExplainedEvaluation {
  readonly kind: 'explained';
  readonly result: EvaluationResult;
  readonly verdicts: readonly RecordVerdict[];
}

export class Evaluator {
  private readonly question: Question;
  private readonly compiled: CompiledProgramme;
  private readonly counts: PeopleCounts;
  private readonly facts = new FactsTable();
  private readonly reader = new FactsReader();
  private readonly outcomes: OutcomeNumber[];
  private readonly shortfalls: number[];
  private readonly scores: (ScoreAssessment | null)[];
  /** Options that the partner is asked for: all of them, unless tracks are assigned. */
  private asked: readonly number[];
  private readonly window: QualificationWindow | null;
  /** By option, in programmes with a qualification window. */
  private qualified: readonly (boolean | null)[] = [];
  private readonly header: Pick<EvaluationResult, 'programme' | 'catalogueVersion' | 'asOf'>;
  private readonly texts: ResultTexts;

  constructor(question: Question) {
    const { programme, day, scope, asOf } = question;
    this.question = question;
    this.compiled = compileProgramme(programme, day, scope);
    this.counts = new PeopleCounts(this.compiled);
    this.outcomes = this.compiled.options.map(() => 0);
    this.shortfalls = this.compiled.options.map(() => 0);
    this.scores = this.compiled.options.map(() => null);
    this.asked = this.compiled.options.map((_, index) => index);
    const months = question.window ? programme.qualificationWindowMonths : null;
    this.window = months === null ? null : new QualificationWindow(this.compiled, months);
    this.header = { programme: programme.id, catalogueVersion: programme.version, asOf };
    this.texts = resultTexts(this.compiled.options, this.header);
  }

  /** Levels only: outcomes, shortfalls, attained levels, warnings. */
  evaluate(document: FactsDocument): EvaluationResult | InvalidFacts {
    const answer = this.count(document) ?? this.result(null, null);
    this.facts.release();
    return answer;
  }

  /** The same as `evaluate`, as compact JSON text. */
  evaluateToText(document: FactsDocument): string | InvalidFacts {
    const answer = this.count(document) ?? this.text();
    this.facts.release();
    return answer;
  }

  /** The same answer with requirement trees, seats and the reason for every record that does not count. */
  explain(document: FactsDocument): ExplainedEvaluation | InvalidFacts {
    const answer = this.read(document) ?? this.explained();
    this.facts.release();
    return answer;
  }

  private explained(): ExplainedEvaluation {
    const { facts, compiled, counts } = this;
    const judged = judgeRecords(facts, compiled);
    const people = peopleById(facts);
    const rank = new Int32Array(facts.personCount);
    people.forEach((person, index) => {
      rank[person] = index;
    });
    const individuals = people.filter((person) => (facts.individualOf?.[person] ?? person) === person);
    counts.countWithHolders(facts, individuals, judged.reasons);
    this.assess();
    const run = { compiled, facts, counts, rank, witnesses: new Witnesses(facts, judged.reasons) };
    const verdicts = recordVerdicts(facts, compiled, judged);
    const trees = compiled.options.map((option) =>
      isForPartner(option, facts) ? explainOption(run, option) : [],
    );
    return { kind: 'explained', result: this.result(trees, verdicts), verdicts };
  }

  private read(document: FactsDocument): InvalidFacts | null {
    return readFacts(document, this.compiled, this.question.known, this.facts, this.reader);
  }

  private count(document: FactsDocument): InvalidFacts | null {
    const problem = this.read(document);
    if (problem !== null) return problem;
    this.counts.count(this.facts);
    this.assess();
    return null;
  }

  private assess(): void {
    const { compiled, facts, counts, outcomes, shortfalls, scores } = this;
    const { options } = compiled;
    if (compiled.assignsTracks) {
      this.asked = options.flatMap((option, index) => (isForPartner(option, facts) ? [index] : []));
      outcomes.fill(UNMET);
      scores.fill(null);
    }
    for (const index of this.asked) {
      const assessment = assessOption(options[index]!, facts, counts, compiled.day);
      outcomes[index] = assessment.outcome;
      shortfalls[index] = assessment.shortfall;
      scores[index] = assessment.score;
    }
    if (this.window !== null) this.qualified = this.window.qualified(facts, outcomes, this.asked);
  }

  private entryText(index: number): string {
    const { texts, window } = this;
    const outcome = this.outcomes[index]!;
    const shortfall = this.shortfalls[index]!;
    const score = this.scores[index]!;
    if (score === null && window === null) return texts.entry(index, outcome, shortfall);
    const qualified = window === null ? undefined : this.qualified[index]!;
    return texts.scoredEntry(
      index,
      outcome,
      shortfall,
      score === null ? null : scoreResult(score),
      qualified,
    );
  }

  private text(): string {
    const { facts, compiled, outcomes } = this;
    const entries = this.asked.map((index) => this.entryText(index));
    const attained = attainedLevels(facts, compiled, outcomes);
    const warnings = collectWarnings(facts, this.reader, compiled, this.scores);
    return resultText(this.texts, facts.partner, entries, attained, warnings);
  }

  private entry(index: number, trees: readonly (readonly RequirementNode[])[] | null): OptionResult {
    const { competency, level, option } = this.compiled.options[index]!;
    const score = this.scores[index]!;
    return {
      competency,
      level,
      option,
      outcome: OUTCOMES[this.outcomes[index]!],
      ...(this.window !== null && { qualifiedInWindow: this.qualified[index]! }),
      ...(trees !== null && { requirements: trees[index]! }),
      score: score === null ? null : scoreResult(score),
      shortfall: { people: this.shortfalls[index]! },
    };
  }

  private result(
    trees: readonly (readonly RequirementNode[])[] | null,
    verdicts: readonly RecordVerdict[] | null,
  ): EvaluationResult {
    const { compiled, facts, outcomes } = this;
    const competencies = this.asked.map((index) => this.entry(index, trees));
    const attained = attainedLevels(facts, compiled, outcomes);
    const warnings = collectWarnings(facts, this.reader, compiled, this.scores);
    const answer = { partner: facts.partner, ...this.header, competencies, attained };
    return verdicts === null
      ? { ...answer, warnings }
      : { ...answer, notCounted: notCounted(verdicts), warnings };
  }
}

function peopleById(facts: FactsTable): number[] {
  const people = Array.from({ length: facts.personCount }, (_, person) => person);
  return people.sort((left, right) => (facts.people[left]!.id < facts.people[right]!.id ? -1 : 1));
}
