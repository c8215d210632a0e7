/** When a notice goes out by mail: by itself, or with others in a digest. Days are UTC calendar days. */
import { addDays, type Day } from '../time/day.ts';
import { NOTICE_NATURES, type NoticeKind } from './notice-kinds.ts';

export const MAIL_MODES = ['at-once', 'daily', 'weekly', 'off'] as const;
export type MailMode = (typeof MAIL_MODES)[number];

/** As long as nobody has chosen. */
const DEFAULT_MODES: Partial<Record<NoticeKind, MailMode>> = {
  'level-gained': 'daily',
  'certificates-expiring': 'weekly',
};

/** What has been chosen for one kind: by the person, and by the company for all of its people. */
export interface MailChoices {
  readonly own: MailMode | null;
  readonly company: MailMode | null;
}

/** The person's own choice goes before the company's; what is essential cannot be turned off by either. */
export function mailMode(kind: NoticeKind, { own, company }: MailChoices): MailMode {
  const { essential } = NOTICE_NATURES[kind];
  const chosen = [own, company].find((mode) => mode !== null && !(essential && mode === 'off'));
  return chosen ?? DEFAULT_MODES[kind] ?? 'at-once';
}

const DAYS_OF_WEEK = 7;
/** Day 0, 1 January 1970, was a Thursday: 4 days later it is Monday. */
const FIRST_MONDAY = 4;

/** The first Monday after a day. */
function mondayAfter(day: Day): Day {
  const sinceMonday = (((day - FIRST_MONDAY) % DAYS_OF_WEEK) + DAYS_OF_WEEK) % DAYS_OF_WEEK;
  return addDays(day, DAYS_OF_WEEK - sinceMonday);
}

/**
 * The day on which the mail about a notice of this day is due; null when there is none. A digest is written when its
 * days are over, so that nothing of them is told later.
 */
export function mailDueOn(mode: MailMode, day: Day): Day | null {
  switch (mode) {
    case 'off':
      return null;
    case 'at-once':
      return day;
    case 'daily':
      return addDays(day, 1);
    case 'weekly':
      return mondayAfter(day);
  }
}
