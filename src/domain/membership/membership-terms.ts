/**
 * Memberships as they hang together: which one a renewal continues and which one an upgrade replaces. The facts stay as
 * they were recorded; that silver ends with the purchase of gold is read from both of them.
 */
import type { FactsMembership } from '../facts/facts-document.ts';
import type { Day } from '../time/day.ts';
import { parseDayOrInstant } from '../time/instant.ts';
import { findOffer, type MembershipOffer, type MembershipPolicy } from './membership-policy.ts';
import {
  anniversaryOf,
  type CompanyEra,
  lastDayOfGrace,
  type RenewalWindow,
  renewalWindow,
} from './renewal-window.ts';

export interface MembershipTerm {
  readonly offer: MembershipOffer;
  readonly from: Day;
  /** The first day on which it no longer counts. */
  readonly anniversary: Day;
  /** Day of the upgrade that replaced it before its anniversary or in its grace; a renewal even before its first day. */
  readonly replacedOn: Day | null;
  /** Another term goes on where this one ends. */
  readonly renewed: boolean;
  /** It replaced another one. */
  readonly isUpgrade: boolean;
}

export type HoldingState = 'upcoming' | 'active' | 'in-grace' | 'lapsed' | 'replaced' | 'renewed';

/** A term as it stands on a day. */
export interface Holding extends MembershipTerm {
  readonly state: HoldingState;
  readonly window: RenewalWindow;
}

interface PlainTerm {
  readonly offer: MembershipOffer;
  readonly from: Day;
  readonly anniversary: Day;
}

function plainTerms(policy: MembershipPolicy, memberships: readonly FactsMembership[]): readonly PlainTerm[] {
  const terms = memberships.flatMap(({ offer: id, activeFrom, anniversary }) => {
    const offer = findOffer(policy, id);
    const from = parseDayOrInstant(activeFrom);
    if (offer === null || from === null) return [];
    const end = anniversary ? parseDayOrInstant(anniversary) : null;
    return [{ offer, from, anniversary: end ?? anniversaryOf(policy, from) }];
  });
  return terms.sort((left, right) => left.from - right.from || left.anniversary - right.anniversary);
}

/** Offers with a level stand in one place; each other one in its own. */
function sharePlace(term: PlainTerm, next: PlainTerm): boolean {
  return term.offer.level === null ? next.offer.id === term.offer.id : next.offer.level !== null;
}

/** Offers with a level continue one another; one without a level only itself. */
function continues(term: PlainTerm, next: PlainTerm): boolean {
  if (next === term || next.from !== term.anniversary) return false;
  return sharePlace(term, next);
}

/**
 * A company holds one offer with a level at a time; two that overlap come of two companies that became one. The larger
 * one with the later anniversary, which is recorded for it, is what holds from its first day on.
 */
function takesOver({ offers }: MembershipPolicy, term: PlainTerm, next: PlainTerm): boolean {
  if (next === term || !sharePlace(term, next) || continues(term, next) || continues(next, term))
    return false;
  const size = offers.indexOf(next.offer) - offers.indexOf(term.offer);
  const later = next.anniversary - term.anniversary;
  return size >= 0 && later >= 0 && (size > 0 || later > 0);
}

/** What a company had that became part of another one, cut at that day. */
function cutAt(terms: readonly PlainTerm[], closedOn: Day | null): readonly PlainTerm[] {
  if (closedOn === null) return terms;
  return terms.flatMap((term) =>
    term.from >= closedOn ? [] : term.anniversary <= closedOn ? [term] : [{ ...term, anniversary: closedOn }],
  );
}

/** The terms of a programme's offers in the order of their first days; memberships of other offers are left out. */
function membershipTerms(
  policy: MembershipPolicy,
  memberships: readonly FactsMembership[],
  company: CompanyEra,
): readonly MembershipTerm[] {
  const closedOn = company.closedOn ?? null;
  const terms = cutAt(plainTerms(policy, memberships), closedOn);
  const linked = terms.map((term) => {
    const renewed = terms.some((next) => continues(term, next));
    const window = renewalWindow(policy, term.anniversary, company, term.anniversary);
    const end = renewed ? term.anniversary : lastDayOfGrace(window, term.anniversary) + 1;
    const upgrade = terms.find(
      (next) =>
        next.from < end &&
        next.anniversary > term.from &&
        (policy.upgrades.some(({ from, to }) => from === term.offer.id && to === next.offer.id) ||
          takesOver(policy, term, next)),
    );
    const closed = closedOn !== null && term.anniversary === closedOn ? closedOn : null;
    return { ...term, renewed, replacedOn: upgrade?.from ?? closed, replacedBy: upgrade };
  });
  return linked.map(({ replacedBy: _, ...term }, index) => ({
    ...term,
    isUpgrade: linked.some(({ replacedBy }) => replacedBy === terms[index]),
  }));
}

function holdingState(term: MembershipTerm, window: RenewalWindow, day: Day): HoldingState {
  if (term.replacedOn !== null && day >= term.replacedOn) return 'replaced';
  if (day < term.from) return 'upcoming';
  if (day < term.anniversary) return 'active';
  if (term.renewed) return 'renewed';
  return day <= lastDayOfGrace(window, term.anniversary) ? 'in-grace' : 'lapsed';
}

/** Every term with its state on a day. */
export function holdingsOn(
  policy: MembershipPolicy,
  memberships: readonly FactsMembership[],
  company: CompanyEra,
  day: Day,
): readonly Holding[] {
  // Before the day on which it became part of another company everything is as it was.
  const closedOn = company.closedOn != null && company.closedOn <= day ? company.closedOn : null;
  return membershipTerms(policy, memberships, { ...company, closedOn }).map((term) => {
    const window = renewalWindow(policy, term.anniversary, company, day);
    return { ...term, window, state: holdingState(term, window, day) };
  });
}

export function isHeld({ state }: Pick<Holding, 'state'>): boolean {
  return state === 'active' || state === 'in-grace';
}

/**
 * The anniversary that a company looks forward to: of what it holds and has not renewed, else of a renewal that has not
 * begun. Null when it holds nothing with an end ahead.
 */
export function nextAnniversary(holdings: readonly Holding[], day: Day): Day | null {
  const ahead = holdings
    .filter(({ state, renewed }) => (state === 'active' && !renewed) || state === 'upcoming')
    .map(({ anniversary }) => anniversary)
    .filter((anniversary) => anniversary > day);
  return ahead.length === 0 ? null : (Math.min(...ahead) as Day);
}
