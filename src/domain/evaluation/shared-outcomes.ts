/**
 * The outcomes of the options that sharing limits couple, and who must stay so that they stay: the same choice as in
 * share-seats.ts without the further people that an option lacks.
 */
import type { Market } from '../catalogue/catalogue.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import type { CompiledProgramme, CompiledSharing } from './compiled-programme.ts';
import type { CountedHolders } from './count-people.ts';
import type { ChosenSeats, SeatedPerson } from './joint-answer.ts';
import { inEitherCase, MET, type OutcomeNumber, UNDETERMINED } from './outcomes.ts';
import { decide, jointAnswer, marketsOf } from './share-seats.ts';

export interface Seating {
  readonly seats: readonly ChosenSeats[];
  readonly people: readonly SeatedPerson[];
}

export interface SharedOutcomes {
  /** Place in the compiled options → outcome. */
  readonly outcomes: ReadonlyMap<number, OutcomeNumber>;
  /**
   * For each market that is looked at, what is chosen and who shows that it can be; `null` where the choice hangs on
   * unknown facts.
   */
  readonly seatings: readonly Seating[] | null;
  /** Places of what is chosen, for each market that is looked at, and the outcomes: equal for equal choices. */
  readonly choice: string;
  /** False when the search was given up. */
  readonly proved: boolean;
  readonly steps: number;
}

function inMarket(
  compiled: CompiledProgramme,
  sharing: CompiledSharing,
  facts: FactsTable,
  people: CountedHolders,
  market: Market | null,
): SharedOutcomes {
  const answer = jointAnswer(compiled, sharing, facts, people, market, null);
  const { base, outcomes, proved } = decide(answer);
  let contested = false;
  answer.options.forEach(({ company, ways }, index) => {
    const way = base.wayOf[index]!;
    const onWhatIsKnown = way !== null && company[ways.indexOf(way)] === MET;
    if (outcomes[index] === UNDETERMINED && (way === null || onWhatIsKnown)) contested = true;
  });
  return {
    outcomes: new Map(answer.options.map(({ place }, index) => [place, outcomes[index]!])),
    seatings: contested ? null : [{ seats: answer.chosenSeats(base), people: answer.seatedFor(base) }],
    choice: `${base.wayOf.map((way) => (way === null ? 0 : 1)).join('')} ${outcomes.join('')}`,
    proved,
    steps: answer.steps,
  };
}

/** In either market the same, where the partner's is unknown and matters. */
function inBoth(left: SharedOutcomes, right: SharedOutcomes): SharedOutcomes {
  const outcomes = new Map<number, OutcomeNumber>();
  for (const [place, outcome] of left.outcomes) {
    outcomes.set(place, inEitherCase<OutcomeNumber>(outcome, right.outcomes.get(place)!, UNDETERMINED));
  }
  return {
    outcomes,
    seatings:
      left.seatings === null || right.seatings === null ? null : [...left.seatings, ...right.seatings],
    choice: `${left.choice} ${right.choice}`,
    proved: left.proved && right.proved,
    steps: left.steps + right.steps,
  };
}

export function sharedOutcomes(
  compiled: CompiledProgramme,
  sharing: CompiledSharing,
  facts: FactsTable,
  people: CountedHolders,
): SharedOutcomes {
  return marketsOf(sharing, facts)
    .map((market) => inMarket(compiled, sharing, facts, people, market))
    .reduce(inBoth);
}
