/** What the requirement kinds read to annotate their nodes: one option, one market, the facts and who sits where. */
import type { Market, Requirement } from '../catalogue/catalogue.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { assessAttained } from '../requirement-kinds/attained.ts';
import type { ScoreAssessment } from '../score/assess-score.ts';
import type { Day } from '../time/day.ts';
import type {
  AttainedLeaf,
  CompiledOption,
  CompiledPredicate,
  CompiledProgramme,
  Leaf,
  PeopleLeaf,
} from './compiled-programme.ts';
import type { Outcome, Seat, SeatTaken } from './evaluation-result.ts';
import type { OutcomeNumber } from './outcomes.ts';
import { type Holders, rivals, type SeatedLeaves } from './seat-option.ts';
import type { SharedUses } from './shared-uses.ts';
import type { Witnesses } from './witnesses.ts';

/** What sharing limits mean for the option. */
export interface SharedExplanation {
  readonly uses: SharedUses;
  /** Whether its seats can be filled hangs on facts of other options that are unknown. */
  readonly contested: boolean;
}

export class OptionExplanation {
  readonly facts: FactsTable;
  readonly market: Market | null;
  readonly day: Day;
  readonly window: CompiledProgramme['window'];
  readonly competency: string;
  readonly track: string | null;
  /** The assessment of the option's score, if it has one. */
  readonly score: ScoreAssessment | null;

  private readonly compiled: CompiledProgramme;
  private readonly option: CompiledOption;
  private readonly people: Holders;
  private readonly seats: SeatedLeaves;
  private readonly witnesses: Witnesses;
  private readonly outcomes: ArrayLike<OutcomeNumber>;
  private readonly shared: SharedExplanation | null;

  constructor(
    compiled: CompiledProgramme,
    option: CompiledOption,
    facts: FactsTable,
    market: Market | null,
    people: Holders,
    seats: SeatedLeaves,
    witnesses: Witnesses,
    outcomes: ArrayLike<OutcomeNumber>,
    shared: SharedExplanation | null,
    score: ScoreAssessment | null,
  ) {
    this.compiled = compiled;
    this.option = option;
    this.facts = facts;
    this.market = market;
    this.people = people;
    this.seats = seats;
    this.witnesses = witnesses;
    this.outcomes = outcomes;
    this.shared = shared;
    this.day = compiled.day;
    this.window = compiled.window;
    this.competency = option.competency;
    this.track = option.track;
    this.score = score;
  }

  leaf(requirement: Requirement): Leaf {
    return this.option.leafOf.get(requirement)!;
  }

  predicate(number: number): CompiledPredicate {
    return this.compiled.predicates[number]!;
  }

  /** People who satisfy a predicate, by ascending id. */
  satisfying(predicate: number): readonly number[] {
    return this.people.holders[predicate]!;
  }

  /** People seated in a requirement, by ascending id. */
  seated(leaf: PeopleLeaf): readonly number[] {
    return this.seats.get(leaf.number) ?? [];
  }

  /** People seated in this requirement, or in one that they could not fill besides it. */
  taken(leaf: PeopleLeaf): ReadonlySet<number> {
    return new Set(
      [leaf.number, ...rivals(this.option, leaf)].flatMap((number) => this.seats.get(number) ?? []),
    );
  }

  attained(leaf: AttainedLeaf): OutcomeNumber {
    return assessAttained(leaf, this.option, this.facts, this.day, this.outcomes);
  }

  /**
   * The outcome of a people requirement, given whether its seats are filled: where that hangs on facts of other
   * options that are unknown, it is undetermined too.
   */
  ofSeats(filled: Outcome): Outcome {
    return this.shared?.contested === true ? 'undetermined' : filled;
  }

  /** People who satisfy a requirement and may not sit there because of where they sit; `null` without a limit. */
  elsewhere(leaf: PeopleLeaf): readonly SeatTaken[] | null {
    const { shared, option } = this;
    if (shared === null || !shared.uses.limitsSeats(option, leaf)) return null;
    const sitting = new Set(this.seated(leaf));
    return this.satisfying(leaf.base).flatMap((person): readonly SeatTaken[] => {
      const blocked = sitting.has(person) ? null : shared.uses.blocked(person, option, leaf);
      if (blocked === null) return [];
      const { limit, by } = blocked;
      return [
        {
          ...this.seat(person, this.predicate(leaf.base)),
          atMost: limit.kind === 'at-most' ? limit.atMost : null,
          uses: by,
        },
      ];
    });
  }

  seat(person: number, predicate: CompiledPredicate): Seat {
    return { person: this.facts.people[person]!.id, records: this.witnesses.records(person, predicate) };
  }

  ids(people: readonly number[]): readonly string[] {
    return people.map((person) => this.facts.people[person]!.id);
  }
}
