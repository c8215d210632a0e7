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

function placeText(place: number): string {
  return String(place).padStart(10, '0');
}

/** `company` is everything of the document but people; `skills` are the ids by their number in the segment. */
export function unpackPartner(
  segment: NetworkSegment,
  partner: number,
  skills: readonly string[],
  company: Omit<FactsDocument, 'people'>,
): FactsDocument {
  const people: FactsPerson[] = [];
  const last = segment.firstIndividual[partner + 1]!;
  let interval = segment.firstInterval[partner]!;
  for (let individual = segment.firstIndividual[partner]!; individual < last; individual++) {
    const associations: FactsAssociation[] = [];
    const records: FactsRecord[] = [];
    for (const end = interval + segment.intervalCount[individual]!; interval < end; interval++) {
      const accountId = placeText(interval);
      const until = segment.until[interval]!;
      associations.push({
        accountId,
        from: formatDay(segment.from[interval]! as Day),
        until: until === PACKED_NEVER ? null : formatDay(until as Day),
      });
      records.push({
        id: accountId,
        accountId,
        skill: skills[segment.skill[interval]!]!,
        achievedOn: LONG_AGO,
        expiresOn: NEVER_EXPIRES,
      });
    }
    people.push({ id: placeText(people.length), associations, records });
  }
  return { ...company, people };
}
