import type { BillingKind } from '../../contract/memberships.ts';

interface OrderDocumentWords {
  readonly titles: Readonly<Record<BillingKind, (number: string) => string>>;
  readonly fileNames: Readonly<Record<BillingKind, string>>;
  readonly issued: Readonly<Record<BillingKind, (day: string) => string>>;
  readonly seller: string;
  readonly sellers: Readonly<Record<BillingKind, string>>;
  readonly buyer: string;
  readonly mpnId: (id: string) => string;
  readonly identifier: (label: string, value: string) => string;
  readonly subject: string;
  readonly acts: Readonly<Record<'purchase' | 'upgrade' | 'renewal', string>>;
  readonly named: (offer: string, act: string) => string;
  readonly period: string;
  readonly through: (from: string, last: string) => string;
  /** Of a membership that begins with its payment, how long it lasts. */
  readonly year: (days: number) => string;
  readonly listed: string;
  readonly reduction: string;
  readonly percent: (percent: number) => string;
  readonly amount: string;
  readonly net: string;
  readonly tax: string;
  readonly noTax: string;
  readonly totals: Readonly<Record<BillingKind, string>>;
  readonly payment: string;
  readonly method: string;
  readonly methods: Readonly<Record<'card' | 'transfer', string>>;
  readonly paidOn: string;
  readonly paymentReference: string;
  readonly orderReference: string;
  readonly toQuote: string;
  readonly payBy: string;
  readonly holder: string;
  readonly ofInvoice: string;
  readonly due: string;
  readonly terms: string;
  readonly taxes: string;
  readonly taxesUnknown: string;
  readonly cancellation: string;
  readonly cancellable: (days: number) => string;
  readonly notes: Readonly<Record<BillingKind, string>>;
}

const CARD_AND_TRANSFER = {
  fr: { card: 'Carte bancaire', transfer: 'Virement bancaire' },
  en: { card: 'Card', transfer: 'Bank transfer' },
} as const;

/** The words of the papers of an order, in both languages. */
export const ORDER_DOCUMENT_WORDS: Readonly<Record<'fr' | 'en', OrderDocumentWords>> = {
  fr: {
    titles: {
      order: () => 'Bon de commande',
      invoice: (number) => `Facture ${number}`,
      'proof-of-payment': () => 'Preuve de paiement',
      'credit-note': (number) => `Avoir ${number}`,
    },
    fileNames: {
      order: 'bon-de-commande',
      invoice: 'facture',
      'proof-of-payment': 'preuve-de-paiement',
      'credit-note': 'avoir',
    },
    issued: {
      order: (day) => `Établi le ${day}`,
      invoice: (day) => `Émise le ${day}`,
      'proof-of-payment': (day) => `Établie le ${day}`,
      'credit-note': (day) => `Émis le ${day}`,
    },
    seller: 'L’opérateur du programme',
    sellers: {
      order: 'Vendeur',
      invoice: 'Vendeur',
      'proof-of-payment': 'Reçu par',
      'credit-note': 'Vendeur',
    },
    buyer: 'Client',
    mpnId: (id) => `ID MPN ${id}`,
    identifier: (label, value) => `${label}\u202f: ${value}`,
    subject: 'Désignation',
    acts: { purchase: 'achat', upgrade: 'mise à niveau', renewal: 'renouvellement' },
    named: (offer, act) => `${offer} (${act})`,
    period: 'Période',
    through: (from, last) => `du ${from} au ${last} inclus`,
    year: (days) => `${days} jours à partir du paiement`,
    listed: 'Prix hors taxes',
    reduction: 'Remise',
    percent: (percent) => `${percent}\u202f%`,
    amount: 'Montant hors taxes',
    net: 'Total hors taxes',
    tax: 'TVA',
    noTax: 'non facturée',
    totals: {
      order: 'Total à payer',
      invoice: 'Total',
      'proof-of-payment': 'Montant reçu',
      'credit-note': 'Total remboursé',
    },
    payment: 'Paiement',
    method: 'Moyen',
    methods: CARD_AND_TRANSFER.fr,
    paidOn: 'Reçu le',
    paymentReference: 'Référence du paiement',
    orderReference: 'Référence de la commande',
    toQuote: 'Référence à rappeler',
    payBy: 'À payer au plus tard le',
    holder: 'Titulaire du compte',
    ofInvoice: 'Facture concernée',
    due: 'Reste à payer',
    terms: 'Conditions',
    taxes: 'Taxes',
    taxesUnknown: 'Les taxes dépendent du pays et sont réglées avec l’opérateur du programme.',
    cancellation: 'Annulation',
    cancellable: (days) => `Possible jusqu’à ${days} jours après le paiement, contre remboursement.`,
    notes: {
      order:
        'Ce bon n’est pas une facture. L’adhésion commence quand l’opérateur du programme confirme la réception du virement\u202f; sans virement à la date indiquée, la commande expire.',
      invoice: 'Date de la prestation\u202f: premier jour de la période.',
      'proof-of-payment': 'Ce document atteste que le montant a été reçu.',
      'credit-note': 'La commande a été annulée dans le délai prévu\u202f; l’adhésion a pris fin.',
    },
  },
  en: {
    titles: {
      order: () => 'Order',
      invoice: (number) => `Invoice ${number}`,
      'proof-of-payment': () => 'Proof of payment',
      'credit-note': (number) => `Credit note ${number}`,
    },
    fileNames: {
      order: 'order',
      invoice: 'invoice',
      'proof-of-payment': 'proof-of-payment',
      'credit-note': 'credit-note',
    },
    issued: {
      order: (day) => `Issued on ${day}`,
      invoice: (day) => `Issued on ${day}`,
      'proof-of-payment': (day) => `Issued on ${day}`,
      'credit-note': (day) => `Issued on ${day}`,
    },
    seller: 'The operator of the programme',
    sellers: {
      order: 'Seller',
      invoice: 'Seller',
      'proof-of-payment': 'Received by',
      'credit-note': 'Seller',
    },
    buyer: 'Customer',
    mpnId: (id) => `MPN ID ${id}`,
    identifier: (label, value) => `${label}: ${value}`,
    subject: 'Description',
    acts: { purchase: 'purchase', upgrade: 'upgrade', renewal: 'renewal' },
    named: (offer, act) => `${offer} (${act})`,
    period: 'Period',
    through: (from, last) => `${from} to ${last}, both included`,
    year: (days) => `${days} days from the payment`,
    listed: 'Price without tax',
    reduction: 'Reduction',
    percent: (percent) => `${percent}%`,
    amount: 'Amount without tax',
    net: 'Total without tax',
    tax: 'VAT',
    noTax: 'none charged',
    totals: {
      order: 'Total to pay',
      invoice: 'Total',
      'proof-of-payment': 'Amount received',
      'credit-note': 'Total given back',
    },
    payment: 'Payment',
    method: 'By',
    methods: CARD_AND_TRANSFER.en,
    paidOn: 'Received on',
    paymentReference: 'Reference of the payment',
    orderReference: 'Reference of the order',
    toQuote: 'Reference to quote',
    payBy: 'To be paid by',
    holder: 'Account holder',
    ofInvoice: 'Invoice concerned',
    due: 'Balance due',
    terms: 'Terms',
    taxes: 'Taxes',
    taxesUnknown: 'Taxes depend on the country and are settled with the programme operator.',
    cancellation: 'Cancellation',
    cancellable: (days) => `Possible until ${days} days after the payment; the money is given back.`,
    notes: {
      order:
        'This is not an invoice. The membership begins when the programme operator confirms that the transfer has arrived; without it by the day above the order expires.',
      invoice: 'Date of supply: first day of the period.',
      'proof-of-payment': 'This document states that the amount was received.',
      'credit-note': 'The order was cancelled in time; the membership has ended.',
    },
  },
};
