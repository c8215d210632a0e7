import type { FastifyInstance, FastifyRequest } from 'fastify';
import { SIGNATURE_HEADERS, type SignedDelivery } from './delivery-signature.ts';
import { headerOf } from './request-parts.ts';

const bytesOf = new WeakMap<FastifyRequest, Buffer>();

/** A signature is over the bytes as they came: for the routes of `app` they are kept beside what they say. */
export function keepSignedBytes(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = body as Buffer;
    bytesOf.set(request, bytes);
    parse(request, bytes.toString('utf8'), done);
  });
}

/** What was signed, where the request says that it is; a token beside it decides alone. */
export function signedDeliveryOf(request: FastifyRequest, sourceId: string): SignedDelivery | null {
  const signature = headerOf(request, SIGNATURE_HEADERS.signature);
  if (signature === undefined || request.headers.authorization !== undefined) return null;
  return {
    sourceId,
    id: headerOf(request, SIGNATURE_HEADERS.id) ?? '',
    timestamp: headerOf(request, SIGNATURE_HEADERS.timestamp) ?? '',
    signature,
    body: bytesOf.get(request) ?? Buffer.alloc(0),
  };
}
