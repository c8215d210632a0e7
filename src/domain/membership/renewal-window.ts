/** In which days a membership is renewed, and when the next one ends. Days are UTC calendar days. */
import { addDays, type Day } from '../time/day.ts';
import type { MembershipPolicy, RenewalEra } from './membership-policy.ts';

/** Where the company came from, as far as windows go by it. */
export interface CompanyEra {
  readonly origin: 'native' | 'pmc' | 'moved';
  readonly movedFromPmcOn: Day | null;
  /** Day on which it became part of another company; absent or `null`: it goes on. */
  readonly closedOn?: Day | null;
}

export interface RenewalWindow {
  readonly era: RenewalEra;
  /** Both days belong to the window. */
  readonly opens: Day;
  readonly closes: Day;
}

/** A company without a word on PMC was never there. */
export function companyEra(movedFromPmcOn: Day | null, origin?: CompanyEra['origin']): CompanyEra {
  return { origin: origin ?? (movedFromPmcOn === null ? 'native' : 'moved'), movedFromPmcOn };
}

function eraOn({ origin, movedFromPmcOn }: CompanyEra, day: Day): RenewalEra {
  if (origin === 'native') return 'partner-center';
  return movedFromPmcOn !== null && day >= movedFromPmcOn ? 'partner-center' : 'pmc';
}

/**
 * The window as it stands on a day. Up to the anniversary the company may still move, and the window with it; where it
 * was on the anniversary is final, so that a window that was missed does not come back by a later move.
 * Throws when the policy has no window for the era, which its check excludes.
 */
export function renewalWindow(
  { renewalWindows }: MembershipPolicy,
  anniversary: Day,
  company: CompanyEra,
  day: Day,
): RenewalWindow {
  const era = eraOn(company, day < anniversary ? day : anniversary);
  const rule = renewalWindows.findLast(
    (each) => each.era === era && (each.from === null || each.from <= anniversary),
  );
  if (rule === undefined) throw new Error(`no renewal window of ${era} for the anniversary ${anniversary}`);
  return { era, opens: addDays(anniversary, rule.opens), closes: addDays(anniversary, rule.closes) };
}

export function isOpen({ opens, closes }: RenewalWindow, day: Day): boolean {
  return day >= opens && day <= closes;
}

/** The last day on which a membership that is not renewed keeps what it gave: the window's, or the day before its end. */
export function lastDayOfGrace({ closes }: RenewalWindow, anniversary: Day): Day {
  return closes >= anniversary ? closes : addDays(anniversary, -1);
}

/** The anniversary of a membership that begins on a day: exactly a term later, whatever the calendar. */
export function anniversaryOf({ termDays }: MembershipPolicy, activeFrom: Day): Day {
  return addDays(activeFrom, termDays);
}
