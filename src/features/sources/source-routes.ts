import { SourceRecordsRequestSchema, SourceRecordsResponseSchema } from '../../contract/sources.ts';
import { SIGNATURE_HEADERS } from '../../http/delivery-signature.ts';
import { badRequest } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { askedSource } from './asked-source.ts';
import { receiveRecords } from './receive-records.ts';

/** Ten thousand records with long texts. */
const BODY_LIMIT = 16 * 1024 * 1024;
const REQUEST_ID = 'repeatability-request-id';
const NAME = /^[\x21-\x7e]{1,200}$/;

/** A signed delivery has its id, which the signature covers; other callers may name theirs. */
function nameOf(request: { readonly header: (name: string) => string | undefined }): string | null {
  const name = request.header(SIGNATURE_HEADERS.id) ?? request.header(REQUEST_ID);
  if (name === undefined) return null;
  if (NAME.test(name)) return name;
  throw badRequest('invalid-request-id', 'The name of a delivery has 1 to 200 visible characters.');
}

export function sourceRoutes(services: Services): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/v1/sources/{sourceId}/records',
      summary:
        'Deliver skill records of a source, at most 10,000 a call, each answered; signed by a key of the source; may be sent again',
      access: { kind: 'source', ability: 'network' },
      body: SourceRecordsRequestSchema,
      bodyLimit: BODY_LIMIT,
      response: SourceRecordsResponseSchema,
      handle: async (request) => {
        const source = askedSource(request.params);
        const actor = actorOf(callerOf(request));
        const value = await receiveRecords(services, actor, source, request.body.records, nameOf(request));
        return json({ value: [...value] });
      },
    }),
  ];
}
