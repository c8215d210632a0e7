import { UnsubscribeQuerySchema, type Unsubscription, UnsubscriptionSchema } from '../../contract/notices.ts';
import { NOTICE_KINDS, NOTICE_NATURES } from '../../domain/notices/notice-kinds.ts';
import { mailMode } from '../../domain/notices/notice-mail.ts';
import { notFound } from '../../http/problem.ts';
import { json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { chooseMail, settingsOfUsers } from '../../store/notice-settings-store.ts';
import { openUnsubscription } from '../shared/notices/unsubscribe-token.ts';
import type { Services } from '../shared/services.ts';

const PATH = '/api/v1/unsubscribe';
const BY_LINK = { kind: 'system', name: 'unsubscribe-link' } as const;

/** The kinds that the link is about and that can be refused. */
function refusable(kinds: readonly string[]) {
  return NOTICE_KINDS.filter((kind) => kinds.includes(kind) && !NOTICE_NATURES[kind].essential);
}

/** Refuses mails by the link that they carry, without a sign-in: the link says who and what (RFC 8058). */
export function unsubscribeRoutes({ database, sealer }: Services): Route[] {
  function asked(token: string) {
    const found = openUnsubscription(sealer, token);
    if (found === null) throw notFound('link-not-valid', 'This link is not complete, or was not made here.');
    const { partnerId, userId } = found;
    return { userId, kinds: refusable(found.kinds), claim: { partnerId, actor: BY_LINK } };
  }

  async function state(
    tx: TenantTransaction,
    userId: string,
    kinds: Unsubscription['kinds'],
  ): Promise<Unsubscription> {
    const own = (await settingsOfUsers(tx, [userId])).get(userId);
    const isOff = (kind: (typeof kinds)[number]) =>
      mailMode(kind, { own: own?.get(kind) ?? null, company: null }) === 'off';
    return { kinds, refused: kinds.every(isOff) };
  }

  return [
    route({
      method: 'GET',
      path: PATH,
      summary: 'Which mails the link in a mail is about',
      access: { kind: 'public' },
      query: UnsubscribeQuerySchema,
      response: UnsubscriptionSchema,
      handle: async (request) => {
        const { userId, kinds, claim } = asked(request.query.token);
        return json(await database.readAsTenant(claim, (tx) => state(tx, userId, kinds)));
      },
    }),
    route({
      method: 'POST',
      path: PATH,
      summary: 'Refuses further mails of these kinds; mail programs send it with one click',
      access: { kind: 'public' },
      query: UnsubscribeQuerySchema,
      ignoredForm: true,
      response: UnsubscriptionSchema,
      handle: async (request) => {
        const { userId, kinds, claim } = asked(request.query.token);
        return json(
          await database.asTenant(claim, async (tx) => {
            const before = await state(tx, userId, kinds);
            if (before.refused) return before;
            await chooseMail(tx, userId, kinds, 'off');
            const details = { kinds, mode: 'off' };
            await recordAudit(tx, { action: 'notice-settings.own', subject: `user:${userId}`, details });
            return state(tx, userId, kinds);
          }),
        );
      },
    }),
  ];
}
