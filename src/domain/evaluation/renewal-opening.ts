import type { Programme, ValidityRule } from '../catalogue/catalogue.ts';
import { addDays, type Day } from '../time/day.ts';

/** The first day on which a certificate can be renewed before it expires; `null` when the programme knows of none. */
export function renewalOpensOn(
  {
    skill,
    achievedOn,
    expiresOn,
  }: { readonly skill: string; readonly achievedOn: Day; readonly expiresOn: Day },
  { skills, aliases, validity }: Pick<Programme, 'skills' | 'aliases' | 'validity'>,
): Day | null {
  if (skills.get(aliases.get(skill) ?? skill)?.validity !== 'role-based') return null;
  let rule: ValidityRule | null = null;
  for (const each of validity) if (each.from === null || each.from <= achievedOn) rule = each;
  return rule?.renewalOpensDays === undefined ? null : addDays(expiresOn, -rule.renewalOpensDays);
}
