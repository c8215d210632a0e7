import type { BillingKind } from '../../contract/memberships.ts';

interface OrderDocumentWords {
  readonly titles: Readonly<Record<BillingKind, (number: string) => string>>;
  readonly fileNames: Readonly<Record<BillingKind, string>>;
  readonly issued: (day: string) => string;
  readonly company: string;
  readonly companyName: string;
  readonly legalName: string;
  readonly country: string;
  readonly mpnId: string;
  readonly what: string;
  readonly membership: string;
  readonly act: string;
  readonly acts: Readonly<Record<'purchase' | 'upgrade' | 'renewal', string>>;
  readonly period: string;
  readonly through: (from: string, last: string) => string;
  readonly listed: string;
  readonly reduction: string;
  readonly percent: (percent: number) => string;
  readonly amount: string;
  readonly credited: string;
  readonly payment: string;
  readonly method: string;
  readonly methods: Readonly<Record<'card' | 'transfer', string>>;
  readonly paidOn: string;
  readonly paymentReference: string;
  readonly orderReference: string;
  readonly payBy: string;
  readonly ofInvoice: string;
  readonly notes: Readonly<Record<BillingKind, string>>;
}

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
    issued: (day) => `Établi le ${day}`,
    company: 'Entreprise',
    companyName: 'Nom',
    legalName: 'Raison sociale',
    country: 'Pays',
    mpnId: 'ID MPN',
    what: 'Objet',
    membership: 'Offre',
    act: 'Opération',
    acts: { purchase: 'Achat', upgrade: 'Mise à niveau', renewal: 'Renouvellement' },
    period: 'Période',
    through: (from, last) => `du ${from} au ${last} inclus`,
    listed: 'Prix de l’offre',
    reduction: 'Remise',
    percent: (percent) => `${percent}\u202f%`,
    amount: 'Montant, hors taxes',
    credited: 'Montant remboursé, hors taxes',
    payment: 'Paiement',
    method: 'Moyen',
    methods: { card: 'Carte bancaire', transfer: 'Virement bancaire' },
    paidOn: 'Reçu le',
    paymentReference: 'Référence du paiement',
    orderReference: 'Référence à rappeler',
    payBy: 'À payer au plus tard le',
    ofInvoice: 'Facture concernée',
    notes: {
      order:
        'Ce bon n’est pas une facture. L’adhésion commence quand l’opérateur du programme confirme la réception du virement ; sans virement à la date indiquée, la commande expire.',
      invoice: 'Les taxes dépendent du pays et sont réglées avec l’opérateur du programme.',
      'proof-of-payment': 'Ce document atteste que le montant a été reçu.',
      'credit-note': 'La commande a été annulée dans le délai prévu ; l’adhésion a pris fin.',
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
    issued: (day) => `Issued on ${day}`,
    company: 'Company',
    companyName: 'Name',
    legalName: 'Legal name',
    country: 'Country',
    mpnId: 'MPN ID',
    what: 'Subject',
    membership: 'Offer',
    act: 'Kind',
    acts: { purchase: 'Purchase', upgrade: 'Upgrade', renewal: 'Renewal' },
    period: 'Period',
    through: (from, last) => `${from} to ${last}, both included`,
    listed: 'Price of the offer',
    reduction: 'Reduction',
    percent: (percent) => `${percent}%`,
    amount: 'Amount, without tax',
    credited: 'Amount given back, without tax',
    payment: 'Payment',
    method: 'By',
    methods: { card: 'Card', transfer: 'Bank transfer' },
    paidOn: 'Received on',
    paymentReference: 'Reference of the payment',
    orderReference: 'Reference to quote',
    payBy: 'To be paid by',
    ofInvoice: 'Invoice concerned',
    notes: {
      order:
        'This is not an invoice. The membership begins when the programme operator confirms that the transfer has arrived; without it by the day above the order expires.',
      invoice: 'Taxes depend on the country and are settled with the programme operator.',
      'proof-of-payment': 'This document states that the amount was received.',
      'credit-note': 'The order was cancelled in time; the membership has ended.',
    },
  },
};
