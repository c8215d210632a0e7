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
import type { CompiledProgramme, CompiledSharing, EvaluationScope } from './compiled-programme.ts';
import { PeopleCounts } from './count-people.ts';
import type {
  EvaluationResult,
  NotCounted,
  OptionResult,
  RequirementNode,
  Warning,
} from './evaluation-result.ts';
import { explainOption, type SharedAnswer } from './explain-option.ts';
import { companyFactsOf } from './facts-change.ts';
import { judgePeople } from './judged-people.ts';
import { type KeptAnswers, keptAnswers, type RememberedEvaluation } from './kept-answers.ts';
import { inEitherCase, OUTCOMES, type OutcomeNumber, UNDETERMINED, UNMET } from './outcomes.ts';
import { QualificationWindow } from './qualification-window.ts';
import { notCounted, type RecordVerdict } from './record-verdicts.ts';
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
  /** Whether the programme's qualification window is looked into. */
  readonly window: boolean;
}

/** A result with its explanation, and the verdict on every record. */
export interface ExplainedEvaluation {
  readonly kind: 'explained';
  readonly result: EvaluationResult;
  readonly verdicts: readonly RecordVerdict[];
  /** To be handed in with the next facts of the same partner. */
  readonly remembered: RememberedEvaluation;
  /** Competencies that were not taken over from what was remembered; `null` for all of them. */
  readonly anew: ReadonlySet<string> | null;
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
  /** The joint answer of options that sharing limits couple; empty in programmes without such limits. */
  private shared: readonly SharedAnswer[] = [];
  /** Places of the options that the question is about. */
  private readonly questioned: readonly number[];
  /** Those of them that the partner is asked for: all of them, unless tracks are assigned. */
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
    this.questioned = this.compiled.options.flatMap(({ asked }, place) => (asked ? [place] : []));
    this.asked = this.questioned;
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

  /**
   * The same answer with requirement trees, seats and the reason for every record that does not count.
   * @param before what is remembered of earlier facts of the partner: it saves time and never changes the answer
   */
  explain(
    document: FactsDocument,
    before: RememberedEvaluation | null = null,
  ): ExplainedEvaluation | InvalidFacts {
    const answer = this.read(document) ?? this.explained(before);
    this.facts.release();
    return answer;
  }

  private explained(before: RememberedEvaluation | null): ExplainedEvaluation {
    const { facts, compiled, counts } = this;
    const judged = judgePeople(facts, compiled, this.question.known, before?.judged ?? null);
    const company = companyFactsOf(facts.document);
    const kept = keptAnswers(before, judged, company);
    const people = peopleById(facts);
    const rank = new Int32Array(facts.personCount);
    people.forEach((person, index) => {
      rank[person] = index;
    });
    const individuals = people.filter((person) => (facts.individualOf?.[person] ?? person) === person);
    counts.countWithHolders(facts, individuals, judged.reasons, kept === null ? null : kept.looked);
    this.assess(rank, kept);
    const { outcomes, shortfalls, scores, qualified, shared } = this;
    const witnesses = new Witnesses(facts, judged.reasons);
    const run = { compiled, facts, counts, rank, witnesses, outcomes, shared };
    const asked = new Set(this.asked);
    const trees = compiled.options.map((option, place) => {
      if (!asked.has(place)) return [];
      return kept?.places.has(place) ? kept.answered.trees[place]! : explainOption(run, option);
    });
    const verdicts =
      shared.length === 0 ? judged.verdicts : withSeatsTaken(judged.verdicts, compiled.options, trees);
    // The columns are those of the next partner too.
    const answered = {
      outcomes: [...outcomes],
      shortfalls: [...shortfalls],
      scores: [...scores],
      qualified,
      trees,
    };
    const remembered = { judged, company, answered };
    const anew = kept === null ? null : kept.anew;
    return { kind: 'explained', result: this.result(trees, verdicts), verdicts, remembered, anew };
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

  /**
   * @param rank the order of person ids, where seats are shown
   * @param kept answers that hold as they are
   */
  private assess(rank: Int32Array | null, kept: KeptAnswers | null = null): void {
    const { compiled, facts, counts, outcomes, shortfalls, scores } = this;
    const { options, order, sharing } = compiled;
    if (compiled.assignsTracks) {
      this.asked = this.questioned.filter((place) => isForPartner(options[place]!, facts));
      outcomes.fill(UNMET);
      scores.fill(null);
    }
    if (sharing !== null) this.share(sharing, rank);
    for (const place of kept?.places ?? []) {
      outcomes[place] = kept!.answered.outcomes[place]!;
      shortfalls[place] = kept!.answered.shortfalls[place]!;
      scores[place] = kept!.answered.scores[place]!;
    }
    for (let step = 0; step < options.length; step++) {
      const place = order === null ? step : order[step]!;
      const option = options[place]!;
      if (kept?.places.has(place)) continue;
      if (option.assigned && !isForPartner(option, facts)) continue;
      if (sharing !== null && this.shared[0]!.shared.options.has(place)) continue;
      const answer = assessOption(option, facts, counts, compiled.day, outcomes);
      outcomes[place] = answer.outcome;
      shortfalls[place] = answer.shortfall;
      scores[place] = answer.score;
    }
    if (this.window !== null) this.qualify(this.window, kept);
  }

  private qualify(window: QualificationWindow, kept: KeptAnswers | null): void {
    const open = kept === null ? this.asked : this.asked.filter((place) => !kept.places.has(place));
    const qualified = window.qualified(this.facts, this.outcomes, open);
    for (const place of kept?.places ?? []) qualified[place] = kept!.answered.qualified[place]!;
    this.qualified = qualified;
  }

  private entryText(place: number): string {
    const { texts, window } = this;
    const outcome = this.outcomes[place]!;
    const shortfall = this.shortfalls[place]!;
    const score = this.scores[place]!;
    if (score === null && window === null) return texts.entry(place, outcome, shortfall);
    const qualified = window === null ? undefined : this.qualified[place]!;
    return texts.scoredEntry(
      place,
      outcome,
      shortfall,
      score === null ? null : scoreResult(score),
      qualified,
    );
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
    const warnings = collectWarnings(this.facts, this.reader, this.compiled, this.scores);
    const all = this.shared.map(({ shared }) => shared);
    return [
      ...warnings,
      ...(all.every(({ proved }) => proved) ? [] : [{ code: 'sharing-limits-undecided' } as const]),
      ...(all.every((one) => one.allFurtherProved) ? [] : [{ code: 'shortfalls-may-be-greater' } as const]),
    ];
  }

  private text(): string {
    const { facts, compiled, outcomes } = this;
    const entries = this.asked.map((place) => this.entryText(place));
    const attained = attainedLevels(facts, compiled, outcomes);
    return resultText(this.texts, facts.partner, entries, attained, this.warnings());
  }

  private entry(place: number, trees: readonly (readonly RequirementNode[])[] | null): OptionResult {
    const { competency, level, option } = this.compiled.options[place]!;
    const score = this.scores[place]!;
    return {
      competency,
      level,
      option,
      outcome: OUTCOMES[this.outcomes[place]!],
      ...(this.window !== null && { qualifiedInWindow: this.qualified[place]! }),
      ...(trees !== null && { requirements: trees[place]! }),
      score: score === null ? null : scoreResult(score),
      shortfall: { people: this.shortfalls[place]! },
    };
  }

  private result(
    trees: readonly (readonly RequirementNode[])[] | null,
    verdicts: readonly RecordVerdict[] | null,
  ): EvaluationResult {
    const { compiled, facts, outcomes } = this;
    const competencies = this.asked.map((place) => this.entry(place, trees));
    const attained = attainedLevels(facts, compiled, outcomes);
    const warnings = this.warnings();
    const answer = { partner: facts.partner, ...this.header, competencies, attained };
    if (verdicts === null) return { ...answer, warnings };
    let reasons: readonly NotCounted[] | null = null;
    return {
      ...answer,
      // Few ask, and of a large company there are tens of thousands.
      get notCounted() {
        reasons ??= notCounted(verdicts);
        return reasons;
      },
      warnings,
    };
  }
}

function peopleById(facts: FactsTable): number[] {
  const ids = facts.people.map(({ id }) => id);
  return Array.from(ids, (_, person) => person).sort((left, right) => (ids[left]! < ids[right]! ? -1 : 1));
}
