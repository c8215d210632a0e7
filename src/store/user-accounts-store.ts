/** What happens to the account of a user: who may call these is decided by the commands on people. */
import { sql } from 'kysely';
import { accountHistory, closeClaim, lockAccount } from './account-claims.ts';
import { auditAssociationEnd } from './association-audit.ts';
import { eraseCasesOf } from './cases-store.ts';
import { violatedUniqueness } from './constraint-violation.ts';
import { endSignIn, forgetPassword } from './credentials-store.ts';
import { type TenantTransaction, withNetworkSight } from './database.ts';
import { forgetProvisioned } from './provisioned-users-store.ts';
import type { UserStatus } from './schema.ts';
import { endRoles } from './user-roles-store.ts';
import { dayOf, statusOn } from './user-status.ts';

export interface UserAccount {
  readonly status: UserStatus;
  readonly employedFrom: string | null;
  readonly employedUntil: string | null;
  readonly disabledOn: string | null;
  readonly locationId: string | null;
}

/** The account, which nobody else can change until this transaction ends; `null` when there is none, or no longer. */
export async function lockUserAccount(tx: TenantTransaction, userId: string): Promise<UserAccount | null> {
  const row = await tx.sql
    .selectFrom('app_user')
    .select(['status', 'employed_from', 'employed_until', 'disabled_on', 'location_id'])
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('status', '!=', 'deleted')
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    status: statusOn(row.status, row.employed_until, tx.now),
    employedFrom: row.employed_from,
    employedUntil: row.employed_until,
    disabledOn: row.disabled_on,
    locationId: row.location_id,
  };
}

/** What was known of the days of the user stays told for questions about an earlier time. */
async function setAccount(
  tx: TenantTransaction,
  userId: string,
  set: { status?: UserStatus; employed_until?: string | null; disabled_on?: string | null },
): Promise<void> {
  // What is set twice in one transaction was never known in between.
  await sql`
    insert into earlier_employment (partner_id, user_id, known_until, employed_from, employed_until, disabled_on)
    select partner_id, user_id, ${tx.now}, employed_from, employed_until, disabled_on
    from app_user where partner_id = ${tx.partnerId} and user_id = ${userId}
    on conflict do nothing`.execute(tx.sql);
  await tx.sql
    .updateTable('app_user')
    .set(set)
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .execute();
}

export async function disableAccount(tx: TenantTransaction, userId: string): Promise<void> {
  await setAccount(tx, userId, { status: 'disabled', disabled_on: dayOf(tx.now) });
  await endSignIn(tx, userId);
}

/** Active again: a disabled account with the roles it had, that of a leaver without any. */
export async function enableAccount(
  tx: TenantTransaction,
  userId: string,
  account: UserAccount,
): Promise<void> {
  const returns = account.status === 'left';
  if (returns) await endRoles(tx, userId, 'all');
  const set = { status: 'active', disabled_on: null } as const;
  await setAccount(tx, userId, returns ? { ...set, employed_until: null } : set);
}

/** @param on first day without employment; `null` takes back a departure that lies ahead */
export async function setLeavingDay(
  tx: TenantTransaction,
  userId: string,
  account: UserAccount,
  on: string | null,
): Promise<void> {
  const gone = on !== null && on <= dayOf(tx.now);
  const returns = account.status === 'left' && !gone;
  const status = gone ? ({ status: 'left' } as const) : returns ? ({ status: 'active' } as const) : {};
  await setAccount(tx, userId, { employed_until: on, ...status });
  if (gone || returns) await endRoles(tx, userId, 'all');
  if (gone) await endSignIn(tx, userId);
}

/** False when the address belongs to somebody else. */
export async function renameWorkEmail(
  tx: TenantTransaction,
  userId: string,
  workEmail: string,
): Promise<boolean> {
  await sql`SAVEPOINT before_rename`.execute(tx.sql);
  try {
    await tx.sql
      .updateTable('user_contact')
      .set({ work_email: workEmail })
      .where('partner_id', '=', tx.partnerId)
      .where('user_id', '=', userId)
      .execute();
    return true;
  } catch (error) {
    if (violatedUniqueness(error) !== 'user_contact_work_email') throw error;
    await sql`ROLLBACK TO SAVEPOINT before_rename`.execute(tx.sql);
    return false;
  }
}

export async function renamePerson(
  tx: TenantTransaction,
  userId: string,
  names: { readonly firstName: string; readonly lastName: string },
): Promise<void> {
  await tx.sql
    .updateTable('user_contact')
    .set({ first_name: names.firstName, last_name: names.lastName })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .execute();
}

/** Ends all associations of the user with the claimed partner, at this instant. */
async function endAllAssociations(tx: TenantTransaction, userId: string): Promise<number> {
  const claims = await tx.sql
    .selectFrom('account_claim')
    .select(['provider', 'account_id as accountId', 'association_id as associationId'])
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('voided_at', 'is', null)
    .where(sql<boolean>`(upper_inf(period) or upper(period) > ${tx.now})`)
    .orderBy('provider')
    .orderBy('account_id')
    .execute();
  return withNetworkSight(tx, async () => {
    let ended = 0;
    for (const { associationId, ...account } of claims) {
      await lockAccount(tx, account);
      const claim = (await accountHistory(tx, account)).find((one) => one.associationId === associationId);
      const open = claim !== undefined && (claim.until === null || claim.until > tx.now.getTime());
      if (!open) continue;
      await closeClaim(tx, claim);
      await auditAssociationEnd(tx, claim);
      ended += 1;
    }
    return ended;
  });
}

/** Whatever else could sign the person in, and what sessions told of browsers and places. */
async function forgetWaysIn(tx: TenantTransaction, userId: string): Promise<void> {
  for (const table of [
    'user_identity',
    'authenticator',
    'recovery_code',
    'passkey',
    'association_proof',
  ] as const) {
    await tx.sql
      .deleteFrom(table)
      .where('partner_id', '=', tx.partnerId)
      .where('user_id', '=', userId)
      .execute();
  }
  await tx.sql
    .updateTable('session')
    .set({ user_agent: null, address: null })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .execute();
}

/**
 * Takes the person out of the company for good: associations, roles and ways to sign in end, names and addresses are
 * erased, also from mails and from cases. The facts stay under the pseudonym.
 * @returns how many associations have ended
 */
export async function eraseUser(
  tx: TenantTransaction,
  userId: string,
  account: UserAccount,
): Promise<number> {
  const associations = await endAllAssociations(tx, userId);
  await endRoles(tx, userId, 'all');
  await endSignIn(tx, userId);
  await forgetPassword(tx, userId);
  await forgetWaysIn(tx, userId);
  await forgetProvisioned(tx, userId);
  await eraseCasesOf(tx, userId);
  await tx.sql
    .updateTable('outgoing_mail')
    .set({ recipient: '', subject: '', sealed_content: null })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .execute();
  await tx.sql
    .deleteFrom('user_contact')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .execute();
  const today = dayOf(tx.now);
  const { employedUntil, employedFrom } = account;
  const earlier = employedUntil !== null && employedUntil < today ? employedUntil : today;
  // Deleted before the first day of work: the interval is empty, not turned round.
  const until = employedFrom !== null && employedFrom > earlier ? employedFrom : earlier;
  await setAccount(tx, userId, { status: 'deleted', employed_until: until });
  return associations;
}
