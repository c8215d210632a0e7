/** What a company holds, may buy and has ordered, and what its memberships give. */
import { z } from 'zod';
import { LIFECYCLE_STATES } from '../domain/membership/lifecycle.ts';
import { AsOfSchema, DaySchema, LocalTextSchema, listOf } from './common.ts';
import { LossCauseSchema } from './risk.ts';

/** A whole number of the smallest unit of an ISO 4217 currency. */
export const MoneySchema = z.object({ minor: z.number().int(), currency: z.string() });
export type MoneyView = z.infer<typeof MoneySchema>;

/** From the first step to the loss. */
export const LIFECYCLE_ORDER = LIFECYCLE_STATES;

export const LifecycleStateSchema = z.enum(LIFECYCLE_STATES);

export const LevelStateSchema = z.object({
  competency: z.string(),
  name: LocalTextSchema,
  level: z.string(),
  state: LifecycleStateSchema,
  /** Since when it has been in this state; null: since before the time that was looked at. */
  since: z.string().nullable(),
  /** End of the year of membership that keeps the level, or kept it. */
  anniversary: z.string().nullable(),
  /** Last day on which the membership can be renewed, of levels in grace. */
  graceUntil: z.string().nullable(),
  /** First day on which it is lost by what is already known. */
  lostOn: z.string().nullable(),
});
export type LevelStateView = z.infer<typeof LevelStateSchema>;

const CHANGE_CAUSES = [
  'requirements-met',
  'exempted',
  'bought',
  'upgraded',
  'renewed',
  'requirements-lost',
  'anniversary-passed',
  'not-renewed',
  'not-met-at-renewal',
  'merged',
] as const;

export const LevelChangeSchema = z.object({
  on: z.string(),
  level: z.string(),
  /** Null: neither met nor held any more. */
  state: LifecycleStateSchema.nullable(),
  cause: z.enum(CHANGE_CAUSES),
  offer: LocalTextSchema.nullable(),
  losses: z.array(LossCauseSchema),
});
export type LevelChangeView = z.infer<typeof LevelChangeSchema>;

const WindowSchema = z.object({
  era: z.enum(['partner-center', 'pmc']),
  opens: z.string(),
  closes: z.string(),
  open: z.boolean(),
});

const HoldingSchema = z.object({
  offer: z.string(),
  name: LocalTextSchema,
  level: z.string().nullable(),
  state: z.enum(['upcoming', 'active', 'in-grace', 'lapsed', 'replaced', 'renewed']),
  activeFrom: z.string(),
  anniversary: z.string(),
  replacedOn: z.string().nullable(),
  /** Another membership goes on from the anniversary. */
  renewed: z.boolean(),
  window: WindowSchema,
});
export type HoldingView = z.infer<typeof HoldingSchema>;

const OFFER_REASONS = [
  'level-not-met',
  'level-undetermined',
  'excluded',
  'window-not-open',
  'already-renewed',
  'order-open',
  'no-price',
] as const;

const PriceSchema = z.object({
  money: MoneySchema,
  listed: MoneySchema,
  percentOff: z.number().int(),
  because: z.enum(['upgrade', 'holder']).nullable(),
});

/** A way to the level of an offer, of those in which the least is missing. */
const WaySchema = z.object({
  competency: z.string(),
  name: LocalTextSchema,
  option: LocalTextSchema.nullable(),
  people: z.number(),
  unknown: z.array(LocalTextSchema),
  missed: z.array(LocalTextSchema),
});

const OfferSchema = z.object({
  offer: z.string(),
  name: LocalTextSchema,
  level: z.string().nullable(),
  act: z.enum(['purchase', 'upgrade', 'renewal']),
  /** Null when it may be bought now. */
  reason: z.enum(OFFER_REASONS).nullable(),
  /** The offer that stands in the way. */
  because: LocalTextSchema.nullable(),
  /** Days of the renewal window, where the act is a renewal. */
  opens: z.string().nullable(),
  closes: z.string().nullable(),
  begins: z.string(),
  anniversary: z.string(),
  price: PriceSchema.nullable(),
  /** Competencies that meet its level. */
  metBy: z.array(z.object({ competency: z.string(), name: LocalTextSchema })),
  /** Where no competency meets it: what is missing. */
  nearest: z.array(WaySchema),
});
export type OfferView = z.infer<typeof OfferSchema>;

const ORDER_STATES = ['created', 'pending-payment', 'active', 'refused', 'expired', 'cancelled'] as const;

export const BILLING_KINDS = ['order', 'invoice', 'proof-of-payment', 'credit-note'] as const;
export type BillingKind = (typeof BILLING_KINDS)[number];

export const OrderSchema = z.object({
  orderId: z.string(),
  programme: z.string(),
  offer: z.string(),
  name: LocalTextSchema,
  act: z.enum(['purchase', 'upgrade', 'renewal']),
  method: z.enum(['card', 'transfer']),
  state: z.enum(ORDER_STATES),
  amount: MoneySchema,
  listed: MoneySchema,
  percentOff: z.number().int(),
  placedAt: z.string(),
  /** Last day on which it can be paid. */
  payBy: z.string(),
  paidAt: z.string().nullable(),
  /** What the payer is asked to write on a transfer, and by which a card payment is known. */
  reference: z.string(),
  refusal: z.string().nullable(),
  endedAt: z.string().nullable(),
  invoiceNumber: z.string().nullable(),
  creditNoteNumber: z.string().nullable(),
  /** Last day on which it can be cancelled; null when it cannot. */
  cancellableUntil: z.string().nullable(),
  documents: z.array(z.enum(BILLING_KINDS)),
});
export type OrderView = z.infer<typeof OrderSchema>;

export const MembershipsSchema = z.object({
  value: z.array(HoldingSchema),
  offers: z.array(OfferSchema),
  orders: z.array(OrderSchema),
  nextAnniversary: z.string().nullable(),
  /** Every level that is begun, met, held or was held. */
  levels: z.array(LevelStateSchema),
  payment: z.object({
    transferDays: z.number().int(),
    cancellationDays: z.number().int(),
    /** Cards with which a payment can be tried out; null where no card is taken. */
    cards: z
      .array(z.object({ card: z.string(), plays: z.enum(['accepted', 'refused', 'silent']) }))
      .nullable(),
  }),
  asOf: AsOfSchema,
  programme: z.string(),
  catalogueVersion: z.string(),
});
export type Memberships = z.infer<typeof MembershipsSchema>;

export const PlaceOrderRequestSchema = z.strictObject({
  programme: z.string().max(100).optional(),
  offer: z.string().max(100),
  method: z.enum(['card', 'transfer']),
  /** What the payment page of the gateway gave for the card. */
  card: z.string().max(200).optional(),
});

export const ConfirmPaymentRequestSchema = z.strictObject({
  /** As the bank names the transfer. */
  reference: z.string().trim().min(1).max(100),
});

export const PendingPaymentsSchema = listOf(
  z.object({ partnerId: z.string(), partnerName: z.string(), order: OrderSchema }),
);
export type PendingPayments = z.infer<typeof PendingPaymentsSchema>;

const RETURN_CAUSES = ['cancelled', 'expired', 'refused', 'paid-twice'] as const;

/** Money of a transfer that goes back to who sent it, or has. */
export const TransferReturnSchema = z.object({
  returnId: z.string(),
  partnerId: z.string(),
  partnerName: z.string(),
  /** What the payer was asked to write on the transfer. */
  orderReference: z.string(),
  offer: LocalTextSchema,
  cause: z.enum(RETURN_CAUSES),
  amount: MoneySchema,
  /** As the bank names the transfer that came; null where nobody wrote it down. */
  bankReference: z.string().nullable(),
  since: z.string(),
  givenBackOn: z.string().nullable(),
});
export type TransferReturnView = z.infer<typeof TransferReturnSchema>;

export const TransferReturnsSchema = z.object({
  /** The longest owed first. */
  value: z.array(TransferReturnSchema),
  /** The latest of those that were given back, the latest first. */
  givenBack: z.array(TransferReturnSchema),
});
export type TransferReturns = z.infer<typeof TransferReturnsSchema>;

export const NoteTransferReturnRequestSchema = z.strictObject({
  orderReference: z.string().trim().min(1).max(40),
  /** As the bank names the transfer. */
  bankReference: z.string().trim().min(1).max(100),
});

export const GiveBackRequestSchema = z.strictObject({
  /** The day on which the money was sent. */
  on: DaySchema,
});

/** What a programme sells, for every reader who is signed in. */
export const MembershipPolicySchema = z.object({
  programme: z.string(),
  offers: z.array(
    z.object({
      offer: z.string(),
      name: LocalTextSchema,
      level: z.string().nullable(),
      price: MoneySchema.nullable(),
    }),
  ),
  benefits: z.array(
    z.object({
      benefit: z.string(),
      name: LocalTextSchema,
      /** Null: for every competency of the level. */
      competencies: z.array(z.object({ competency: z.string(), name: LocalTextSchema })).nullable(),
      amounts: z.record(z.string(), LocalTextSchema),
    }),
  ),
  upgrades: z.array(z.object({ from: z.string(), to: z.string(), percent: z.number() })),
  termDays: z.number().int(),
  cancellationDays: z.number().int(),
  transferDays: z.number().int(),
  source: z.object({ text: z.string(), confidence: z.string() }),
});
export type MembershipPolicyView = z.infer<typeof MembershipPolicySchema>;
