import { UnmatchedRecordsQuerySchema, UnmatchedRecordsSchema } from '../../contract/unmatched-records.ts';
import { notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { listUnmatched, withdrawUnmatched } from '../../store/unmatched-queue-store.ts';
import { claimOf } from '../shared/asked-partner.ts';
import { nextPage } from '../shared/paging.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { uuidParam } from '../shared/uuid-param.ts';

const PAGE = 50;
/** Records of all companies that wait for an account, and why. */
export function unmatchedRoutes({ database }: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/unmatched-records',
      summary: 'Records that came with a work e-mail alone and wait for an account, the latest first',
      access: { kind: 'ability', ability: 'network' },
      query: UnmatchedRecordsQuerySchema,
      response: UnmatchedRecordsSchema,
      handle: async (request) => {
        const { search = '', top = PAGE, skip = 0 } = request.query;
        const actor = actorOf(callerOf(request));
        const { value, count } = await database.asNetwork({ actor }, (tx) =>
          listUnmatched(tx, search.trim(), { limit: top, offset: skip }),
        );
        return json({
          value: value.map((record) => ({
            ...record,
            recordedAt: record.recordedAt.toISOString(),
            cause: record.userId === null ? ('no-user' as const) : ('not-associated' as const),
          })),
          count,
          nextLink: skip + top < count ? nextPage(request.url, skip + top, top) : null,
        });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/partners/{partnerId}/unmatched-records/{recordId}/withdraw',
      summary: 'Takes a record that waits for an account out of the queue; nobody will get it',
      access: { kind: 'partner', abilities: ['run-network'] },
      handle: async (request) => {
        const recordId = uuidParam(request.params, 'recordId');
        await database.asTenant(claimOf(request), async (tx) => {
          if (!(await withdrawUnmatched(tx, recordId))) throw notFound();
          const details = { record: recordId };
          await recordAudit(tx, { action: 'unmatched-record.withdrawn', subject: null, details });
        });
        return { kind: 'empty' };
      },
    }),
  ];
}
