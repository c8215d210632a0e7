import { type CompanyNoticeSettings, NOTICE_RIGHTS, type NoticeSettings } from '../../contract/notices.ts';
import { type Ability, PARTNER_ROLES, type PartnerRole, rolesWith } from '../../contract/roles.ts';
import { NOTICE_KINDS, NOTICE_NATURES, type NoticeKind } from '../../domain/notices/notice-kinds.ts';
import { mailMode } from '../../domain/notices/notice-mail.ts';
import { recipients } from '../../domain/notices/notice-recipients.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { companySettings, settingsOfUsers } from '../../store/notice-settings-store.ts';
import { holdersOfRoles } from '../../store/users-store.ts';
import { readableKinds } from './notice-list.ts';

/** How the person is told of each kind of which he or she may be. */
export async function ownSettings(
  tx: TenantTransaction,
  userId: string,
  abilities: ReadonlySet<Ability>,
): Promise<NoticeSettings> {
  const company = await companySettings(tx);
  const own = (await settingsOfUsers(tx, [userId])).get(userId);
  return {
    value: readableKinds(abilities).map((kind) => {
      const chosen = own?.get(kind) ?? null;
      return {
        kind,
        essential: NOTICE_NATURES[kind].essential,
        mode: mailMode(kind, { own: chosen, company: company.get(kind)?.mailMode ?? null }),
        own: chosen,
      };
    }),
  };
}

/** Roles of a company that may read what such a notice tells. */
export function mayRead(kind: NoticeKind): PartnerRole[] {
  const { ability } = NOTICE_RIGHTS[kind];
  const roles = rolesWith(ability);
  return NOTICE_NATURES[kind].audience === 'person'
    ? []
    : PARTNER_ROLES.filter((role) => roles.includes(role));
}

/** What the company has chosen for its people, or what holds because it has not. */
export async function settingsOfCompany(tx: TenantTransaction): Promise<CompanyNoticeSettings> {
  const chosen = await companySettings(tx);
  const holders = await holdersOfRoles(tx, PARTNER_ROLES);
  return {
    value: NOTICE_KINDS.map((kind) => {
      const setting = chosen.get(kind);
      const readers = mayRead(kind);
      const receiving = setting?.roles ?? NOTICE_RIGHTS[kind].roles;
      const { audience, essential } = NOTICE_NATURES[kind];
      return {
        kind,
        audience,
        essential,
        roles: readers.filter((role) => receiving.includes(role)),
        mayRead: readers,
        mode: mailMode(kind, { own: null, company: setting?.mailMode ?? null }),
        people: recipients(holders, { receiving, mayRead: readers }).length,
      };
    }),
  };
}
