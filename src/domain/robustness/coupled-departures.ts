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
import { departuresOf, type LevelDepartures, namedPredicates } from './level-departures.ts';
import { LevelKeeping } from './level-keeping.ts';
import { byPredicates, type PeopleAlike } from './people-types.ts';
import { SharedKeeping } from './shared-keeping.ts';
import { WorkLimit } from './work-limit.ts';

/** Steps of the joint search for one level: about a second or two. */
const MOST_WORK = 200_000_000;

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

/** `options` are all those of a level that is met on the day. */
export function coupledDepartures(
  options: readonly CompiledOption[],
  facts: FactsTable,
  people: CountedHolders,
  alike: readonly PeopleAlike[],
  mostWork = MOST_WORK,
): LevelDepartures {
  const { compiled } = people;
  const coupled = withCoupled(compiled, options);
  const staff = countStaffs(coupled);
  const everybody = staff ? [...alike, others(facts, compiled.day, alike)] : alike;
  const types = byPredicates(everybody, namedPredicates(coupled), staff).filter(
    ({ individuals }) => individuals.length > 0,
  );
  const limit = new WorkLimit(mostWork);
  const shared =
    compiled.sharing === null ? null : new SharedKeeping(facts, people, compiled.sharing, types, limit);
  const predicates = types.map((type) => new Set(type.predicates));
  const keptBy = new LevelKeeping({ facts, people }, predicates, shared).level(options);
  return departuresOf(types, keptBy, limit);
}
