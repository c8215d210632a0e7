/** The calendar as its reader's own calendar reads it: by a secret link, without a sign-in. */
import { createHash } from 'node:crypto';
import { abilitiesOf, ROLES } from '../../contract/roles.ts';
import { writeICalendar } from '../../files/write-icalendar.ts';
import { findCalendarLink } from '../../store/calendar-links-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { findPartner } from '../../store/partners-store.ts';
import { findPartnerBySecret } from '../../store/secret-lookup.ts';
import { findUser } from '../../store/users-store.ts';
import { today } from '../shared/as-of.ts';
import { tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { calendarOf } from './calendar-query.ts';
import { CALENDAR_FILE_TEXTS } from './calendar-texts.ts';
import type { CalendarReader } from './calendar-words.ts';

interface FeedReader extends CalendarReader {
  readonly partnerId: PartnerId;
  readonly userId: string;
  readonly company: string;
}

/** Whose link it is, as that person stands now; null also for who has gone or may no longer see the company's days. */
async function readerOf({ database }: Services, token: string): Promise<FeedReader | null> {
  const hash = tokenHash(token);
  const partnerId = await findPartnerBySecret(database, 'calendar-link', hash);
  if (partnerId === null) return null;
  const actor = { kind: 'system', name: 'calendar-link' } as const;
  return database.readAsTenant({ partnerId, actor }, async (tx) => {
    const link = await findCalendarLink(tx, hash);
    const user = link === null ? null : await findUser(tx, link.userId);
    if (user?.status !== 'active') return null;
    const abilities = abilitiesOf(ROLES.filter((role) => user.roles.includes(role)));
    if (!abilities.has('competencies')) return null;
    const company = (await findPartner(tx, partnerId))?.name ?? partnerId;
    return { partnerId, userId: user.userId, company, abilities, locale: user.locale ?? 'en' };
  });
}

/** Says nothing of the company, and stays the same while the words of the event change. */
function uidOf(partnerId: PartnerId, id: string): string {
  const digest = createHash('sha256').update(`${partnerId} ${id}`).digest('hex');
  return `${digest.slice(0, 32)}@jalon`;
}

/** The file, or null when nobody may read anything by this link. */
export async function calendarFeed(services: Services, token: string): Promise<string | null> {
  const { now, baseUrl } = services;
  const reader = await readerOf(services, token);
  if (reader === null) return null;
  const { partnerId, userId, company, locale } = reader;
  const claim = { partnerId, actor: { kind: 'user', userId } } as const;
  const question = { asOf: { validAt: today(now()), knownAt: null }, from: null, until: null };
  const { value } = await calendarOf(services, claim, question, reader);
  const { name, categories } = CALENDAR_FILE_TEXTS[locale];
  return writeICalendar({
    name: `${name} ${company}`,
    language: locale,
    writtenAt: now(),
    events: value.map(({ id, on, kind, title, detail, path }) => ({
      uid: uidOf(partnerId, id),
      on,
      summary: title,
      description: detail,
      category: categories[kind],
      url: `${baseUrl()}${path}`,
    })),
  });
}
