import { createHash } from 'node:crypto';
import { badRequest, conflict } from '../../http/problem.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { findRepeated, keepAnswer, type RepeatableRequest } from '../../store/repeatable-requests-store.ts';

interface Asked {
  readonly url: string;
  readonly body: unknown;
  readonly header: (name: string) => string | undefined;
}

const HEADER = 'repeatability-request-id';
const REQUEST_ID = /^[\x21-\x7e]{1,200}$/;

function requestOf({ url, body, header }: Asked): RepeatableRequest | null {
  const requestId = header(HEADER);
  if (requestId === undefined) return null;
  if (!REQUEST_ID.test(requestId)) {
    throw badRequest('invalid-request-id', 'Repeatability-Request-ID must be 1 to 200 visible characters.');
  }
  const text = JSON.stringify([url, body ?? null]);
  return { requestId, requestHash: createHash('sha256').update(text).digest() };
}

export type Repeated<Kept> =
  | { readonly kind: 'done'; readonly kept: Kept }
  | { readonly kind: 'repeated'; readonly kept: Kept };

/**
 * Does the work of a POST, once however often the same request is sent. `Kept` is what a repetition is answered
 * from: ids, neither secrets nor names.
 */
export async function repeatable<Kept>(
  tx: TenantTransaction,
  asked: Asked,
  work: () => Promise<Kept>,
): Promise<Repeated<Kept>> {
  const request = requestOf(asked);
  if (request === null) return { kind: 'done', kept: await work() };
  const before = await findRepeated(tx, request);
  if (before !== null) {
    if (before.requestHash.equals(request.requestHash)) {
      return { kind: 'repeated', kept: before.answer as Kept };
    }
    throw conflict('request-id-used', 'This Repeatability-Request-ID was used for another request.');
  }
  const kept = await work();
  await keepAnswer(tx, request, kept);
  return { kind: 'done', kept };
}
