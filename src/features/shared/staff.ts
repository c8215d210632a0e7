import type { FactsPerson } from '../../domain/facts/facts-document.ts';
import type { PartnerAnswer } from './partner-answer.ts';

function employedOn(day: string): (person: FactsPerson) => boolean {
  return ({ employedFrom, employedUntil }) =>
    (employedFrom == null || employedFrom <= day) && (employedUntil == null || day < employedUntil);
}

function associatedOn(day: string): (person: FactsPerson) => boolean {
  return (person) =>
    (person.associations ?? []).some(
      ({ from, until, partner }) =>
        partner == null && from.slice(0, 10) <= day && (until == null || day < until.slice(0, 10)),
    );
}

export interface Staff {
  readonly people: readonly FactsPerson[];
  readonly associated: readonly FactsPerson[];
}

const known = new WeakMap<PartnerAnswer, Staff>();

/** People of the company on the day, and those of them with a learning account here. */
export function staffOf(answer: PartnerAnswer): Staff {
  let staff = known.get(answer);
  if (staff === undefined) {
    const { validAt } = answer.asOf;
    const people = (answer.facts.people ?? []).filter(employedOn(validAt));
    staff = { people, associated: people.filter(associatedOn(validAt)) };
    known.set(answer, staff);
  }
  return staff;
}
