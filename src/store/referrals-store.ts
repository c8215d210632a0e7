import { type SqlBool, sql } from 'kysely';
import type { EnquirySuspicion } from '../domain/referrals/judge-enquiry.ts';
import { changedBefore } from '../domain/referrals/referral-retention.ts';
import { REFERRAL_STATES, type ReferralState } from '../domain/referrals/referral-states.ts';
import { actorText, type NetworkTransaction, type TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';

export interface NewReferral {
  readonly state: 'new' | 'spam';
  readonly senderName: string;
  readonly senderEmail: string;
  readonly senderPhone: string | null;
  readonly senderCompany: string | null;
  readonly message: string;
  /** `programme/competency`. */
  readonly competency: string | null;
  readonly locale: 'fr' | 'en';
  readonly suspicion: EnquirySuspicion | null;
}

/** An enquiry; what says who asked is `null` once its time is over. */
export interface Referral {
  readonly referralId: string;
  readonly state: ReferralState;
  readonly senderName: string | null;
  readonly senderEmail: string | null;
  readonly senderPhone: string | null;
  readonly senderCompany: string | null;
  readonly message: string | null;
  readonly competency: string | null;
  readonly locale: 'fr' | 'en';
  readonly suspicion: string | null;
  readonly receivedAt: Date;
  readonly changedAt: Date;
  readonly erasedAt: Date | null;
}

export interface ReferralEvent {
  readonly at: Date;
  readonly actor: string;
  readonly state: ReferralState | null;
  readonly note: string | null;
}

export async function addReferral(tx: TenantTransaction, referral: NewReferral): Promise<string> {
  const row = await tx.sql
    .insertInto('referral')
    .values({
      partner_id: tx.partnerId,
      state: referral.state,
      sender_name: referral.senderName,
      sender_email: referral.senderEmail,
      sender_phone: referral.senderPhone,
      sender_company: referral.senderCompany,
      message: referral.message,
      competency: referral.competency,
      locale: referral.locale,
      suspicion: referral.suspicion,
      received_at: tx.now,
      changed_at: tx.now,
    })
    .returning('referral_id')
    .executeTakeFirstOrThrow();
  return row.referral_id;
}

/** Whether the same words have come since then. */
export async function sameMessageSince(
  tx: TenantTransaction,
  message: string,
  since: Date,
): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('referral')
    .select('referral_id')
    .where('partner_id', '=', tx.partnerId)
    .where('received_at', '>=', since)
    .where('message', '=', message)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface ReferralQuestion {
  readonly states: readonly ReferralState[];
  /** Words that all occur in what the enquiry says, whatever their case. */
  readonly words: readonly string[];
  readonly competency: string | null;
}

function asked(tx: TenantTransaction, { states, words, competency }: ReferralQuestion) {
  let query = tx.sql
    .selectFrom('referral')
    .where('partner_id', '=', tx.partnerId)
    .where('state', 'in', [...states]);
  if (competency !== null) query = query.where('competency', '=', competency);
  for (const word of words) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(
      sql<SqlBool>`concat_ws(' ', sender_name, sender_email, sender_company, sender_phone, message) ilike ${pattern}`,
    );
  }
  return query;
}

const columns = [
  'referral_id as referralId',
  'state',
  'sender_name as senderName',
  'sender_email as senderEmail',
  'sender_phone as senderPhone',
  'sender_company as senderCompany',
  'message',
  'competency',
  'locale',
  'suspicion',
  'received_at as receivedAt',
  'changed_at as changedAt',
  'erased_at as erasedAt',
] as const;

/** The newest first. */
export async function listReferrals(
  tx: TenantTransaction,
  question: ReferralQuestion,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly referrals: Referral[]; readonly count: number }> {
  const referrals = await asked(tx, question)
    .select(columns)
    .orderBy('received_at', 'desc')
    .orderBy('referral_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const { count } = await asked(tx, question)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return { referrals, count: Number(count) };
}

export async function countReferralsByState(
  tx: TenantTransaction,
): Promise<Readonly<Record<ReferralState, number>>> {
  const rows = await tx.sql
    .selectFrom('referral')
    .select(({ fn }) => ['state', fn.countAll<string>().as('count')])
    .where('partner_id', '=', tx.partnerId)
    .groupBy('state')
    .execute();
  const counts = new Map(rows.map(({ state, count }) => [state, Number(count)]));
  return Object.fromEntries(REFERRAL_STATES.map((state) => [state, counts.get(state) ?? 0])) as Record<
    ReferralState,
    number
  >;
}

export async function findReferral(tx: TenantTransaction, referralId: string): Promise<Referral | null> {
  const row = await tx.sql
    .selectFrom('referral')
    .select(columns)
    .where('partner_id', '=', tx.partnerId)
    .where('referral_id', '=', referralId)
    .executeTakeFirst();
  return row ?? null;
}

/** What was done with it, oldest first. */
export async function listReferralEvents(
  tx: TenantTransaction,
  referralId: string,
): Promise<ReferralEvent[]> {
  return tx.sql
    .selectFrom('referral_event')
    .select(['at', 'actor', 'state', 'note'])
    .where('partner_id', '=', tx.partnerId)
    .where('referral_id', '=', referralId)
    .orderBy('at')
    .orderBy('event_id')
    .execute();
}

/** Changes the state or adds a note, and keeps who did it and when. */
export async function recordReferralEvent(
  tx: TenantTransaction,
  referralId: string,
  event: { readonly state: ReferralState } | { readonly note: string },
): Promise<void> {
  await tx.sql
    .updateTable('referral')
    .set({ changed_at: tx.now, ...('state' in event ? { state: event.state } : {}) })
    .where('partner_id', '=', tx.partnerId)
    .where('referral_id', '=', referralId)
    .execute();
  await tx.sql
    .insertInto('referral_event')
    .values({
      partner_id: tx.partnerId,
      referral_id: referralId,
      at: tx.now,
      actor: actorText(tx.actor),
      ...event,
    })
    .execute();
}

const WITHOUT_PERSON = {
  sender_name: null,
  sender_email: null,
  sender_phone: null,
  sender_company: null,
  message: null,
} as const;

async function eraseNotes(tx: TenantTransaction, referralIds: readonly string[]): Promise<void> {
  if (referralIds.length === 0) return;
  await tx.sql
    .deleteFrom('referral_event')
    .where('partner_id', '=', tx.partnerId)
    .where('referral_id', 'in', [...referralIds])
    .where('note', 'is not', null)
    .execute();
}

/** Deletes the personal data of one enquiry before its time, as whoever wrote it may ask. */
export async function eraseReferral(tx: TenantTransaction, referralId: string): Promise<void> {
  await tx.sql
    .updateTable('referral')
    .set({ ...WITHOUT_PERSON, erased_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('referral_id', '=', referralId)
    .execute();
  await eraseNotes(tx, [referralId]);
}

/**
 * Deletes the personal data of enquiries whose time is over: of spam everything, of the others who asked, in which
 * words, and what was noted. Answers how many there were.
 */
export async function eraseOldReferrals(tx: TenantTransaction): Promise<number> {
  const spam = await tx.sql
    .deleteFrom('referral')
    .where('partner_id', '=', tx.partnerId)
    .where('state', '=', 'spam')
    .where('changed_at', '<=', changedBefore('spam', tx.now))
    .returning('referral_id')
    .execute();
  const over = await tx.sql
    .updateTable('referral')
    .set({ ...WITHOUT_PERSON, erased_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('erased_at', 'is', null)
    .where(({ eb, or, and }) =>
      or(
        REFERRAL_STATES.filter((state) => state !== 'spam').map((state) =>
          and([eb('state', '=', state), eb('changed_at', '<=', changedBefore(state, tx.now))]),
        ),
      ),
    )
    .returning('referral_id')
    .execute();
  await eraseNotes(
    tx,
    over.map((row) => row.referral_id),
  );
  return spam.length + over.length;
}

/** Companies with enquiries whose time is over. */
export async function partnersWithOldReferrals(tx: NetworkTransaction, now: Date): Promise<PartnerId[]> {
  const rows = await tx.sql
    .selectFrom('referral')
    .select('partner_id')
    .distinct()
    .where('erased_at', 'is', null)
    .where(({ eb, or, and }) =>
      or(
        REFERRAL_STATES.map((state) =>
          and([eb('state', '=', state), eb('changed_at', '<=', changedBefore(state, now))]),
        ),
      ),
    )
    .orderBy('partner_id')
    .execute();
  return rows.map((row) => row.partner_id as PartnerId);
}

export async function listReferralRecipients(tx: TenantTransaction): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('referral_recipient')
    .select('user_id')
    .where('partner_id', '=', tx.partnerId)
    .orderBy('user_id')
    .execute();
  return rows.map((row) => row.user_id);
}

export async function setReferralRecipients(
  tx: TenantTransaction,
  userIds: readonly string[],
): Promise<void> {
  await tx.sql.deleteFrom('referral_recipient').where('partner_id', '=', tx.partnerId).execute();
  if (userIds.length === 0) return;
  await tx.sql
    .insertInto('referral_recipient')
    .values(userIds.map((userId) => ({ partner_id: tx.partnerId, user_id: userId })))
    .execute();
}
