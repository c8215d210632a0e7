import {
  DeliveriesSchema,
  RejectionSchema,
  RejectionsSchema,
  RepeatedDeliverySchema,
  RetriedRejectionSchema,
  RetryRejectionSchema,
  SourcePageQuerySchema,
  SourcesSchema,
} from '../../contract/source-health.ts';
import type { SourceRecordInput } from '../../contract/sources.ts';
import { notFound } from '../../http/problem.ts';
import { json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { failedContent, listDeliveries } from '../../store/source-deliveries-store.ts';
import {
  findRejection,
  listRejections,
  putAside,
  settleRejections,
} from '../../store/source-rejections-store.ts';
import { networkClaimOf } from '../shared/asked-partner.ts';
import { nextPage } from '../shared/paging.ts';
import type { Services } from '../shared/services.ts';
import { uuidParam } from '../shared/uuid-param.ts';
import { askedSource } from './asked-source.ts';
import { counted, receiveRecords, unpackDelivery } from './receive-records.ts';
import { sourceViews } from './source-views.ts';

const PAGE = 50;
/** How the sources do, what they delivered, what of it failed or was refused, and what can be done about it. */
export function sourceHealthRoutes(services: Services): Route[] {
  const { database } = services;
  const reading = { kind: 'ability', ability: 'network' } as const;
  const running = { kind: 'ability', ability: 'run-network' } as const;
  return [
    route({
      method: 'GET',
      path: '/api/v1/sources',
      summary: 'Every source: when it delivered last, how late its records come, what failed, its keys',
      access: reading,
      response: SourcesSchema,
      handle: async (request) => json({ value: await sourceViews(services, networkClaimOf(request)) }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/sources/{sourceId}/deliveries',
      summary: 'What a source has delivered, the latest first',
      access: reading,
      query: SourcePageQuerySchema,
      response: DeliveriesSchema,
      handle: async (request) => {
        const source = askedSource(request.params);
        const { top = PAGE, skip = 0 } = request.query;
        const found = await database.readAsTenant(networkClaimOf(request), (tx) =>
          listDeliveries(tx, source, { limit: top + 1, offset: skip }),
        );
        return json({
          value: found
            .slice(0, top)
            .map((delivery) => ({ ...delivery, receivedAt: delivery.receivedAt.toISOString() })),
          nextLink: found.length > top ? nextPage(request.url, skip + top, top) : null,
        });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/sources/{sourceId}/deliveries/{deliveryId}/repeat',
      summary: 'Applies a delivery that failed once more; what is there already is unchanged',
      access: running,
      response: RepeatedDeliverySchema,
      handle: async (request) => {
        const source = askedSource(request.params);
        const deliveryId = uuidParam(request.params, 'deliveryId');
        const claim = networkClaimOf(request);
        const failed = await database.readAsTenant(claim, (tx) => failedContent(tx, source, deliveryId));
        if (failed === null) throw notFound();
        const records = await unpackDelivery(failed.content);
        const answers = await receiveRecords(services, claim.actor, source, records, failed.name);
        return json(counted(answers));
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/sources/{sourceId}/rejections',
      summary: 'Records of a source that were refused and wait, the latest first',
      access: reading,
      query: SourcePageQuerySchema,
      response: RejectionsSchema,
      handle: async (request) => {
        const source = askedSource(request.params);
        const { top = PAGE, skip = 0 } = request.query;
        const found = await database.readAsTenant(networkClaimOf(request), (tx) =>
          listRejections(tx, source, { limit: top + 1, offset: skip }),
        );
        return json({
          value: found.slice(0, top).map((rejection) =>
            RejectionSchema.parse({
              ...rejection,
              firstAt: rejection.firstAt.toISOString(),
              lastAt: rejection.lastAt.toISOString(),
            }),
          ),
          nextLink: found.length > top ? nextPage(request.url, skip + top, top) : null,
        });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/sources/{sourceId}/rejections/{rejectionId}/retry',
      summary: 'Tries a refused record again, as it is or put right; refused again it stays',
      access: running,
      body: RetryRejectionSchema,
      response: RetriedRejectionSchema,
      handle: async (request) => {
        const source = askedSource(request.params);
        const rejectionId = uuidParam(request.params, 'rejectionId');
        const claim = networkClaimOf(request);
        const open = await database.readAsTenant(claim, (tx) => findRejection(tx, source, rejectionId));
        if (open === null) throw notFound();
        const record = { ...(open.record as SourceRecordInput), ...request.body };
        const [answer] = await receiveRecords(services, claim.actor, source, [record]);
        const { result, reason } = answer!;
        // A record without an id is told by what it holds, and that has been put right.
        if (result !== 'rejected') {
          await database.asNetwork({ actor: claim.actor }, (tx) => settleRejections(tx, source, [open.name]));
        }
        return json({ result, reason });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/sources/{sourceId}/rejections/{rejectionId}/put-aside',
      summary: 'Puts a refused record aside that will not be accepted',
      access: running,
      handle: async (request) => {
        const source = askedSource(request.params);
        const rejectionId = uuidParam(request.params, 'rejectionId');
        await database.asTenant(networkClaimOf(request), async (tx) => {
          if (!(await putAside(tx, source, rejectionId))) throw notFound();
          await recordAudit(tx, {
            action: 'source-record.put-aside',
            subject: `source:${source}`,
            details: { rejection: rejectionId },
          });
        });
        return { kind: 'empty' };
      },
    }),
  ];
}
