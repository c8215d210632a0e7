import { sql } from 'kysely';
import type { TenantTransaction } from './database.ts';
import type { UserStatus } from './schema.ts';
import type { SessionMethod } from './sign-in-tables.ts';
import { statusOn } from './user-status.ts';

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly userId: string;
  readonly csrfToken: string;
  readonly expiresAt: Date;
  /** A password when absent. */
  readonly method?: SessionMethod;
  /** What the browser says it is, and the address it came from; shown to the person in the list of sessions. */
  readonly userAgent?: string | null;
  readonly address?: string | null;
  /** The begin of the session when absent. */
  readonly provedAt?: Date | null;
  /** It was begun with a temporary password. */
  readonly passwordChangeRequired?: boolean;
}

export interface LiveSession {
  readonly userId: string;
  readonly csrfToken: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  /** When the person last proved who he or she is: at the begin of the session, or in it. */
  readonly provedAt: Date;
  readonly userStatus: UserStatus;
  /** Roles held at this moment, so that a removed right ends with the next request. */
  readonly roles: readonly string[];
  readonly passwordChangeRequired: boolean;
  /** The user's own, else that of the company. */
  readonly locale: 'fr' | 'en';
}

/** Begins a session and notes the sign-in. */
export async function beginSession(tx: TenantTransaction, session: NewSession): Promise<void> {
  await tx.sql
    .insertInto('session')
    .values({
      partner_id: tx.partnerId,
      token_hash: session.tokenHash,
      user_id: session.userId,
      csrf_token: session.csrfToken,
      created_at: tx.now,
      last_seen_at: tx.now,
      expires_at: session.expiresAt,
      method: session.method ?? 'password',
      user_agent: session.userAgent ?? null,
      address: session.address ?? null,
      password_change_required: session.passwordChangeRequired ?? false,
      proved_at: session.provedAt ?? null,
    })
    .execute();
  await tx.sql
    .updateTable('app_user')
    .set({ last_sign_in_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', session.userId)
    .execute();
}

/** The session of this token with the user's present state, unless it ended or expired. One query. */
export async function findSession(tx: TenantTransaction, tokenHash: Buffer): Promise<LiveSession | null> {
  const row = await tx.sql
    .selectFrom('session as s')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.partner_id', '=', 's.partner_id').onRef('u.user_id', '=', 's.user_id'),
    )
    .select(['s.user_id', 's.csrf_token', 's.created_at', 's.last_seen_at', 's.expires_at', 'u.status'])
    .select((eb) => eb.fn.coalesce('s.proved_at', 's.created_at').as('proved_at'))
    .select(['u.employed_until', 's.password_change_required'])
    .select(
      sql<string[]>`array(select r.role from user_role r
        where r.partner_id = s.partner_id and r.user_id = s.user_id and r.ended_at is null order by r.role)`.as(
        'roles',
      ),
    )
    .select(
      sql<
        'fr' | 'en'
      >`coalesce(u.locale, (select p.locale from partner p where p.partner_id = s.partner_id), 'en')`.as(
        'locale',
      ),
    )
    .where('s.partner_id', '=', tx.partnerId)
    .where('s.token_hash', '=', tokenHash)
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', tx.now)
    .executeTakeFirst();
  if (!row) return null;
  return {
    userId: row.user_id,
    csrfToken: row.csrf_token,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    provedAt: row.proved_at,
    userStatus: statusOn(row.status, row.employed_until, tx.now),
    roles: row.roles,
    passwordChangeRequired: row.password_change_required,
    locale: row.locale,
  };
}

/** Notes that the session is in use and moves its end, which the caller has computed from both limits. */
export async function touchSession(tx: TenantTransaction, tokenHash: Buffer, expiresAt: Date): Promise<void> {
  await tx.sql
    .updateTable('session')
    .set({ last_seen_at: tx.now, expires_at: expiresAt })
    .where('partner_id', '=', tx.partnerId)
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute();
}

export async function endSession(tx: TenantTransaction, tokenHash: Buffer): Promise<void> {
  await tx.sql
    .updateTable('session')
    .set({ ended_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute();
}

/** Notes that the person of the session has just proved anew who he or she is. */
export async function noteProof(tx: TenantTransaction, tokenHash: Buffer): Promise<void> {
  await tx.sql
    .updateTable('session')
    .set({ proved_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute();
}

export interface ListedSession {
  readonly sessionId: string;
  readonly tokenHash: Buffer;
  readonly method: SessionMethod;
  readonly userAgent: string | null;
  readonly address: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** Sessions of a user that have neither ended nor expired, the last used first. */
export async function listSessions(tx: TenantTransaction, userId: string): Promise<ListedSession[]> {
  return tx.sql
    .selectFrom('session')
    .select([
      'session_id as sessionId',
      'token_hash as tokenHash',
      'method',
      'user_agent as userAgent',
      'address',
      'created_at as createdAt',
      'last_seen_at as lastSeenAt',
    ])
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .orderBy('last_seen_at', 'desc')
    .orderBy('session_id')
    .execute();
}

/** Ends sessions of a user: one, or all but one; answers the hashes of their tokens. */
export async function endSessions(
  tx: TenantTransaction,
  userId: string,
  which: { readonly sessionId: string } | { readonly allBut: Buffer },
): Promise<Buffer[]> {
  const rows = await tx.sql
    .updateTable('session')
    .set({ ended_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .where((eb) =>
      'sessionId' in which ? eb('session_id', '=', which.sessionId) : eb('token_hash', '!=', which.allBut),
    )
    .returning('token_hash')
    .execute();
  return rows.map((row) => row.token_hash);
}
