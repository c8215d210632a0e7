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
import type { Day } from '../time/day.ts';
import { assessOption } from './assess-option.ts';
import { attainedLevels } from './attained-levels.ts';
import { collectWarnings } from './collect-warnings.ts';
import { compileProgramme } from './compile-programme.ts';
import type { CompiledProgramme, EvaluationScope } from './compiled-programme.ts';
import { PeopleCounts } from './count-people.ts';
import type { EvaluationResult, OptionResult, RequirementNode } from './evaluation-result.ts';
import { explainOption } from './explain-option.ts';
import { OUTCOMES, type OutcomeNumber } from './outcomes.ts';
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
  private readonly header: Pick<EvaluationResult, 'programme' | 'catalogueVersion' | 'asOf'>;
  private readonly texts: ResultTexts;

  constructor(question: Question) {
    const { programme, day, scope, asOf } = question;
    this.question = question;
    this.compiled = compileProgramme(programme, day, scope);
    this.counts = new PeopleCounts(this.compiled);
    this.outcomes = this.compiled.options.map(() => 0);
    this.shortfalls = this.compiled.options.map(() => 0);
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
    const trees = compiled.options.map((option) => explainOption(run, option));
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
    const { compiled, facts, counts } = this;
    for (let index = 0; index < compiled.options.length; index++) {
      const { outcome, shortfall } = assessOption(compiled.options[index]!, facts, counts, compiled.day);
      this.outcomes[index] = outcome;
      this.shortfalls[index] = shortfall;
    }
  }

  private text(): string {
    const { facts, compiled, outcomes, shortfalls } = this;
    const attained = attainedLevels(facts, compiled, outcomes);
    const warnings = collectWarnings(facts, this.reader, compiled);
    return resultText(this.texts, facts.partner, outcomes, shortfalls, attained, warnings);
  }

  private result(
    trees: readonly (readonly RequirementNode[])[] | null,
    verdicts: readonly RecordVerdict[] | null,
  ): EvaluationResult {
    const { compiled, facts, outcomes, shortfalls } = this;
    const competencies = compiled.options.map(({ competency, level, option }, index): OptionResult => {
      const answer = { competency, level, option, outcome: OUTCOMES[outcomes[index]!] };
      const rest = { score: null, shortfall: { people: shortfalls[index]! } };
      return trees === null ? { ...answer, ...rest } : { ...answer, requirements: trees[index]!, ...rest };
    });
    const attained = attainedLevels(facts, compiled, outcomes);
    const warnings = collectWarnings(facts, this.reader, compiled);
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
