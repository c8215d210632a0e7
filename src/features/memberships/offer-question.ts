/** What decides about the offers of a programme: what the company holds, which levels it meets, what it has ordered. */

import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { Outcome } from '../../domain/evaluation/evaluation-result.ts';
import type { MembershipPolicy } from '../../domain/membership/membership-policy.ts';
import type { Holding } from '../../domain/membership/membership-terms.ts';
import type { EligibilityQuestion } from '../../domain/membership/offer-eligibility.ts';
import { isOpenOrder } from '../../domain/membership/order-states.ts';
import { parseDay } from '../../domain/time/day.ts';
import { notFound } from '../../http/problem.ts';
import type { Order } from '../../store/orders-store.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';

const BETTER: Readonly<Record<Outcome, number>> = { unmet: 0, undetermined: 1, met: 2 };

/**
 * The best outcome of each level over all competencies. Where a programme looks back over a window of months, one day
 * of it is enough; an exemption counts like the level itself.
 */
function levelOutcomes({ evaluation }: PartnerAnswer): ReadonlyMap<string, Outcome> {
  const best = new Map<string, Outcome>();
  const note = (level: string, outcome: Outcome) => {
    if (BETTER[outcome] >= BETTER[best.get(level) ?? 'unmet']) best.set(level, outcome);
  };
  for (const { level, outcome, qualifiedInWindow } of evaluation.competencies) {
    note(level, qualifiedInWindow === true ? 'met' : outcome);
  }
  for (const { level, exempt } of evaluation.attained) if (exempt) note(level, 'met');
  return best;
}

export function eligibilityQuestion(
  answer: PartnerAnswer,
  holdings: readonly Holding[],
  orders: readonly Order[],
): EligibilityQuestion {
  return {
    holdings,
    levels: levelOutcomes(answer),
    openOrders: orders
      .filter(({ state, programme }) => isOpenOrder(state) && programme === answer.programme.id)
      .map(({ offer }) => offer),
    day: parseDay(answer.asOf.validAt)!,
  };
}

export function membershipOf(programme: Programme): MembershipPolicy {
  if (programme.membership !== null) return programme.membership;
  throw notFound('nothing-sold', 'This programme sells no membership.');
}
