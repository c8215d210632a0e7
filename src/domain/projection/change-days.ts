import type { Programme } from '../catalogue/catalogue.ts';
import { ruleDays } from '../catalogue/requirement-sets.ts';
import { validUntil } from '../evaluation/valid-until.ts';
import type { FactsDocument, FactsPerson, FactsRecord } from '../facts/facts-document.ts';
import { addDays, addMonths, type Day, parseDayPrefix } from '../time/day.ts';

function dayOrNull(text: string | null | undefined): Day | null {
  return text === null || text === undefined ? null : parseDayPrefix(text);
}

/** Days on which a record begins or stops to count by itself: achieved, revoked, expired, retired for too long. */
function* recordDays(record: FactsRecord, programme: Programme): Iterable<Day | null> {
  yield parseDayPrefix(record.achievedOn);
  yield dayOrNull(record.revokedOn);
  const lastDay = validUntil(record, programme);
  if (lastDay !== null) yield addDays(lastDay, 1);
  const skill = programme.skills.get(programme.aliases.get(record.skill) ?? record.skill);
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

function* companyDays(facts: FactsDocument, programme: Programme): Iterable<Day | null> {
  const moved = dayOrNull(facts.partner.movedFromPmcOn);
  if (moved !== null) yield addMonths(moved, programme.pmcWindowMonths);
  for (const asset of facts.assets ?? []) {
    yield dayOrNull(asset.from);
    yield dayOrNull(asset.until);
  }
  for (const { from, until } of facts.exemptions ?? []) {
    yield dayOrNull(from);
    yield dayOrNull(until);
  }
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
  collect(ruleDays(programme.competencies));
  collect(companyDays(facts, programme));
  for (const person of facts.people ?? []) collect(personDays(person, programme));
  return [...days].sort((a, b) => a - b);
}
