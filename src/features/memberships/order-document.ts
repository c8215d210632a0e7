/** The papers of an order: what to pay, the invoice, the proof that it was paid, and the credit note. */
import type { Locale } from '../../contract/common.ts';
import type { BillingKind } from '../../contract/memberships.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { findOffer } from '../../domain/membership/membership-policy.ts';
import { anniversaryOf } from '../../domain/membership/renewal-window.ts';
import { addDays, type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import { type PdfFact, writePdf } from '../../files/write-pdf.ts';
import { type BillingDocument, billingNumber } from '../../store/billing-store.ts';
import type { Order } from '../../store/orders-store.ts';
import type { Partner } from '../../store/partners-store.ts';
import { membershipOf } from './offer-question.ts';
import { ORDER_DOCUMENT_WORDS } from './order-document-words.ts';
import { dayOf, orderReference } from './order-view.ts';

export interface OrderPaper {
  readonly kind: BillingKind;
  readonly order: Order;
  readonly programme: Programme;
  readonly partner: Partner;
  readonly documents: readonly BillingDocument[];
}

function language(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : 'fr';
}

function printedDay(day: Day, locale: Locale): string {
  const format = new Intl.DateTimeFormat(language(locale), { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${formatDay(day)}T00:00:00Z`));
}

function printedMoney(minor: number, currency: string, locale: Locale): string {
  const format = new Intl.NumberFormat(language(locale), { style: 'currency', currency });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return format.format(minor / 10 ** maximumFractionDigits);
}

function subject({ order, programme, kind }: OrderPaper, locale: Locale): readonly PdfFact[] {
  const words = ORDER_DOCUMENT_WORDS[locale];
  const policy = membershipOf(programme);
  const { listedMinor, amountMinor, percentOff, currency } = order;
  const begins = order.beginsOn !== null ? parseDay(order.beginsOn)! : order.paidAt && dayOf(order.paidAt);
  const money = (minor: number) => printedMoney(minor, currency, locale);
  return [
    { label: words.membership, value: findOffer(policy, order.offer)?.name[locale] ?? order.offer },
    { label: words.act, value: words.acts[order.act] },
    ...(begins === null
      ? []
      : [
          {
            label: words.period,
            value: words.through(
              printedDay(begins, locale),
              printedDay(addDays(anniversaryOf(policy, begins), -1), locale),
            ),
          },
        ]),
    ...(percentOff === 0
      ? []
      : [
          { label: words.listed, value: money(listedMinor) },
          { label: words.reduction, value: words.percent(percentOff) },
        ]),
    { label: kind === 'credit-note' ? words.credited : words.amount, value: money(amountMinor) },
  ];
}

function payment({ order, kind, documents }: OrderPaper, locale: Locale): readonly PdfFact[] {
  const words = ORDER_DOCUMENT_WORDS[locale];
  const invoice = documents.find((document) => document.kind === 'invoice');
  return [
    { label: words.method, value: words.methods[order.method] },
    { label: words.orderReference, value: orderReference(order) },
    ...(order.paidAt === null
      ? [{ label: words.payBy, value: printedDay(parseDay(order.payBy)!, locale) }]
      : [{ label: words.paidOn, value: printedDay(dayOf(order.paidAt), locale) }]),
    ...(order.paymentReference === null
      ? []
      : [{ label: words.paymentReference, value: order.paymentReference }]),
    ...(kind === 'invoice' || invoice === undefined
      ? []
      : [{ label: words.ofInvoice, value: billingNumber(invoice) }]),
  ];
}

/** `null` when the order has no such paper (yet). */
export async function orderDocument(paper: OrderPaper, locale: Locale) {
  const { kind, order, partner, documents } = paper;
  const words = ORDER_DOCUMENT_WORDS[locale];
  const numbered = documents.find((document) => document.kind === kind);
  const paid = documents.some((document) => document.kind === 'invoice');
  const there = { order: order.state === 'pending-payment', 'proof-of-payment': paid, invoice: paid };
  if (!(kind === 'credit-note' ? numbered !== undefined : there[kind])) return null;
  const number = numbered === undefined ? '' : billingNumber(numbered);
  const issuedAt = numbered?.issuedAt ?? order.paidAt ?? order.placedAt;
  const country =
    partner.country && new Intl.DisplayNames([language(locale)], { type: 'region' }).of(partner.country);
  const content = await writePdf({
    title: words.titles[kind](number),
    lead: words.issued(printedDay(dayOf(issuedAt), locale)),
    sections: [
      {
        heading: words.company,
        facts: [
          { label: words.companyName, value: partner.name },
          ...(partner.legalName === null ? [] : [{ label: words.legalName, value: partner.legalName }]),
          ...(country ? [{ label: words.country, value: country }] : []),
          ...(partner.mpnId === null ? [] : [{ label: words.mpnId, value: partner.mpnId }]),
        ],
      },
      { heading: words.what, facts: subject(paper, locale) },
      { heading: words.payment, facts: payment(paper, locale) },
    ],
    note: words.notes[kind],
    language: locale,
    madeAt: issuedAt,
  });
  const name = number === '' ? orderReference(order) : number;
  return { fileName: `${words.fileNames[kind]}-${name}.pdf`, mediaType: 'application/pdf', content };
}
