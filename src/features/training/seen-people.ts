import type { Locale } from '../../contract/common.ts';
import type { PersonRef } from '../../contract/explanation.ts';
import { searchKey } from '../../domain/text/search-key.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { personRef } from '../shared/person-refs.ts';
import { toldTrainings } from './told-trainings.ts';

/**
 * People as the reader may see them. What they are searched and sorted by is made of the same, so that neither tells what
 * is not shown.
 */
export interface SeenPeople {
  of(person: string): PersonRef;
  searchText(person: string): string;
  /** By name as the language sorts, or by the id that stands for it: the place of each person with a completion. */
  places(locale: Locale): ReadonlyMap<string, number>;
}

function keptByPerson<T>(make: (person: string) => T): (person: string) => T {
  const made = new Map<string, T>();
  return (person) => {
    const found = made.get(person) ?? make(person);
    made.set(person, found);
    return found;
  };
}

function sortName({ lastName, firstName, label }: PersonRef): string {
  return lastName === null ? label : `${lastName} ${firstName}`;
}

function madeFor(answer: PartnerAnswer, mayNames: boolean): SeenPeople {
  const of = keptByPerson((person) => personRef(answer.directory, person, mayNames));
  const places = new Map<Locale, ReadonlyMap<string, number>>();
  return {
    of,
    searchText: keptByPerson((person) => {
      const { label, lastName, email } = of(person);
      return searchKey(`${label} ${lastName ?? ''} ${email ?? ''}`);
    }),
    places(locale) {
      const known = places.get(locale);
      if (known !== undefined) return known;
      const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
      const people = [...new Set(toldTrainings(answer).map(({ person }) => person))];
      const names = new Map(people.map((person) => [person, sortName(of(person))]));
      people.sort((left, right) => compare(names.get(left)!, names.get(right)!) || (left < right ? -1 : 1));
      const found = new Map(people.map((person, place) => [person, place]));
      places.set(locale, found);
      return found;
    },
  };
}

const named = new WeakMap<PartnerAnswer, SeenPeople>();
const unnamed = new WeakMap<PartnerAnswer, SeenPeople>();

/** Kept with the answer, once for readers of names and once for the others. */
export function seenPeople(answer: PartnerAnswer, mayNames: boolean): SeenPeople {
  const kept = mayNames ? named : unnamed;
  const found = kept.get(answer) ?? madeFor(answer, mayNames);
  kept.set(answer, found);
  return found;
}
