/**
 * What a notice holds: ids, days (`YYYY-MM-DD`) and numbers. Names of people are read with it, by whoever may read them;
 * names of the catalogue are those of the day on which it is read.
 */
import type { SingleActionView } from '../../../contract/explanation.ts';
import type { LossCauseView } from '../../../contract/risk.ts';
import type { LifecycleState } from '../../../domain/membership/lifecycle.ts';
import type { Order } from '../../../store/orders-store.ts';
import { peopleOfActions } from '../single-action-view.ts';

/** A cause with the ids of the people it names. */
export interface NoticedCause extends Omit<LossCauseView, 'people'> {
  readonly people: readonly string[];
}

/** What would keep a level at the least cost. */
export interface NoticedRepair {
  /** Null: no single thing would. */
  readonly action: SingleActionView | null;
  /** So many further people with the right skills would; 0: people are not what is missing. */
  readonly peopleMissing: number;
}

export interface NoticedLevel {
  readonly competency: string;
  readonly level: string;
  /** As it is now; null when it is neither met nor held any more. */
  readonly state: LifecycleState | null;
  /** Day on which its requirements are lost, or were. */
  readonly lostOn: string | null;
  readonly anniversary: string | null;
  readonly causes: readonly NoticedCause[];
  /** Of a level that has lapsed: why. */
  readonly lapse?: 'not-renewed' | 'not-met-at-renewal';
  /** Of a level at risk that is told. */
  readonly repair?: NoticedRepair;
}

export interface NoticedCertificate {
  readonly person: string;
  readonly title: string;
  readonly expiresOn: string;
  /** First day on which it can be renewed, where that is known. */
  readonly renewalFrom: string | null;
}

interface OfProgramme {
  readonly programme: string;
}

interface LevelsNotice extends OfProgramme {
  readonly kind: 'at-risk' | 'risk-over' | 'level-lost' | 'level-gained';
  readonly day: string;
  readonly levels: readonly NoticedLevel[];
}

interface RenewalReminder extends OfProgramme {
  readonly kind: 'renewal-reminder';
  readonly day: string;
  readonly offer: string;
  readonly anniversary: string;
  readonly opens: string;
  readonly closes: string;
}

interface ReportCheck extends OfProgramme {
  readonly kind: 'report-check';
  readonly day: string;
  readonly anniversary: string;
  readonly threatened: readonly NoticedLevel[];
}

interface CertificateExpiry {
  readonly kind: 'certificate-expiry';
  readonly expiresOn: string;
  readonly certificates: readonly NoticedCertificate[];
}

interface CertificatesExpiring {
  readonly kind: 'certificates-expiring';
  /** The first ones to expire. */
  readonly first: readonly NoticedCertificate[];
  readonly count: number;
  readonly until: string;
  /** Days from the notice to `until`. */
  readonly within?: number;
}

interface PmcWindowEnding {
  readonly kind: 'pmc-window-ending';
  readonly endsOn: string;
  readonly people: number;
}

interface OverrideEnding extends OfProgramme {
  readonly kind: 'override-ending';
  readonly competency: string;
  readonly level: string;
  readonly until: string;
}

interface OrderNotice extends OfProgramme {
  readonly kind: 'order-pending' | 'order-paid' | 'order-expired';
  readonly offer: string;
  readonly reference: string;
  /** Last day on which it can be paid; of a paid one the first day of the membership. */
  readonly on: string;
  /** Of a paid one: what it was, and the last day of what it bought. */
  readonly paid?: { readonly act: Order['act']; readonly through: string };
}

interface AssociationEnded {
  readonly kind: 'association-ended';
  readonly person: string;
  readonly provider: string;
}

interface EnquiryReceived {
  readonly kind: 'enquiry-received';
  readonly referralId: string;
  /** `programme/competency` that it is about. */
  readonly competency: string | null;
}

interface TrainingLate extends OfProgramme {
  readonly kind: 'training-late';
  readonly planId: string;
  readonly person: string;
  readonly skill: string;
  readonly dueOn: string;
  /** To the person, or to whoever follows it. */
  readonly own: boolean;
}

/** Of a company that became part of another one; names, for nobody of either may read the other's. */
interface CompanyMerged {
  readonly kind: 'company-merged';
  readonly company: string;
  readonly into: string;
  readonly on: string;
}

export type NoticeContent =
  | LevelsNotice
  | RenewalReminder
  | ReportCheck
  | CertificateExpiry
  | CertificatesExpiring
  | PmcWindowEnding
  | OverrideEnding
  | OrderNotice
  | AssociationEnded
  | EnquiryReceived
  | TrainingLate
  | CompanyMerged;

/** Ids of the people whom a notice names. */
export function peopleIn(content: NoticeContent): readonly string[] {
  switch (content.kind) {
    case 'at-risk':
    case 'risk-over':
    case 'level-lost':
    case 'level-gained':
      return content.levels.flatMap(({ causes, repair }) => [
        ...causes.flatMap(({ people }) => people),
        ...(repair?.action ? peopleOfActions([repair.action]) : []),
      ]);
    case 'report-check':
      return content.threatened.flatMap(({ causes }) => causes.flatMap(({ people }) => people));
    case 'certificates-expiring':
      return content.first.map(({ person }) => person);
    case 'association-ended':
    case 'training-late':
      return [content.person];
    default:
      return [];
  }
}
