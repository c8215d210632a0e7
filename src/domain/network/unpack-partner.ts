/**
 * The facts of one partner of a segment as a document again, for rules that look at people on other days than the
 * one counted. Ids are places; every record counts exactly on the days of its interval, by an association that lasts
 * as long.
 */
import type { FactsAssociation, FactsDocument, FactsPerson, FactsRecord } from '../facts/facts-document.ts';
import { type Day, formatDay } from '../time/day.ts';
import { PACKED_NEVER } from './counting-intervals.ts';
import type { NetworkSegment } from './network-segment.ts';

/** Before everything that can be packed, so that a retirement does not speak against it. */
const LONG_AGO = '0001-01-01';
/** Given as an expiry it keeps the rules from computing one. */
const NEVER_EXPIRES = '9999-12-31';

/** Skills and the days on which they count, of one individual. */
export interface HeldDays {
  readonly skills: readonly string[];
  readonly from: ArrayLike<number>;
  readonly until: ArrayLike<number>;
}

function packedDays(
  segment: NetworkSegment,
  skills: readonly string[],
  first: number,
  count: number,
): HeldDays {
  const end = first + count;
  return {
    skills: Array.from(segment.skill.subarray(first, end), (number) => skills[number]!),
    from: segment.from.subarray(first, end),
    until: segment.until.subarray(first, end),
  };
}

function unpackPerson(id: string, { skills, from, until }: HeldDays): FactsPerson {
  const associations: FactsAssociation[] = [];
  const records: FactsRecord[] = [];
  skills.forEach((skill, index) => {
    const accountId = `${id}-${index}`;
    associations.push({
      accountId,
      from: formatDay(from[index]! as Day),
      until: until[index] === PACKED_NEVER ? null : formatDay(until[index]! as Day),
    });
    records.push({ id: accountId, accountId, skill, achievedOn: LONG_AGO, expiresOn: NEVER_EXPIRES });
  });
  return { id, associations, records };
}

/**
 * `company` is everything of the document but people; `skills` are the ids by their number in the segment. Of the
 * individuals who changed since they were packed, by their place, `changed` says what holds now.
 */
export function unpackPartner(
  segment: NetworkSegment,
  partner: number,
  skills: readonly string[],
  company: Omit<FactsDocument, 'people'>,
  changed: ReadonlyMap<number, HeldDays>,
): FactsDocument {
  const people: FactsPerson[] = [];
  const first = segment.firstIndividual[partner]!;
  const individuals = segment.firstIndividual[partner + 1]! - first;
  let interval = segment.firstInterval[partner]!;
  for (let place = 0; place < individuals; place++) {
    const count = segment.intervalCount[first + place]!;
    const held = changed.get(place) ?? packedDays(segment, skills, interval, count);
    people.push(unpackPerson(String(place), held));
    interval += count;
  }
  for (const [place, held] of changed) {
    if (place >= individuals) people.push(unpackPerson(String(place), held));
  }
  return { ...company, people };
}
