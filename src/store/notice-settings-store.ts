import type { MailMode } from '../domain/notices/notice-mail.ts';
import type { TenantTransaction } from './database.ts';

/** By kind of notice. */
export type OwnSettings = ReadonlyMap<string, MailMode>;

export interface CompanySetting {
  /** Roles that are told; null: those of the delivered choice. */
  readonly roles: readonly string[] | null;
  readonly mailMode: MailMode | null;
}

export type CompanySettings = ReadonlyMap<string, CompanySetting>;

/** What each of these people has chosen; nobody else is in it. */
export async function settingsOfUsers(
  tx: TenantTransaction,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, OwnSettings>> {
  if (userIds.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('notice_setting')
    .select(['user_id as userId', 'kind', 'mail_mode as mailMode'])
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', 'in', [...userIds])
    .execute();
  const settings = new Map<string, Map<string, MailMode>>();
  for (const { userId, kind, mailMode } of rows) {
    const own = settings.get(userId) ?? new Map<string, MailMode>();
    settings.set(userId, own.set(kind, mailMode));
  }
  return settings;
}

/** @param mailMode null: as the company has chosen */
export async function chooseMail(
  tx: TenantTransaction,
  userId: string,
  kinds: readonly string[],
  mailMode: MailMode | null,
): Promise<void> {
  if (kinds.length === 0) return;
  if (mailMode === null) {
    await tx.sql
      .deleteFrom('notice_setting')
      .where('partner_id', '=', tx.partnerId)
      .where('user_id', '=', userId)
      .where('kind', 'in', [...kinds])
      .execute();
    return;
  }
  await tx.sql
    .insertInto('notice_setting')
    .values(
      kinds.map((kind) => ({
        partner_id: tx.partnerId,
        user_id: userId,
        kind,
        mail_mode: mailMode,
        changed_at: tx.now,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['partner_id', 'user_id', 'kind'])
        .doUpdateSet({ mail_mode: mailMode, changed_at: tx.now }),
    )
    .execute();
}

export async function companySettings(tx: TenantTransaction): Promise<CompanySettings> {
  const rows = await tx.sql
    .selectFrom('company_notice_setting')
    .select(['kind', 'roles', 'mail_mode as mailMode'])
    .where('partner_id', '=', tx.partnerId)
    .execute();
  return new Map(rows.map(({ kind, ...setting }) => [kind, setting]));
}

export async function chooseForCompany(
  tx: TenantTransaction,
  kind: string,
  { roles, mailMode }: CompanySetting,
): Promise<void> {
  const chosen = { roles: roles === null ? null : [...roles], mail_mode: mailMode, changed_at: tx.now };
  await tx.sql
    .insertInto('company_notice_setting')
    .values({ partner_id: tx.partnerId, kind, ...chosen })
    .onConflict((conflict) => conflict.columns(['partner_id', 'kind']).doUpdateSet(chosen))
    .execute();
}
