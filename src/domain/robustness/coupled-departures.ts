/**
 * The departures that a level survives when more than its own requirements decide it: other levels that it asks for,
 * limits on sharing people, the size of the staff. The search is the same; it goes on for a limited time.
 */
import type { CompiledOption } from '../evaluation/compiled-programme.ts';
import type { CountedHolders } from '../evaluation/count-people.ts';
import { COUNTS, judgePerson, peopleOfIndividual } from '../evaluation/judge-record.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import type { Day } from '../time/day.ts';
import { countStaffs, withCoupled } from './coupled-options.ts';
import { departureCount, fewestOfAll } from './every-departure.ts';
import { fewestDepartures } from './fewest-departures.ts';
import { departuresOf, type LevelDepartures, namedPredicates } from './level-departures.ts';
import { LevelKeeping } from './level-keeping.ts';
import { byPredicates, type PeopleAlike } from './people-types.ts';
import { SharedKeeping } from './shared-keeping.ts';
import { WorkLimit } from './work-limit.ts';

/** Steps of the joint search for one level: about a second or two. */
const MOST_WORK = 200_000_000;

/** Ways for people to leave that are gone through one by one. */
const MOST_WAYS = 100_000;

/** People employed on the day who satisfy nothing: they are part of the staff. */
function others(facts: FactsTable, day: Day, alike: readonly PeopleAlike[]): PeopleAlike {
  const satisfying = new Set(alike.flatMap((type) => type.individuals));
  const individuals: number[] = [];
  for (let person = 0; person < facts.personCount; person++) {
    if ((facts.individualOf?.[person] ?? person) !== person || satisfying.has(person)) continue;
    const members = peopleOfIndividual(facts, person);
    if (members.some((member) => judgePerson(facts, day, member) === COUNTS)) {
      individuals.push(person);
    }
  }
  return { predicates: [], individuals };
}

/** People told apart by what matters to some coupled options, and what keeps these options. */
interface CoupledPeople {
  readonly types: readonly PeopleAlike[];
  readonly keeping: LevelKeeping;
  readonly shared: SharedKeeping | null;
}

/** Answers for one level after the other: levels that are coupled with the same options share what was found. */
export class CoupledDepartures {
  private readonly facts: FactsTable;
  private readonly people: CountedHolders;
  private readonly alike: readonly PeopleAlike[];
  private readonly known = new Map<string, CoupledPeople>();

  constructor(facts: FactsTable, people: CountedHolders, alike: readonly PeopleAlike[]) {
    this.facts = facts;
    this.people = people;
    this.alike = alike;
  }

  /** `options` are all those of a level that is met on the day. */
  of(options: readonly CompiledOption[], mostWork = MOST_WORK): LevelDepartures {
    const { types, keeping, shared } = this.peopleFor(withCoupled(this.people.compiled, options));
    const limit = new WorkLimit(mostWork);
    if (shared === null) return departuresOf(types, keeping.level(options), limit);
    shared.under(limit);
    // As if nobody were shared: who loses the level then loses it in any case.
    const own = shared.own.level(options);
    return departuresOf(types, keeping.level(options), limit, (counts, keptBy) => {
      const most = fewestDepartures(counts, own, limit);
      const everybody = counts.reduce((sum, count) => sum + count, 0);
      const fewer = (most ?? everybody + 1) - 1;
      if (departureCount(counts, fewer, MOST_WAYS) > MOST_WAYS) {
        return fewestDepartures(counts, keptBy, limit, most);
      }
      const fewest = fewestOfAll(counts, keptBy, fewer + 1, limit);
      return fewest > everybody ? null : fewest;
    });
  }

  private peopleFor(coupled: readonly CompiledOption[]): CoupledPeople {
    const { facts, people, alike } = this;
    const { compiled } = people;
    const key = coupled.map((option) => compiled.options.indexOf(option)).join();
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const staff = countStaffs(coupled);
    const everybody = staff ? [...alike, others(facts, compiled.day, alike)] : alike;
    const types = byPredicates(everybody, namedPredicates(coupled), staff).filter(
      ({ individuals }) => individuals.length > 0,
    );
    const shared =
      compiled.sharing === null ? null : new SharedKeeping(facts, people, compiled.sharing, types);
    const predicates = types.map((type) => new Set(type.predicates));
    const keeping = new LevelKeeping({ facts, people }, predicates, shared);
    const found = { types, keeping, shared };
    this.known.set(key, found);
    return found;
  }
}
