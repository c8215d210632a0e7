/** What the requirement kinds read to annotate their nodes: one option, one market, the facts and who sits where. */
import type { Market, Requirement } from '../catalogue/catalogue.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import type { ScoreAssessment } from '../score/assess-score.ts';
import type { Day } from '../time/day.ts';
import type {
  CompiledOption,
  CompiledPredicate,
  CompiledProgramme,
  Leaf,
  PeopleLeaf,
} from './compiled-programme.ts';
import type { Seat } from './evaluation-result.ts';
import { type Holders, rivals, type SeatedLeaves } from './seat-option.ts';
import type { Witnesses } from './witnesses.ts';

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

  constructor(
    compiled: CompiledProgramme,
    option: CompiledOption,
    facts: FactsTable,
    market: Market | null,
    people: Holders,
    seats: SeatedLeaves,
    witnesses: Witnesses,
    score: ScoreAssessment | null,
  ) {
    this.compiled = compiled;
    this.option = option;
    this.facts = facts;
    this.market = market;
    this.people = people;
    this.seats = seats;
    this.witnesses = witnesses;
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

  seat(person: number, predicate: CompiledPredicate): Seat {
    return { person: this.facts.people[person]!.id, records: this.witnesses.records(person, predicate) };
  }

  ids(people: readonly number[]): readonly string[] {
    return people.map((person) => this.facts.people[person]!.id);
  }
}
