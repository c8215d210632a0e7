import type { Programme } from '../catalogue/catalogue.ts';
import type { FactsRecord } from '../facts/facts-document.ts';
import { addYears, type Day, parseDayPrefix } from '../time/day.ts';

/**
 * The last day on which a record is valid: the one its source gives, else the one that the programme's rule
 * for role-based certifications computes; `null` when it does not expire.
 */
export function validUntil(record: FactsRecord, programme: Programme): Day | null {
  if (record.expiresOn != null) return parseDayPrefix(record.expiresOn);
  const skill = programme.skills.get(programme.aliases.get(record.skill) ?? record.skill);
  const achieved = parseDayPrefix(record.achievedOn);
  if (skill?.validity !== 'role-based' || achieved === null) return null;
  let years: number | null = null;
  for (const rule of programme.validity) {
    if (rule.from === null || rule.from <= achieved) years = rule.years;
  }
  return years === null ? null : addYears(achieved, years);
}
