import {
  MarkReadRequestSchema,
  NoticeCountSchema,
  NoticeListSchema,
  NoticesQuerySchema,
} from '../../contract/notices.ts';
import { notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { markDone, markRead } from '../../store/notices-store.ts';
import { ownPerson } from '../shared/own-person.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { uuidParam } from '../shared/uuid-param.ts';
import { noticeCounts, noticeList } from './notice-list.ts';

const OWN = '/api/v1/me/notices';
/** What a person is told. */
export function noticeRoutes(services: Services): Route[] {
  const { database } = services;
  const access = { kind: 'ability', ability: 'own-profile' } as const;

  /** Whoever asks, and the claim of a question about what is his or her own. */
  function asking(request: Parameters<typeof callerOf>[0]) {
    const caller = callerOf(request);
    const { userId, partnerId } = ownPerson(caller);
    const { abilities, locale } = caller;
    return { asker: { userId, abilities, locale }, claim: { partnerId, actor: actorOf(caller) } };
  }

  return [
    route({
      method: 'GET',
      path: OWN,
      summary: 'Own notices and tasks, the latest first',
      access,
      query: NoticesQuerySchema,
      response: NoticeListSchema,
      handle: async (request) => {
        const { asker, claim } = asking(request);
        return json(
          await database.readAsTenant(claim, (tx) =>
            noticeList(services, tx, asker, request.query, request.url),
          ),
        );
      },
    }),
    route({
      method: 'GET',
      path: `${OWN}/count`,
      summary: 'How many own notices are unread, and how many tasks are open',
      access,
      response: NoticeCountSchema,
      handle: async (request) => {
        const { asker, claim } = asking(request);
        return json(await database.readAsTenant(claim, (tx) => noticeCounts(tx, asker)));
      },
    }),
    route({
      method: 'POST',
      path: `${OWN}/read`,
      summary: 'Marks own notices as read, all of them where none is named',
      access,
      body: MarkReadRequestSchema,
      response: NoticeCountSchema,
      handle: async (request) => {
        const { asker, claim } = asking(request);
        return json(
          await database.asTenant(claim, async (tx) => {
            await markRead(tx, asker.userId, request.body.noticeIds ?? null);
            return noticeCounts(tx, asker);
          }),
        );
      },
    }),
    route({
      method: 'POST',
      path: `${OWN}/{noticeId}/done`,
      summary: 'Marks a task as done, for everybody who was given it',
      access,
      response: NoticeCountSchema,
      handle: async (request) => {
        const { asker, claim } = asking(request);
        const noticeId = uuidParam(request.params, 'noticeId');
        return json(
          await database.asTenant(claim, async (tx) => {
            const done = await markDone(tx, asker.userId, noticeId);
            if (done === 'no-such-task') throw notFound();
            if (done === 'done') {
              await recordAudit(tx, { action: 'notice.done', subject: `notice:${noticeId}`, details: {} });
            }
            return noticeCounts(tx, asker);
          }),
        );
      },
    }),
  ];
}
