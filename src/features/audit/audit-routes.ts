import { z } from 'zod';
import { listOf } from '../../contract/common.ts';
import { json, type Route, route } from '../../http/route.ts';
import { listAudit } from '../../store/audit-store.ts';
import { claimOf } from '../shared/asked-partner.ts';
import { nextPage, PageQuerySchema } from '../shared/paging.ts';
import type { Services } from '../shared/services.ts';

const AuditEventSchema = z.object({
  sequence: z.number(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subject: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});

const PAGE = 100;

export function auditRoutes({ database }: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/audit-events',
      summary: 'What was done in this company, by whom, newest first',
      access: { kind: 'partner', abilities: ['audit'] },
      query: PageQuerySchema,
      response: listOf(AuditEventSchema),
      handle: async (request) => {
        const { top = PAGE, skip = 0 } = request.query;
        // One more than asked for tells whether there is a next page.
        const events = await database.readAsTenant(claimOf(request), (tx) =>
          listAudit(tx, { top: top + 1, skip }),
        );
        return json({
          value: events.slice(0, top).map((event) => ({ ...event, at: event.at.toISOString() })),
          nextLink: events.length > top ? nextPage(request.url, skip + top, top) : null,
        });
      },
    }),
  ];
}
