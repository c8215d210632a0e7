import {
  ChooseForCompanyRequestSchema,
  ChooseNoticeRequestSchema,
  CompanyNoticeSettingsSchema,
  NoticeSettingsSchema,
} from '../../contract/notices.ts';
import { NOTICE_NATURES, type NoticeKind } from '../../domain/notices/notice-kinds.ts';
import type { MailMode } from '../../domain/notices/notice-mail.ts';
import { conflict } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { chooseForCompany, chooseMail, companySettings } from '../../store/notice-settings-store.ts';
import { claimOf } from '../shared/asked-partner.ts';
import { ownPerson } from '../shared/own-person.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { mayRead, ownSettings, settingsOfCompany } from './notice-settings.ts';

const OWN = '/api/v1/me/notice-settings';
const COMPANY = '/api/v1/partners/{partnerId}/notice-settings';

function refuseSilence(kind: NoticeKind, mode: MailMode | null | undefined): void {
  if (mode === 'off' && NOTICE_NATURES[kind].essential) {
    throw conflict('essential-notice', 'Notices of this kind are always sent by e-mail.');
  }
}

async function changeCompany(
  tx: TenantTransaction,
  {
    kind,
    roles,
    mode,
  }: { kind: NoticeKind; roles?: readonly string[] | undefined; mode?: MailMode | undefined },
): Promise<void> {
  const before = (await companySettings(tx)).get(kind) ?? { roles: null, mailMode: null };
  const told = roles?.filter((role) => mayRead(kind).some((each) => each === role)) ?? before.roles;
  if (told !== null && told.length === 0 && NOTICE_NATURES[kind].essential) {
    throw conflict(
      'nobody-told',
      'Somebody must be told of this: choose at least one role that may read it.',
    );
  }
  const setting = { roles: told, mailMode: mode ?? before.mailMode };
  await chooseForCompany(tx, kind, setting);
  await recordAudit(tx, { action: 'notice-settings.changed', subject: null, details: { kind, ...setting } });
}

/** How people are told: each by his or her own choice, the others as the company has chosen. */
export function noticeSettingsRoutes({ database }: Services): Route[] {
  const own = { kind: 'ability', ability: 'own-profile' } as const;
  const access = { kind: 'partner', abilities: ['notice-settings'] } as const;

  function asking(request: Parameters<typeof callerOf>[0]) {
    const caller = callerOf(request);
    const { userId, partnerId } = ownPerson(caller);
    return { userId, abilities: caller.abilities, claim: { partnerId, actor: actorOf(caller) } };
  }

  return [
    route({
      method: 'GET',
      path: OWN,
      summary: 'By which kinds of notices one is told by e-mail, and how',
      access: own,
      response: NoticeSettingsSchema,
      handle: async (request) => {
        const { userId, abilities, claim } = asking(request);
        return json(await database.readAsTenant(claim, (tx) => ownSettings(tx, userId, abilities)));
      },
    }),
    route({
      method: 'PATCH',
      path: OWN,
      summary: 'Chooses how one is told of one kind of notices',
      access: own,
      body: ChooseNoticeRequestSchema,
      response: NoticeSettingsSchema,
      handle: async (request) => {
        const { userId, abilities, claim } = asking(request);
        const { kind, mode } = request.body;
        refuseSilence(kind, mode);
        return json(
          await database.asTenant(claim, async (tx) => {
            await chooseMail(tx, userId, [kind], mode);
            const details = { kinds: [kind], mode };
            await recordAudit(tx, { action: 'notice-settings.own', subject: `user:${userId}`, details });
            return ownSettings(tx, userId, abilities);
          }),
        );
      },
    }),
    route({
      method: 'GET',
      path: COMPANY,
      summary: 'Who is told of the affairs of the company, and how',
      access,
      response: CompanyNoticeSettingsSchema,
      handle: async (request) => json(await database.readAsTenant(claimOf(request), settingsOfCompany)),
    }),
    route({
      method: 'PATCH',
      path: COMPANY,
      summary:
        'Chooses which roles are told of one kind of notices, and how those who have not chosen themselves are',
      access,
      body: ChooseForCompanyRequestSchema,
      response: CompanyNoticeSettingsSchema,
      handle: async (request) => {
        refuseSilence(request.body.kind, request.body.mode);
        return json(
          await database.asTenant(claimOf(request), async (tx) => {
            await changeCompany(tx, request.body);
            return settingsOfCompany(tx);
          }),
        );
      },
    }),
  ];
}
