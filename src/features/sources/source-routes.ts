import { SourceRecordsRequestSchema, SourceRecordsResponseSchema } from '../../contract/imports.ts';
import { badRequest } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { receiveRecords } from './receive-records.ts';

const SOURCE_ID = /^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/;
/** Ten thousand records with long texts. */
const BODY_LIMIT = 16 * 1024 * 1024;

export function sourceRoutes(services: Services): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/v1/sources/{sourceId}/records',
      summary: 'Deliver skill records of a source, at most 10,000 a call, each answered; may be sent again',
      access: { kind: 'ability', ability: 'network' },
      body: SourceRecordsRequestSchema,
      bodyLimit: BODY_LIMIT,
      response: SourceRecordsResponseSchema,
      handle: async (request) => {
        const sourceId = request.params.sourceId ?? '';
        if (!SOURCE_ID.test(sourceId))
          throw badRequest('invalid-source', 'A source id has lower-case letters and digits.');
        const actor = actorOf(callerOf(request));
        return json({ value: await receiveRecords(services, actor, sourceId, request.body.records) });
      },
    }),
  ];
}
