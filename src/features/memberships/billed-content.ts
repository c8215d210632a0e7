import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { BilledContent } from '../../domain/membership/billing.ts';
import { findOffer } from '../../domain/membership/membership-policy.ts';
import { anniversaryOf } from '../../domain/membership/renewal-window.ts';
import { addDays, type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { listLocations } from '../../store/locations-store.ts';
import type { Order } from '../../store/orders-store.ts';
import { findPartner } from '../../store/partners-store.ts';
import { membershipOf } from './offer-question.ts';
import { dayOf } from './order-view.ts';

/** The first day of what an order buys; of one that is not paid, as if it were paid on the day it was placed. */
export function firstDayOf({ beginsOn, paidAt, placedAt }: Order): Day {
  return beginsOn === null ? dayOf(paidAt ?? placedAt) : parseDay(beginsOn)!;
}

/** Who sells what to whom, by what is known now. */
export async function billedContent(
  tx: TenantTransaction,
  programme: Programme,
  order: Order,
  begins: Day,
): Promise<BilledContent> {
  const policy = membershipOf(programme);
  const partner = (await findPartner(tx, tx.partnerId))!;
  const locations = await listLocations(tx);
  // The seat of a company is not told apart: a location in its country stands for it.
  const seat = locations.find(({ country }) => country === partner.country) ?? locations[0];
  const { name, legalName, country, mpnId } = partner;
  return {
    seller: policy.seller,
    buyer: { name, legalName, city: seat?.city ?? null, country, mpnId },
    offer: findOffer(policy, order.offer)?.name ?? { en: order.offer, fr: order.offer },
    from: formatDay(begins),
    through: formatDay(addDays(anniversaryOf(policy, begins), -1)),
  };
}
