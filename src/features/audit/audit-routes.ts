import { z } from 'zod';
import { listOf } from '../../contract/common.ts';
import { filterSchema, orderbySchema, pageSchema } from '../../contract/list-query.ts';
import { AUDIT_ACTION_LABELS } from '../../contract/messages/audit-actions.ts';
import { labelOf } from '../../contract/messages/labels.ts';
import type { FieldKind } from '../../domain/list-filter/list-filter.ts';
import { json, type Route, route } from '../../http/route.ts';
import { type AuditField, listAudit } from '../../store/audit-store.ts';
import { claimOf } from '../shared/asked-partner.ts';
import { nextPage } from '../shared/paging.ts';
import type { Services } from '../shared/services.ts';

const AuditEventSchema = z.object({
  sequence: z.number(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  /** What was done, in words. */
  label: z.object({ fr: z.string(), en: z.string() }),
  subject: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});

const AUDIT_FILTER_FIELDS = {
  sequence: 'number',
  at: 'instant',
  actor: 'text',
  action: 'text',
  subject: 'text',
} as const satisfies Readonly<Record<AuditField, FieldKind>>;

const AuditQuerySchema = z.strictObject({
  filter: filterSchema(AUDIT_FILTER_FIELDS).optional(),
  orderby: orderbySchema(['sequence', 'at', 'actor', 'action', 'subject']).optional(),
  ...pageSchema(1_000),
});

const PAGE = 100;

const labelled = (action: string) => ({
  fr: labelOf(AUDIT_ACTION_LABELS.fr, action),
  en: labelOf(AUDIT_ACTION_LABELS.en, action),
});

export function auditRoutes({ database }: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/audit-events',
      summary: 'What was done in this company, by whom, newest first',
      access: { kind: 'partner', abilities: ['audit'] },
      query: AuditQuerySchema,
      response: listOf(AuditEventSchema),
      handle: async (request) => {
        const { filter, orderby: order, top = PAGE, skip = 0 } = request.query;
        // One more than asked for tells whether there is a next page.
        const events = await database.readAsTenant(claimOf(request), (tx) =>
          listAudit(tx, { filter, order, top: top + 1, skip }),
        );
        return json({
          value: events.slice(0, top).map((event) => ({
            ...event,
            label: labelled(event.action),
            at: event.at.toISOString(),
          })),
          nextLink: events.length > top ? nextPage(request.url, skip + top, top) : null,
        });
      },
    }),
  ];
}
