/** What the network tells its companies for a time. */
import { sql } from 'kysely';
import { actorText, type TenantTransaction } from './database.ts';

export interface AnnouncementWords {
  readonly fr: string;
  readonly en: string;
}

export interface ShownAnnouncement {
  readonly announcementId: string;
  readonly kind: 'information' | 'warning';
  readonly text: AnnouncementWords;
}

export interface Announcement extends ShownAnnouncement {
  /** Ids of companies; null: all. */
  readonly partners: readonly string[] | null;
  readonly from: Date;
  readonly until: Date;
}

/** What is shown now to the claimed company, warnings first. */
export async function announcementsShown(tx: TenantTransaction): Promise<readonly ShownAnnouncement[]> {
  const { rows } = await sql<{
    announcement_id: string;
    kind: Announcement['kind'];
    text_fr: string;
    text_en: string;
  }>`
    select * from announcements_for_claimed(${tx.now})`.execute(tx.sql);
  return rows.map(({ announcement_id, kind, text_fr, text_en }) => ({
    announcementId: announcement_id,
    kind,
    text: { fr: text_fr, en: text_en },
  }));
}

/** All of the network's, those that end last first. */
export async function listAnnouncements(
  tx: TenantTransaction,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly Announcement[]> {
  const rows = await tx.sql
    .selectFrom('announcement')
    .selectAll()
    .where('partner_id', '=', tx.partnerId)
    .orderBy('shown_until', 'desc')
    .orderBy('announcement_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map((row) => ({
    announcementId: row.announcement_id,
    kind: row.kind,
    text: { fr: row.text_fr, en: row.text_en },
    partners: row.audience,
    from: row.shown_from,
    until: row.shown_until,
  }));
}

export async function addAnnouncement(
  tx: TenantTransaction,
  { kind, text, partners, from, until }: Omit<Announcement, 'announcementId'>,
): Promise<string> {
  const { announcement_id } = await tx.sql
    .insertInto('announcement')
    .values({
      kind,
      text_fr: text.fr,
      text_en: text.en,
      audience: partners === null ? null : [...partners],
      shown_from: from,
      shown_until: until,
      created_at: tx.now,
      created_by: actorText(tx.actor),
    })
    .returning('announcement_id')
    .executeTakeFirstOrThrow();
  return announcement_id;
}

/**
 * One that is shown ends now; one that has not begun is forgotten. False when there is none, or it is over.
 */
export async function endAnnouncement(tx: TenantTransaction, announcementId: string): Promise<boolean> {
  const forgotten = await tx.sql
    .deleteFrom('announcement')
    .where('partner_id', '=', tx.partnerId)
    .where('announcement_id', '=', announcementId)
    .where('shown_from', '>=', tx.now)
    .executeTakeFirst();
  if (forgotten.numDeletedRows > 0n) return true;
  const ended = await tx.sql
    .updateTable('announcement')
    .set({ shown_until: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('announcement_id', '=', announcementId)
    .where('shown_until', '>', tx.now)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}
