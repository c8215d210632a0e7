/**
 * What a programme sells and for how long: read from `catalogue/<programme>/membership.yaml`. Every number that a rule
 * of memberships goes by stands here; the rules themselves name no offer, no price and no period.
 */
import type { LocalText, SourceReference } from '../catalogue/catalogue.ts';
import type { Day } from '../time/day.ts';
import type { Seller } from './billing.ts';

export interface MembershipPolicy {
  /** In the order in which they are shown, the smallest first. */
  readonly offers: readonly MembershipOffer[];
  readonly upgrades: readonly OfferUpgrade[];
  /** Days from the first day of a membership to its anniversary. */
  readonly termDays: number;
  readonly renewalWindows: readonly RenewalWindowRule[];
  /** Whether levels stay shown between the anniversary and the end of the renewal window. */
  readonly shownInGrace: boolean;
  /** Days after the anniversary on which a reminder is due; before it they are negative. */
  readonly reminders: readonly number[];
  /** Calendar months before the anniversary at which the task to check the skills report opens. */
  readonly reportCheckMonthsBefore: number;
  /** A transfer may arrive until so many days after the order. */
  readonly transferDays: number;
  /** A paid order may be cancelled until so many days after its payment. */
  readonly cancellationDays: number;
  readonly benefits: readonly Benefit[];
  /** `null` when the programme does not name who sells. */
  readonly seller: Seller | null;
  readonly source: SourceReference;
}

export interface MembershipOffer {
  readonly id: string;
  readonly name: LocalText;
  /** The level that a company must meet in one competency to buy it; `null` when it asks for none. */
  readonly level: string | null;
  /** Ordered from the oldest. */
  readonly prices: readonly DatedPrice[];
  /** Offers whose holders cannot buy this one. */
  readonly excludedBy: readonly string[];
  /** Less for those who hold one of these offers. */
  readonly discounts: readonly HolderDiscount[];
}

/** In force from its day until the next one's. */
export interface DatedPrice {
  /** `null` only of the oldest one. */
  readonly from: Day | null;
  readonly money: Money;
  readonly source: SourceReference;
}

export interface Money {
  /** A whole number of the currency's smallest unit. */
  readonly minor: number;
  /** ISO 4217. */
  readonly currency: string;
}

export interface HolderDiscount {
  readonly holdersOf: readonly string[];
  readonly percent: number;
}

/** Holders of one offer buy another for less; a new year begins that day. */
export interface OfferUpgrade {
  readonly from: string;
  readonly to: string;
  readonly percent: number;
}

/** Where the company's membership is administered decides in which days it renews. */
export type RenewalEra = 'partner-center' | 'pmc';

export interface RenewalWindowRule {
  readonly era: RenewalEra;
  /** The rule is for anniversaries from this day on; `null` only of the oldest one of its era. */
  readonly from: Day | null;
  /** First and last day of the window, in days after the anniversary; before it they are negative. */
  readonly opens: number;
  readonly closes: number;
}

export interface Benefit {
  readonly id: string;
  readonly name: LocalText;
  /** Competencies it is given for; `null` for every one of the level. */
  readonly competencies: readonly string[] | null;
  /** Offer id → what its holders get; an offer that is not named gives nothing. */
  readonly amounts: ReadonlyMap<string, LocalText>;
}

export function findOffer(policy: MembershipPolicy, id: string): MembershipOffer | null {
  return policy.offers.find((offer) => offer.id === id) ?? null;
}
