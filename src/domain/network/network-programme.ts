/**
 * A programme made ready for one day and for many partners: which options somebody's skill can touch, and the answers
 * that are the same for every company without people, metrics and assets.
 */
import type { Programme } from '../catalogue/catalogue.ts';
import { isForPartner } from '../evaluation/applicable-options.ts';
import { assessOption, seatsShortfall } from '../evaluation/assess-option.ts';
import { compileProgramme } from '../evaluation/compile-programme.ts';
import type { CompiledOption, CompiledProgramme } from '../evaluation/compiled-programme.ts';
import { type CountedPeople, PeopleCounts } from '../evaluation/count-people.ts';
import { dependsOnMore } from '../evaluation/depends-on-more.ts';
import { MET, UNMET } from '../evaluation/outcomes.ts';
import { FactsTable } from '../facts/facts-table.ts';
import { namedPredicates } from '../robustness/level-departures.ts';
import type { Day } from '../time/day.ts';
import { type CountNeeds, countNeeds, countShortfall, wayReached } from './count-needs.ts';
import { LAST_PACKED_DAY } from './counting-intervals.ts';
import { COMPLETE_FACTS, DEVELOPED, DEVELOPING } from './network-segment.ts';

/** Marks of a partner on which an answer without people, metrics and assets depends. */
const MARKS_OF_BARE = DEVELOPED | DEVELOPING | COMPLETE_FACTS;

/** Options of other tracks than the partner's are no answer; they are kept as unmet, with nothing lacking. */
const NOT_ASKED = { outcome: UNMET, shortfall: 0 } as const;

/** The answers for companies of one market, complete or not, that have nothing. */
export interface BareAnswers {
  /** Such a company's facts: market and completeness, nothing else. */
  readonly facts: FactsTable;
  readonly outcomes: Uint8Array;
  readonly shortfalls: Uint16Array;
  readonly somethingMet: boolean;
}

export class NetworkProgramme {
  readonly compiled: CompiledProgramme;
  /** Predicate number → numbers of the options it matters for. */
  readonly optionsOf: readonly (readonly number[])[];
  /** 1 for options that nothing but people decides. */
  readonly peopleOnly: Uint8Array;
  /** Options with a way that needs nobody: what the company has may decide them alone. */
  readonly needNobody: readonly number[];
  /** 1 for options that look at people on other days than the one counted. */
  readonly needPeople: Uint8Array;
  /** 1 for options whose months follow the partner's membership. */
  readonly followMembership: Uint8Array;
  /** Numbers of the metrics that the requirements of each option read. */
  readonly metricsOf: readonly (readonly number[])[];
  /** Number of the competency of each option, and the rank of its level. */
  readonly competencyOf: Uint16Array;
  /** Option number → its people part for counts alone, or `null` where counting needs masks. */
  readonly needs: readonly (CountNeeds | null)[];
  /** By the marks of a partner, in each track. */
  private readonly bare = new Map<string | null, BareAnswers[]>();

  /**
   * @throws RangeError when the day is none that packed columns can tell apart, or the options of the programme are
   * answered from more than the skills of people and the figures of the company, see `dependsOnMore`
   * @param figuresOn the day whose months are read, where figures of another day are held
   */
  constructor(programme: Programme, day: Day, figuresOn: Day = day) {
    if (day < 0 || day > LAST_PACKED_DAY) throw new RangeError(`day ${day} is outside what a network keeps`);
    const compiled = compileProgramme(programme, day, undefined, figuresOn);
    if (dependsOnMore(compiled)) {
      throw new RangeError(
        `options of ${programme.id} depend on each other or on the staff: ask for each partner`,
      );
    }
    this.compiled = compiled;
    const optionsOf: number[][] = compiled.predicates.map(() => []);
    compiled.options.forEach((option, number) => {
      for (const predicate of namedPredicates([option])) optionsOf[predicate]!.push(number);
    });
    this.optionsOf = optionsOf;
    this.peopleOnly = Uint8Array.from(compiled.options, ({ leaves }) =>
      leaves.every((leaf) => leaf.kind === 'people') ? 1 : 0,
    );
    this.needs = compiled.options.map(countNeeds);
    this.metricsOf = compiled.options.map((option) => metricsOf(option, compiled.metricNumbers.size));
    this.followMembership = Uint8Array.from(compiled.options, ({ leaves }) =>
      leaves.some((leaf) => leaf.kind === 'performance' && leaf.window === null) ? 1 : 0,
    );
    this.needPeople = Uint8Array.from(compiled.options, ({ score }) =>
      score?.metrics.some(({ kind }) => kind === 'growth') ? 1 : 0,
    );
    const competencies = programme.competencies.map(({ id }) => id);
    this.competencyOf = Uint16Array.from(compiled.options, ({ competency }) =>
      competencies.indexOf(competency),
    );
    const nobody = new PeopleCounts(compiled);
    this.needNobody = compiled.options.flatMap((_, option) =>
      this.peopleMet(option, nobody) ? [option] : [],
    );
  }

  /** `track` is the partner's when the programme has tracks. */
  bareAnswers(marks: number, track: string | null): BareAnswers {
    let known = this.bare.get(track);
    if (known === undefined) {
      known = [];
      this.bare.set(track, known);
    }
    const key = marks & MARKS_OF_BARE;
    known[key] ??= this.assessBare(key, track);
    return known[key];
  }

  /** Whether the people part of an option is met. */
  peopleMet(option: number, counts: CountedPeople): boolean {
    const needs = this.needs[option]!;
    return needs === null
      ? seatsShortfall(this.compiled.options[option]!, counts) === 0
      : wayReached(needs, counts.satisfied) >= 0;
  }

  /** The fewest further people with whom the people part of an option without score is met. */
  shortfall(option: number, counts: CountedPeople): number {
    const needs = this.needs[option]!;
    return needs === null
      ? seatsShortfall(this.compiled.options[option]!, counts)
      : countShortfall(needs, counts.satisfied);
  }

  private assessBare(marks: number, track: string | null): BareAnswers {
    const { compiled } = this;
    const facts = new FactsTable();
    facts.start({ partner: { id: '' } }, compiled.metricNumbers.size);
    facts.market = marks & DEVELOPED ? 'developed' : marks & DEVELOPING ? 'developing' : null;
    facts.complete = (marks & COMPLETE_FACTS) !== 0;
    facts.track = track;
    const nobody = new PeopleCounts(compiled);
    const answers = compiled.options.map((option) =>
      isForPartner(option, facts) ? assessOption(option, facts, nobody, compiled.day, []) : NOT_ASKED,
    );
    const outcomes = Uint8Array.from(answers, ({ outcome }) => outcome);
    const shortfalls = Uint16Array.from(answers, ({ shortfall }) => shortfall);
    return { facts, outcomes, shortfalls, somethingMet: outcomes.includes(MET) };
  }
}

/** A score may read any metric. */
function metricsOf({ leaves, score }: CompiledOption, metricCount: number): readonly number[] {
  if (score !== null) return Array.from({ length: metricCount }, (_, metric) => metric);
  const metrics = leaves.flatMap((leaf) => (leaf.kind === 'performance' ? [leaf.metric] : []));
  return [...new Set(metrics)];
}
