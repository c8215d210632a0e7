import type { Programme } from '../catalogue/catalogue.ts';
import type { FactsDocument, FactsPerson, FactsRecord } from '../facts/facts-document.ts';
import { addDays, addMonths, addYears, type Day, parseDayPrefix } from '../time/day.ts';

function dayOrNull(text: string | null | undefined): Day | null {
  return text === null || text === undefined ? null : parseDayPrefix(text);
}

/** Days after which a record may stop counting: the end of its validity and of its skill's time after retirement. */
function* recordDays(record: FactsRecord, programme: Programme): Iterable<Day | null> {
  const achieved = parseDayPrefix(record.achievedOn);
  const skill = programme.skills.get(programme.aliases.get(record.skill) ?? record.skill);
  yield achieved;
  yield dayOrNull(record.revokedOn);
  const expires = dayOrNull(record.expiresOn);
  if (expires !== null) yield addDays(expires, 1);
  else if (achieved !== null && skill?.validity === 'role-based') {
    // Every rule's length is taken, which is at worst a day on which nothing changes.
    for (const { years } of programme.validity) yield addDays(addYears(achieved, years), 1);
  }
  if (skill?.retiredOn != null) {
    yield addDays(addMonths(skill.retiredOn, programme.retirement.countsForMonths), 1);
  }
}

function* personDays(person: FactsPerson, programme: Programme): Iterable<Day | null> {
  yield dayOrNull(person.employedFrom);
  yield dayOrNull(person.employedUntil);
  for (const association of person.associations ?? []) {
    yield dayOrNull(association.from);
    yield dayOrNull(association.until);
  }
  for (const record of person.records ?? []) yield* recordDays(record, programme);
}

function* ruleDays(programme: Programme): Iterable<Day | null> {
  for (const { options } of programme.competencies) {
    for (const { levels } of options) {
      for (const { sets } of levels) {
        for (const set of sets) {
          yield set.from;
          yield set.until;
        }
      }
    }
  }
}

function* companyDays(facts: FactsDocument, programme: Programme): Iterable<Day | null> {
  const moved = dayOrNull(facts.partner.movedFromPmcOn);
  if (moved !== null) yield addMonths(moved, programme.pmcWindowMonths);
  for (const asset of facts.assets ?? []) {
    yield dayOrNull(asset.from);
    yield dayOrNull(asset.until);
  }
  for (const exemption of facts.exemptions ?? []) yield dayOrNull(exemption.until);
}

/**
 * The days in `(after, until]` on which the answer may differ from the day before by what is known now, in
 * order. It may name days on which nothing changes, never leave one out (metrics apart: see level-ends.ts).
 */
export function changeDays(facts: FactsDocument, programme: Programme, after: Day, until: Day): Day[] {
  const days = new Set<Day>();
  const collect = (found: Iterable<Day | null>) => {
    for (const day of found) if (day !== null && day > after && day <= until) days.add(day);
  };
  collect(ruleDays(programme));
  collect(companyDays(facts, programme));
  for (const person of facts.people ?? []) collect(personDays(person, programme));
  return [...days].sort((a, b) => a - b);
}
