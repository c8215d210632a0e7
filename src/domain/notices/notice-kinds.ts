/** What people are told about. The words are rendered elsewhere; here stands what each kind is. */

export const NOTICE_KINDS = [
  'at-risk',
  'risk-over',
  'level-lost',
  'level-gained',
  'renewal-reminder',
  'report-check',
  'certificate-expiry',
  'certificates-expiring',
  'pmc-window-ending',
  'override-ending',
  'order-pending',
  'order-paid',
  'order-expired',
  'association-ended',
  'enquiry-received',
  'training-late',
  'company-merged',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export interface NoticeNature {
  /** Told to those whom the company names, or to the one person whom it concerns. */
  readonly audience: 'company' | 'person';
  /** Whoever is told cannot do without the mail: a loss, a date that comes once a year, money. */
  readonly essential: boolean;
  /** Stays open until somebody marks it as done. */
  readonly task: boolean;
}

const NEWS: NoticeNature = { audience: 'company', essential: false, task: false };
const ESSENTIAL: NoticeNature = { ...NEWS, essential: true };

export const NOTICE_NATURES: Readonly<Record<NoticeKind, NoticeNature>> = {
  'at-risk': ESSENTIAL,
  'risk-over': NEWS,
  'level-lost': ESSENTIAL,
  'level-gained': NEWS,
  'renewal-reminder': ESSENTIAL,
  'report-check': { ...NEWS, task: true },
  'certificate-expiry': { ...NEWS, audience: 'person' },
  'certificates-expiring': NEWS,
  'pmc-window-ending': NEWS,
  'override-ending': NEWS,
  'order-pending': ESSENTIAL,
  'order-paid': ESSENTIAL,
  'order-expired': ESSENTIAL,
  'association-ended': NEWS,
  // To the people whom the company has chosen for its enquiries.
  'enquiry-received': { ...NEWS, audience: 'person' },
  // To whoever is to be trained and to whoever follows it.
  'training-late': { ...NEWS, audience: 'person' },
  'company-merged': ESSENTIAL,
};
