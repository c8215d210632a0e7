/**
 * What a company may buy on a day, and why not. The answer is for one offer and one act: a company without it buys it,
 * a holder renews it in its window, and the holder of a smaller one may upgrade.
 */
import type { Outcome } from '../evaluation/evaluation-result.ts';
import type { Day } from '../time/day.ts';
import type { MembershipOffer, MembershipPolicy } from './membership-policy.ts';
import { type Holding, isHeld } from './membership-terms.ts';
import { type OfferPrice, offerPrice } from './offer-price.ts';
import { isOpen } from './renewal-window.ts';

export type OfferAct = 'purchase' | 'upgrade' | 'renewal';

export type OfferReason =
  /** No competency meets the level. */
  | 'level-not-met'
  /** No competency certainly meets it; something is not known. */
  | 'level-undetermined'
  /** A holder of a larger offer cannot buy this one. */
  | 'excluded'
  /** It is held, and its window is not open yet. */
  | 'window-not-open'
  /** It is renewed already. */
  | 'already-renewed'
  /** An order for it waits for its payment. */
  | 'order-open'
  | 'no-price';

export interface OfferStanding {
  readonly offer: MembershipOffer;
  readonly act: OfferAct;
  /** Null when it may be bought. */
  readonly reason: OfferReason | null;
  /** Offer that excludes it, that is held or renewed, or whose order is open. */
  readonly because: string | null;
  /** First and last day of the renewal window, where the act is a renewal. */
  readonly opens: Day | null;
  readonly closes: Day | null;
  /** The first day of what would be bought. */
  readonly begins: Day;
  readonly price: OfferPrice | null;
}

export interface EligibilityQuestion {
  readonly holdings: readonly Holding[];
  /** Best outcome of each level over all competencies, exemptions included. */
  readonly levels: ReadonlyMap<string, Outcome>;
  /** Offers with an order that is not paid yet. */
  readonly openOrders: readonly string[];
  readonly day: Day;
}

/** What keeps a company of such levels from the offer's own one. */
function levelReason({ level }: MembershipOffer, levels: EligibilityQuestion['levels']): OfferReason | null {
  if (level === null) return null;
  const outcome = levels.get(level) ?? 'unmet';
  if (outcome === 'met') return null;
  return outcome === 'undetermined' ? 'level-undetermined' : 'level-not-met';
}

/** The largest offer whose level is met; offers are ordered from the smallest. */
function largestMet({ offers }: MembershipPolicy, levels: EligibilityQuestion['levels']): string | null {
  return offers.findLast((offer) => offer.level !== null && levelReason(offer, levels) === null)?.id ?? null;
}

/**
 * The holding that this offer would renew: its own, or one whose level the company no longer meets, where this is the
 * highest level that it does meet.
 */
function renewedHolding(
  policy: MembershipPolicy,
  offer: MembershipOffer,
  { holdings, levels, day }: EligibilityQuestion,
): Holding | null {
  const held = holdings.filter(isHeld);
  const own = held.find((holding) => holding.offer.id === offer.id);
  if (own !== undefined || offer.level === null || largestMet(policy, levels) !== offer.id)
    return own ?? null;
  const other = held.find((holding) => holding.offer.level !== null && !holding.renewed);
  if (other === undefined || !isOpen(other.window, day)) return null;
  return levelReason(other.offer, levels) === null ? null : other;
}

function standingOf(
  policy: MembershipPolicy,
  offer: MembershipOffer,
  question: EligibilityQuestion,
): OfferStanding {
  const { holdings, levels, openOrders, day } = question;
  const held = new Set(holdings.filter(isHeld).map((holding) => holding.offer.id));
  const upgrade = policy.upgrades.find(({ from, to }) => to === offer.id && held.has(from) && !held.has(to));
  const renewed = upgrade === undefined ? renewedHolding(policy, offer, question) : null;
  const act = upgrade !== undefined ? 'upgrade' : renewed === null ? 'purchase' : 'renewal';
  const price = offerPrice(policy, offer, held, day, act);
  const excludedBy = offer.excludedBy.find((id) => held.has(id) && id !== renewed?.offer.id);
  const refuse = (reason: OfferReason, because: string | null = null) => ({ reason, because });
  const decide = (): Pick<OfferStanding, 'reason' | 'because'> => {
    if (price === null) return refuse('no-price');
    if (excludedBy !== undefined) return refuse('excluded', excludedBy);
    if (renewed?.renewed) return refuse('already-renewed', renewed.offer.id);
    if (renewed !== null && day < renewed.window.opens) return refuse('window-not-open', renewed.offer.id);
    const level = levelReason(offer, levels);
    if (level !== null) return refuse(level);
    const open = openOrders.find((id) => id === offer.id || (offer.level !== null && isLeveled(policy, id)));
    return open === undefined ? { reason: null, because: null } : refuse('order-open', open);
  };
  return {
    offer,
    act,
    ...decide(),
    opens: renewed?.window.opens ?? null,
    closes: renewed?.window.closes ?? null,
    begins: renewed?.anniversary ?? day,
    price,
  };
}

function isLeveled(policy: MembershipPolicy, id: string): boolean {
  return policy.offers.some((offer) => offer.id === id && offer.level !== null);
}

/** Every offer of the policy, in its order. */
export function offerStandings(
  policy: MembershipPolicy,
  question: EligibilityQuestion,
): readonly OfferStanding[] {
  return policy.offers.map((offer) => standingOf(policy, offer, question));
}
