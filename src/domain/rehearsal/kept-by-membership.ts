/**
 * Who has bought a level keeps it when the rules change: what was earned within a year of membership is held until that
 * year ends, and judged by the rules of that day when it is renewed.
 */
import type { Programme } from '../catalogue/catalogue.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import { coveringTerms } from '../membership/covering-terms.ts';
import { levelState, type MetSpan } from '../membership/lifecycle.ts';
import { holdingsOn } from '../membership/membership-terms.ts';
import { type CompanyEra, companyEra } from '../membership/renewal-window.ts';
import { type Day, parseDayPrefix } from '../time/day.ts';

export interface MembershipOfCompany {
  readonly facts: FactsDocument;
  readonly origin: CompanyEra['origin'] | undefined;
}

/**
 * The anniversary until which the level is held although its requirements are lost on the day; `null` when nothing holds
 * it.
 * @param earned when its requirements were met by the rules before
 */
export function keptUntil(
  { membership, levels }: Programme,
  { facts, origin }: MembershipOfCompany,
  level: string,
  lostOn: Day,
  earned: readonly MetSpan[],
): Day | null {
  if (membership === null || (facts.memberships ?? []).length === 0) return null;
  const moved = parseDayPrefix(facts.partner.movedFromPmcOn ?? '');
  const holdings = holdingsOn(membership, facts.memberships ?? [], companyEra(moved, origin), lostOn);
  const spans = earned
    .filter(({ from }) => from === null || from < lostOn)
    .map((span) => ({ ...span, until: span.until === null || span.until > lostOn ? lostOn : span.until }));
  const terms = coveringTerms(levels, holdings, level);
  const found = levelState({ spans, terms }, { started: false, lostOn: null }, lostOn);
  return found?.state === 'at-risk' ? found.anniversary : null;
}
