/**
 * Outcomes of the options that sharing limits couple: the best set that can be seated at once (see
 * choose-levels.ts), for everything that unknown facts leave open. An option is met when it is chosen however the
 * unknown turns out, unmet when it never is, and undetermined otherwise.
 */
import type { Market } from '../catalogue/catalogue.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import type { CompiledProgramme, CompiledSharing } from './compiled-programme.ts';
import type { CountedHolders } from './count-people.ts';
import { JointAnswer, type Possible } from './joint-answer.ts';
import { MET, type OutcomeNumber, UNDETERMINED, UNMET } from './outcomes.ts';
import { sharedOptions } from './shared-options.ts';
import { jointModel, kindsOfPeople } from './shared-people.ts';

/** Options whose outcome hangs on unknown facts; with more of them their cases are not gone through. */
const MOST_OPEN = 6;

/** Leaf → people seated, in the order of their ids. */
export type LeafSeats = ReadonlyMap<number, readonly number[]>;

export interface SharedOption {
  readonly outcome: OutcomeNumber;
  /** The fewest further people with whom it could be seated beside everything chosen. */
  readonly shortfall: number;
  /** The alternative that is seated, or the one for which the fewest people are missing. */
  readonly best: number;
  /** Whether its seats can be filled hangs on facts of other options that are unknown. */
  readonly contested: boolean;
  /** `null` when it is not chosen. */
  readonly seats: LeafSeats | null;
  /** Its seats are taken from others: it is chosen on what is known. */
  readonly holdsSeats: boolean;
}

export interface SharedSeats {
  /** Place in the compiled options → the joint answer, in the order of `CompiledSharing`. */
  readonly options: ReadonlyMap<number, SharedOption>;
  /** False when the search was given up: what it left open is undetermined. */
  readonly proved: boolean;
  /** False when the search for further people was given up: shortfalls may be greater than given. */
  readonly allFurtherProved: boolean;
}

/** `rank` is the order of person ids, where it matters who sits. */
export function jointAnswer(
  compiled: CompiledProgramme,
  sharing: CompiledSharing,
  facts: FactsTable,
  counts: CountedHolders,
  market: Market | null,
  rank: Int32Array | null,
): JointAnswer {
  const model = jointModel(compiled, sharing);
  const people = kindsOfPeople(model.groups, counts.holders, rank);
  return new JointAnswer(model, sharedOptions(model, compiled, facts, counts, market), people);
}

function shareSeats(
  compiled: CompiledProgramme,
  sharing: CompiledSharing,
  facts: FactsTable,
  counts: CountedHolders,
  market: Market | null,
  rank: Int32Array | null,
): SharedSeats {
  const answer = jointAnswer(compiled, sharing, facts, counts, market, rank);
  const { base, outcomes, proved } = decide(answer);
  const options = new Map<number, SharedOption>();
  answer.options.forEach(({ place, company, ways }, index) => {
    const outcome = outcomes[index]!;
    const way = base.wayOf[index]!;
    if (way === null) {
      const contested = outcome === UNDETERMINED;
      const missing = answer.furtherPeople(index, base, contested);
      options.set(place, { outcome, ...missing, contested, seats: null, holdsSeats: false });
      return;
    }
    const holdsSeats = company[ways.indexOf(way)] === MET;
    const contested = outcome === UNDETERMINED && holdsSeats;
    const seats = answer.seatsOf(index, base);
    options.set(place, { outcome, shortfall: 0, best: way.alternative, contested, seats, holdsSeats });
  });
  return { options, proved, allFurtherProved: answer.allFurtherProved };
}

/** Both markets when the partner's is unknown and some coupled option depends on it. */
export function marketsOf(
  { dependsOnMarket }: CompiledSharing,
  facts: FactsTable,
): readonly (Market | null)[] {
  return facts.market === null && dependsOnMarket ? ['developed', 'developing'] : [facts.market];
}

/** One answer, or one for each market when the partner's is unknown and some coupled option depends on it. */
export function shareSeatsByMarket(
  compiled: CompiledProgramme,
  sharing: CompiledSharing,
  facts: FactsTable,
  counts: CountedHolders,
  rank: Int32Array | null,
): readonly { readonly market: Market | null; readonly shared: SharedSeats }[] {
  return marketsOf(sharing, facts).map((market) => ({
    market,
    shared: shareSeats(compiled, sharing, facts, counts, market, rank),
  }));
}

/** What is decided of the coupled options. */
export interface Decided {
  /** The choice on what is known, or all that may turn out where nobody competes. */
  readonly base: Possible;
  /** Over all that may turn out. */
  readonly outcomes: readonly OutcomeNumber[];
  /** False when the search was given up: what it left open is undetermined. */
  readonly proved: boolean;
}

export function decide(answer: JointAnswer): Decided {
  const unknown = answer.options.flatMap((option, index) =>
    option.company.includes(UNDETERMINED) ? [index] : [],
  );
  const everything = answer.choose(new Set(unknown));
  if (unknown.length === 0 || isFree(answer, everything, unknown)) {
    return {
      base: everything,
      outcomes: answer.options.map((_, index) => plainOutcome(answer, everything, index)),
      proved: everything.open.size === 0,
    };
  }
  const base = answer.choose(new Set());
  if (unknown.length > MOST_OPEN) {
    return { base, outcomes: answer.options.map((_, index) => withoutLook(answer, index)), proved: false };
  }
  const chosen = answer.options.map(() => 0);
  const open = answer.options.map(() => 0);
  const cases = 1 << unknown.length;
  for (let good = 0; good < cases; good++) {
    if (answer.exhausted && good > 0) {
      answer.options.forEach((_, index) => {
        if (answer.maySeatAlone(index)) open[index]! += cases - good;
      });
      break;
    }
    const found =
      good === 0 ? base : answer.choose(new Set(unknown.filter((_, bit) => (good & (1 << bit)) !== 0)));
    found.wayOf.forEach((way, index) => {
      if (found.open.has(index)) open[index]!++;
      else if (way !== null) chosen[index]!++;
    });
  }
  const outcomes = chosen.map((times, index) => {
    if (times + open[index]! === 0) return UNMET;
    return times === cases ? MET : UNDETERMINED;
  });
  // What is met in some cases and unmet in others hangs on the facts, whatever the other cases may be.
  const proved = open.every(
    (times, index) => times === 0 || (chosen[index]! > 0 && chosen[index]! + times < cases),
  );
  return { base, outcomes, proved };
}

/** Everything possible fits at once, however the unknown turns out: nobody competes. */
function isFree(answer: JointAnswer, { wayOf }: Possible, open: readonly number[]): boolean {
  return answer.options.every(({ company, ways }, index) => {
    const way = wayOf[index]!;
    if (way === null) return company.every((outcome) => outcome === UNMET);
    if (answer.needs(index, way.alternative).some((list) => list.some((other) => open.includes(other))))
      return false;
    return !company.includes(MET) || company[ways.indexOf(way)] === MET;
  });
}

function plainOutcome(answer: JointAnswer, { wayOf, open }: Possible, index: number): OutcomeNumber {
  if (open.has(index)) return UNDETERMINED;
  const way = wayOf[index]!;
  const { company, ways } = answer.options[index]!;
  return way === null ? UNMET : company[ways.indexOf(way)]!;
}

/** What can be said of an option without having gone through all that may turn out. */
function withoutLook(answer: JointAnswer, index: number): OutcomeNumber {
  return answer.maySeatAlone(index) ? UNDETERMINED : UNMET;
}
