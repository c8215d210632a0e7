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
import type { CompiledProgramme, CompiledSharing, EvaluationScope } from './compiled-programme.ts';
import { PeopleCounts } from './count-people.ts';
import type { EvaluationResult, OptionResult, RequirementNode, Warning } from './evaluation-result.ts';
import { explainOption, type SharedAnswer } from './explain-option.ts';
import { inEitherCase, OUTCOMES, type OutcomeNumber, UNDETERMINED } from './outcomes.ts';
import { judgeRecords, notCounted, type RecordVerdict, recordVerdicts } from './record-verdicts.ts';
import { type ResultTexts, resultText, resultTexts } from './result-text.ts';
import { withSeatsTaken } from './seats-taken.ts';
import { shareSeatsByMarket } from './share-seats.ts';
import { SharedUses } from './shared-uses.ts';
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
  /** The joint answer of options that sharing limits couple; empty in programmes without such limits. */
  private shared: readonly SharedAnswer[] = [];
  /** Places of the options that the question is about. */
  private readonly asked: readonly number[];
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
    this.asked = this.compiled.options.flatMap(({ asked }, place) => (asked ? [place] : []));
    this.texts = resultTexts(
      this.asked.map((place) => this.compiled.options[place]!),
      this.header,
    );
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
    this.assess(rank);
    const { outcomes, shared } = this;
    const witnesses = new Witnesses(facts, judged.reasons);
    const run = { compiled, facts, counts, rank, witnesses, outcomes, shared };
    const trees = compiled.options.map((option) => (option.asked ? explainOption(run, option) : []));
    const judgedVerdicts = recordVerdicts(facts, compiled, judged);
    const verdicts =
      shared.length === 0 ? judgedVerdicts : withSeatsTaken(judgedVerdicts, compiled.options, trees);
    return { kind: 'explained', result: this.result(trees, verdicts), verdicts };
  }

  private read(document: FactsDocument): InvalidFacts | null {
    return readFacts(document, this.compiled, this.question.known, this.facts, this.reader);
  }

  private count(document: FactsDocument): InvalidFacts | null {
    const problem = this.read(document);
    if (problem !== null) return problem;
    this.counts.count(this.facts);
    this.assess(null);
    return null;
  }

  /** `rank` is the order of person ids, where seats are shown. */
  private assess(rank: Int32Array | null): void {
    const { compiled, facts, counts, outcomes } = this;
    const { options, order, sharing } = compiled;
    if (sharing !== null) this.share(sharing, rank);
    for (let step = 0; step < options.length; step++) {
      const index = order === null ? step : order[step]!;
      if (sharing !== null && this.shared[0]!.shared.options.has(index)) continue;
      const answer = assessOption(options[index]!, facts, counts, compiled.day, outcomes);
      outcomes[index] = answer.outcome;
      this.shortfalls[index] = answer.shortfall;
    }
  }

  private share(sharing: CompiledSharing, rank: Int32Array | null): void {
    const { compiled, facts, counts } = this;
    this.shared = shareSeatsByMarket(compiled, sharing, facts, counts, rank).map((answer) => ({
      ...answer,
      uses: SharedUses.of(compiled, answer.shared),
    }));
    const [first, second = first] = this.shared;
    for (const [place, { outcome, shortfall }] of first!.shared.options) {
      const other = second!.shared.options.get(place)!.outcome;
      this.outcomes[place] = inEitherCase<OutcomeNumber>(outcome, other, UNDETERMINED);
      this.shortfalls[place] = shortfall;
    }
  }

  private warnings(): readonly Warning[] {
    const warnings = collectWarnings(this.facts, this.reader, this.compiled);
    const proved = this.shared.every(({ shared }) => shared.proved);
    return proved ? warnings : [...warnings, { code: 'sharing-limits-undecided' }];
  }

  private text(): string {
    const { facts, compiled, outcomes, shortfalls, asked } = this;
    const attained = attainedLevels(facts, compiled, outcomes);
    const all = asked.length === outcomes.length;
    return resultText(
      this.texts,
      facts.partner,
      all ? outcomes : asked.map((place) => outcomes[place]!),
      all ? shortfalls : asked.map((place) => shortfalls[place]!),
      attained,
      this.warnings(),
    );
  }

  private result(
    trees: readonly (readonly RequirementNode[])[] | null,
    verdicts: readonly RecordVerdict[] | null,
  ): EvaluationResult {
    const { compiled, facts, outcomes, shortfalls } = this;
    const competencies = this.asked.map((index): OptionResult => {
      const { competency, level, option } = compiled.options[index]!;
      const answer = { competency, level, option, outcome: OUTCOMES[outcomes[index]!] };
      const rest = { score: null, shortfall: { people: shortfalls[index]! } };
      return trees === null ? { ...answer, ...rest } : { ...answer, requirements: trees[index]!, ...rest };
    });
    const attained = attainedLevels(facts, compiled, outcomes);
    const warnings = this.warnings();
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
