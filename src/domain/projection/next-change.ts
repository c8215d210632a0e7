/**
 * Until when an answer holds. What is said of a partner today is said tomorrow too, but for the date, unless something
 * known happens in between: a day on which a record, an association, a person or a rule begins or ends to count, or
 * one that comes within the year that pages look ahead.
 */
import type { Programme, Requirement, Skill } from '../catalogue/catalogue.ts';
import { requirementSets, ruleDays } from '../catalogue/requirement-sets.ts';
import { DAY_ODD, type Evidence, FIRST_CODE } from '../evidence/evidence.ts';
import { evidenceOf } from '../evidence/evidence-facts.ts';
import { packPeople } from '../evidence/pack-people.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import { findOffer } from '../membership/membership-policy.ts';
import { anniversaryOf } from '../membership/renewal-window.ts';
import {
  addDays,
  addMonths,
  addYears,
  type Day,
  firstDayOf,
  type Month,
  monthOf,
  parseDayPrefix,
} from '../time/day.ts';

/** Leavers are listed for so many months, see skills-report-rows.ts. */
const LEAVERS_LISTED_MONTHS = 12;

const DAY_COLUMNS = [
  'employedFrom',
  'employedUntil',
  'associationFrom',
  'associationUntil',
  'achievedOn',
  'revokedOn',
  'expiresOn',
] as const;

/** Up to so many days are put into a set one by one; from there on it is quicker to go through all days there are. */
const FEW_DAYS = 4_096;

/** The different days of a column. */
function distinctDays(days: Uint16Array): Set<Day> {
  if (days.length <= FEW_DAYS) {
    const few = new Set<Day>();
    for (let at = 0; at < days.length; at++) if (days[at]! < DAY_ODD) few.add(days[at] as Day);
    return few;
  }
  const seen = new Uint8Array(DAY_ODD);
  for (let at = 0; at < days.length; at++) if (days[at]! < DAY_ODD) seen[days[at]!] = 1;
  const found = new Set<Day>();
  for (let day = 0; day < DAY_ODD; day++) if (seen[day] === 1) found.add(day as Day);
  return found;
}

/** Days after which certificates without a date of their own have expired, by the programme's rule. */
function* computedExpiries(
  { columns, counts }: Evidence,
  skills: readonly (Skill | null)[],
  programme: Programme,
): Iterable<Day> {
  const achieved = new Set<number>();
  for (let at = 0; at < counts.records; at++) {
    if (columns.expiresOn[at]! >= DAY_ODD && skills[columns.skill[at]!]?.validity === 'role-based') {
      achieved.add(columns.achievedOn[at]!);
    }
  }
  for (const day of achieved) {
    for (const { years } of programme.validity) {
      if (years !== null) yield addDays(addYears(day as Day, years), 1);
    }
  }
}

function* peopleDays(evidence: Evidence, programme: Programme): Iterable<Day> {
  const { columns, words } = evidence;
  for (const column of DAY_COLUMNS) {
    for (const day of distinctDays(columns[column])) yield column === 'expiresOn' ? addDays(day, 1) : day;
  }
  for (const day of distinctDays(columns.employedUntil)) yield addMonths(day, LEAVERS_LISTED_MONTHS);
  const skills = words
    .byCode()
    .map((word) =>
      word == null ? null : (programme.skills.get(programme.aliases.get(word) ?? word) ?? null),
    );
  yield* computedExpiries(evidence, skills, programme);
  const { countsForMonths, listedForMonths } = programme.retirement;
  for (const code of new Set(columns.skill)) {
    const retiredOn = code < FIRST_CODE ? null : (skills[code]?.retiredOn ?? null);
    if (retiredOn === null) continue;
    yield addDays(addMonths(retiredOn, countsForMonths), 1);
    yield addDays(addMonths(retiredOn, listedForMonths), 1);
  }
}

function* eraDays({ competencies, documentedUntil }: Programme): Iterable<Day> {
  if (documentedUntil !== null) yield addDays(documentedUntil, 1);
  yield* ruleDays(competencies);
}

/** So many months after a day on which growth was last reached its points end, whatever else happens. */
function growthMonths(programme: Programme): ReadonlySet<number> {
  const months = new Set<number>();
  const visit = (requirement: Requirement) => {
    if (requirement.kind === 'all-of' || requirement.kind === 'any-of') requirement.of.forEach(visit);
    if (requirement.kind !== 'score') return;
    for (const metric of requirement.metrics) {
      if (metric.kind === 'growth' && metric.reached !== null) months.add(metric.reached.forMonths);
    }
  };
  for (const { requirement } of requirementSets(programme.competencies)) visit(requirement);
  return months;
}

function* companyDays(facts: FactsDocument, programme: Programme): Iterable<Day | null> {
  const dayOrNull = (text: string | null | undefined) => (text == null ? null : parseDayPrefix(text));
  const moved = dayOrNull(facts.partner.movedFromPmcOn);
  if (moved !== null) yield addMonths(moved, programme.pmcWindowMonths);
  for (const { from, until } of facts.assets ?? []) {
    yield dayOrNull(from);
    yield dayOrNull(until);
  }
  for (const { from, until } of facts.exemptions ?? []) {
    yield dayOrNull(from);
    yield dayOrNull(until);
  }
  for (const { activeFrom, anniversary } of facts.memberships ?? []) {
    yield dayOrNull(activeFrom);
    yield dayOrNull(anniversary);
  }
  yield* membershipDays(facts, programme);
}

/** First days of renewal windows, the days on which memberships that are not renewed have lapsed, and when that is told no more. */
function* membershipDays(
  { memberships = [], partner }: FactsDocument,
  { membership }: Programme,
): Iterable<Day> {
  if (membership === null || memberships.length === 0) return;
  const moved = parseDayPrefix(partner.movedFromPmcOn ?? '');
  if (moved !== null) yield moved;
  for (const { offer, activeFrom, anniversary } of memberships) {
    const from = parseDayPrefix(activeFrom);
    if (from === null || findOffer(membership, offer) === null) continue;
    const end = (anniversary ? parseDayPrefix(anniversary) : null) ?? anniversaryOf(membership, from);
    // A lapse is told for a year after it; after 29 February that is a day later than the calendar's year.
    yield addYears(end, 1);
    yield addDays(addYears(end, 1), 1);
    // Which window it is may depend on where the company is by then: the days of each are looked at.
    for (const { opens, closes } of membership.renewalWindows) {
      yield addDays(end, opens);
      yield addDays(end, closes + 1);
    }
  }
}

/** Whether the levels of the company may be others because a month is over. */
function monthsDecide({ metrics = [] }: FactsDocument, { qualificationWindowMonths }: Programme): boolean {
  return metrics.length > 0 || qualificationWindowMonths !== null;
}

/**
 * The first day after `day` on which the levels of the partner may be others by what is known now. Pages may say something
 * else before, because they name months.
 */
export function nextLevelChange(facts: FactsDocument, programme: Programme, day: Day): Day {
  return firstChange(facts, programme, day, monthsDecide(facts, programme));
}

/**
 * The first day after `day` on which an answer about the partner may differ by what is known now, looking a year
 * ahead included. It may name a day on which nothing changes, never a later one than the first on which something does.
 */
export function nextChange(facts: FactsDocument, programme: Programme, day: Day): Day {
  return firstChange(facts, programme, day, true);
}

/** @param monthly whether something may change when a month is over */
function firstChange(facts: FactsDocument, programme: Programme, day: Day, monthly: boolean): Day {
  const evidence = evidenceOf(facts) ?? packPeople(facts.people ?? []);
  const tomorrow = addDays(day, 1);
  // Days that do not fit the columns are not looked into.
  if (DAY_COLUMNS.some((column) => evidence.odd.of(column) !== undefined)) return tomorrow;
  const horizon = addYears(day, 1);
  // Windows of months move on at the start of each.
  let first = monthly ? firstDayOf((monthOf(day) + 1) as Month) : horizon;
  const reachedFor = growthMonths(programme);
  const consider = (on: Day | null) => {
    if (on === null) return;
    look(on);
    for (const months of reachedFor) {
      // Reached for the last time on the day before the change.
      const end = addMonths(addDays(on, -1), months);
      look(end);
      look(addDays(end, 1));
    }
  };
  const look = (on: Day) => {
    if (on <= day) return;
    if (on < first) first = on;
    if (on <= horizon) return;
    const seenFrom = addYears(on, -1);
    if (seenFrom < first) first = seenFrom > day ? seenFrom : tomorrow;
  };
  for (const on of peopleDays(evidence, programme)) consider(on);
  for (const on of eraDays(programme)) consider(on);
  for (const on of companyDays(facts, programme)) consider(on);
  return first;
}
