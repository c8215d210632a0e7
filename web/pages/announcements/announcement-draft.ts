import type { NewAnnouncement } from '../../../src/contract/announcements.ts';
import { isDay } from '../../messages/use-dates.ts';

export interface AnnouncementDraft {
  readonly fr: string;
  readonly en: string;
  readonly warning: boolean;
  readonly some: boolean;
  /** Ids with commas between them. */
  readonly companies: string;
  /** Days; the announcement begins and ends with them, in the zone of the reader. */
  readonly from: string;
  readonly until: string;
}

function companyIds(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((id) => id !== ''))];
}

export function isSpan({ from, until }: AnnouncementDraft, today: string): boolean {
  return isDay(from) && isDay(until) && until >= from && until >= today;
}

export function isComplete(draft: AnnouncementDraft, today: string): boolean {
  const { fr, en, some, companies } = draft;
  const told = !some || companyIds(companies).length > 0;
  return fr.trim() !== '' && en.trim() !== '' && told && isSpan(draft, today);
}

/** The announcement as it is sent: from the first moment of its first day to the last one of its last. */
export function announcementOf({
  fr,
  en,
  warning,
  some,
  companies,
  from,
  until,
}: AnnouncementDraft): NewAnnouncement {
  return {
    kind: warning ? 'warning' : 'information',
    text: { fr: fr.trim(), en: en.trim() },
    partners: some ? [...companyIds(companies)] : null,
    from: new Date(`${from}T00:00:00`).toISOString(),
    until: new Date(`${until}T23:59:59`).toISOString(),
  };
}
