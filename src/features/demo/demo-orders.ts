/** Orders behind the memberships of the demo, and one whose transfer the operator still awaits. */
import { addDays, type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import type { PastOrder } from '../../store/past-orders.ts';

const PROGRAMME = 'microsoft-competencies';
const TRANSFER_DAYS = 30;
const GOLD_FEE = 473_000;
const PACK_FEE = 47_500;

function payBy(placedOn: string): string {
  return formatDay(addDays(parseDay(placedOn)!, TRANSFER_DAYS));
}

/** Gold, bought by card on the first day of the membership. */
export function goldByCard(on: string): PastOrder {
  return {
    programme: PROGRAMME,
    offer: 'gold',
    slot: 'level',
    act: 'purchase',
    method: 'card',
    listedMinor: GOLD_FEE,
    amountMinor: GOLD_FEE,
    percentOff: 0,
    currency: 'USD',
    placedOn: on,
    payBy: payBy(on),
    paidOn: on,
  };
}

/** The Action Pack for a fifth less, as holders of a level get it, ordered by transfer a few days ago. */
export function packByTransfer(today: Day): PastOrder {
  const placedOn = formatDay(addDays(today, -6));
  return {
    programme: PROGRAMME,
    offer: 'action-pack',
    slot: 'action-pack',
    act: 'purchase',
    method: 'transfer',
    listedMinor: PACK_FEE,
    amountMinor: PACK_FEE * 0.8,
    percentOff: 20,
    currency: 'USD',
    placedOn,
    payBy: payBy(placedOn),
    paidOn: null,
  };
}
