/** What is known to happen to a company on a day. Days are UTC calendar days. */
import type { MembershipOffer } from '../membership/membership-policy.ts';
import type { RenewalWindow } from '../membership/renewal-window.ts';
import type { LossCause } from '../projection/loss-causes.ts';
import type { Day } from '../time/day.ts';

export const CALENDAR_KINDS = [
  'anniversary',
  'window-opens',
  'window-closes',
  'report-check',
  'order-to-pay',
  'level-lost',
  'exemption-ends',
  'certificates-expire',
  'skill-retires',
  'retired-skill-ends',
  'pmc-window-ends',
  'training-due',
] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

interface Dated {
  /**
   * The same as long as it is the same thing that happens, also when its day moves; two events of a company never share
   * one.
   */
  readonly id: string;
  readonly on: Day;
}

export interface MembershipEvent extends Dated {
  readonly kind: 'anniversary' | 'window-opens' | 'window-closes';
  readonly programme: string;
  readonly offer: MembershipOffer;
  readonly anniversary: Day;
  readonly window: RenewalWindow;
}

/** From this day the skills report is to be checked before the anniversary. */
export interface ReportCheckEvent extends Dated {
  readonly kind: 'report-check';
  readonly programme: string;
  readonly anniversary: Day;
}

/** The last day on which an order can be paid. */
export interface OrderEvent extends Dated {
  readonly kind: 'order-to-pay';
  readonly programme: string;
  readonly offer: string;
}

/** The first day on which a level is no longer held or met. */
export interface LevelLostEvent extends Dated {
  readonly kind: 'level-lost';
  readonly programme: string;
  readonly competency: string;
  readonly level: string;
  readonly causes: readonly LossCause[];
}

/** The last day on which an exemption holds a level. */
export interface ExemptionEvent extends Dated {
  readonly kind: 'exemption-ends';
  readonly programme: string;
  readonly competency: string;
  readonly level: string;
  readonly reason: string | null;
}

/** The last day on which these certificates count. */
export interface CertificatesEvent extends Dated {
  readonly kind: 'certificates-expire';
  readonly certificates: readonly { readonly person: string; readonly title: string }[];
}

/** A skill that people of the company hold is retired, or counts for the last day since it was. */
export interface RetirementEvent extends Dated {
  readonly kind: 'skill-retires' | 'retired-skill-ends';
  readonly title: string;
  readonly lastDay: Day;
  /** How many people hold it so that it counts. */
  readonly people: number;
}

/** The last day on which associations made in PMC count. */
export interface PmcEvent extends Dated {
  readonly kind: 'pmc-window-ends';
  /** How many people are associated in PMC and not in Partner Center. */
  readonly people: number;
}

/** The last day on which some are to have achieved what a plan says. */
export interface TrainingEvent extends Dated {
  readonly kind: 'training-due';
  readonly trainings: readonly { readonly person: string; readonly skill: string }[];
}

export type CalendarEvent =
  | MembershipEvent
  | ReportCheckEvent
  | OrderEvent
  | LevelLostEvent
  | ExemptionEvent
  | CertificatesEvent
  | RetirementEvent
  | PmcEvent
  | TrainingEvent;
