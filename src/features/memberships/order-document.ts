/** The papers of an order: what to pay, the invoice, the proof that it was paid, and the credit note. */
import type { Locale } from '../../contract/common.ts';
import type { BillingKind } from '../../contract/memberships.ts';
import { printedDay } from '../../contract/messages/printed-day.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { BilledContent } from '../../domain/membership/billing.ts';
import { formatDay } from '../../domain/time/day.ts';
import { type PdfFact, type PdfParty, type PdfTable, writePdf } from '../../files/write-pdf.ts';
import { type BillingDocument, billingNumber } from '../../store/billing-store.ts';
import type { Order } from '../../store/orders-store.ts';
import { membershipOf } from './offer-question.ts';
import { ORDER_DOCUMENT_WORDS } from './order-document-words.ts';
import { dayOf, orderReference } from './order-view.ts';

export interface OrderPaper {
  readonly kind: BillingKind;
  readonly order: Order;
  readonly programme: Programme;
  readonly documents: readonly BillingDocument[];
  /** As the invoice has it; before there is one, by what is known now. */
  readonly content: BilledContent;
}

function language(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : 'fr';
}

function printedMoney(minor: number, currency: string, locale: Locale): string {
  const format = new Intl.NumberFormat(language(locale), { style: 'currency', currency });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return format.format(minor / 10 ** maximumFractionDigits);
}

function parties({ kind, content }: OrderPaper, locale: Locale): readonly PdfParty[] {
  const words = ORDER_DOCUMENT_WORDS[locale];
  const { seller, buyer } = content;
  const regions = new Intl.DisplayNames([language(locale)], { type: 'region' });
  const names = [...new Set([buyer.legalName ?? buyer.name, buyer.name])];
  const sellerLines =
    seller === null
      ? [words.seller]
      : [
          seller.name,
          ...seller.address,
          ...seller.identifiers.map(({ label, value }) => words.identifier(label[locale], value)),
          seller.contact,
        ];
  const buyerLines = [
    ...names,
    ...(buyer.city === null ? [] : [buyer.city]),
    ...(buyer.country === null ? [] : [regions.of(buyer.country) ?? buyer.country]),
    ...(buyer.mpnId === null ? [] : [words.mpnId(buyer.mpnId)]),
  ];
  return [
    { heading: words.sellers[kind], lines: sellerLines },
    { heading: words.buyer, lines: buyerLines },
  ];
}

function period({ order, programme, content }: OrderPaper, locale: Locale): string {
  const words = ORDER_DOCUMENT_WORDS[locale];
  // A membership that is not a renewal begins on the day of its payment, which nobody knows beforehand.
  if (order.paidAt === null && order.beginsOn === null) return words.year(membershipOf(programme).termDays);
  const printed = (day: string) => printedDay(day, locale);
  return words.through(printed(content.from), printed(content.through));
}

function table(paper: OrderPaper, locale: Locale): PdfTable {
  const { kind, order, content } = paper;
  const words = ORDER_DOCUMENT_WORDS[locale];
  const sign = kind === 'credit-note' ? -1 : 1;
  const money = (minor: number) => printedMoney(sign * minor, order.currency, locale);
  const total = money(order.amountMinor);
  return {
    columns: [
      { heading: words.subject, share: 3, align: 'left' },
      { heading: words.period, share: 3, align: 'left' },
      { heading: words.listed, share: 2, align: 'right' },
      { heading: words.reduction, share: 1.3, align: 'right' },
      { heading: words.amount, share: 2, align: 'right' },
    ],
    rows: [
      [
        words.named(content.offer[locale], words.acts[order.act]),
        period(paper, locale),
        money(order.listedMinor),
        order.percentOff === 0 ? '–' : words.percent(order.percentOff),
        total,
      ],
    ],
    totals: [
      { label: words.net, value: total },
      { label: words.tax, value: words.noTax },
      { label: words.totals[kind], value: total },
    ],
  };
}

function payment({ order, kind, documents, content }: OrderPaper, locale: Locale): readonly PdfFact[] {
  const words = ORDER_DOCUMENT_WORDS[locale];
  const invoice = documents.find((document) => document.kind === 'invoice');
  const facts = [{ label: words.method, value: words.methods[order.method] }];
  if (order.paidAt === null) {
    const { account } = content.seller ?? {};
    facts.push({ label: words.payBy, value: printedDay(order.payBy, locale) });
    if (account !== undefined) {
      facts.push(
        { label: words.holder, value: account.holder },
        { label: 'IBAN', value: account.iban },
        { label: 'BIC', value: account.bic },
      );
    }
    facts.push({ label: words.toQuote, value: orderReference(order) });
    return facts;
  }
  facts.push(
    { label: words.paidOn, value: printedDay(formatDay(dayOf(order.paidAt)), locale) },
    { label: words.orderReference, value: orderReference(order) },
  );
  if (order.paymentReference !== null) {
    facts.push({ label: words.paymentReference, value: order.paymentReference });
  }
  if (kind === 'invoice') facts.push({ label: words.due, value: printedMoney(0, order.currency, locale) });
  else if (invoice !== undefined) facts.push({ label: words.ofInvoice, value: billingNumber(invoice) });
  return facts;
}

function terms({ programme, content }: OrderPaper, locale: Locale): readonly PdfFact[] {
  const words = ORDER_DOCUMENT_WORDS[locale];
  const { seller } = content;
  return [
    { label: words.taxes, value: seller?.taxNote[locale] ?? words.taxesUnknown },
    ...(seller?.terms ? [{ label: words.payment, value: seller.terms[locale] }] : []),
    { label: words.cancellation, value: words.cancellable(membershipOf(programme).cancellationDays) },
  ];
}

/** `null` when the order has no such paper (yet). */
export async function orderDocument(paper: OrderPaper, locale: Locale) {
  const { kind, order, documents } = paper;
  const words = ORDER_DOCUMENT_WORDS[locale];
  const numbered = documents.find((document) => document.kind === kind);
  const paid = documents.some((document) => document.kind === 'invoice');
  const there = { order: order.state === 'pending-payment', 'proof-of-payment': paid, invoice: paid };
  if (!(kind === 'credit-note' ? numbered !== undefined : there[kind])) return null;
  const number = numbered === undefined ? '' : billingNumber(numbered);
  const issuedAt = numbered?.issuedAt ?? order.paidAt ?? order.placedAt;
  const isBill = kind === 'order' || kind === 'invoice';
  const content = await writePdf({
    title: words.titles[kind](number),
    lead: words.issued[kind](printedDay(formatDay(dayOf(issuedAt)), locale)),
    parties: parties(paper, locale),
    table: table(paper, locale),
    sections: [
      { heading: words.payment, facts: payment(paper, locale) },
      ...(isBill ? [{ heading: words.terms, facts: terms(paper, locale) }] : []),
    ],
    note: words.notes[kind],
    language: locale,
    madeAt: issuedAt,
  });
  const name = number === '' ? orderReference(order) : number;
  return { fileName: `${words.fileNames[kind]}-${name}.pdf`, mediaType: 'application/pdf', content };
}
