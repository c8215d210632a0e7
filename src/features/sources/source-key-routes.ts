import { randomBytes } from 'node:crypto';
import { MadeSourceKeySchema, NewSourceKeySchema, type SourceKeyView } from '../../contract/source-health.ts';
import { secretText } from '../../http/delivery-signature.ts';
import { conflict, notFound } from '../../http/problem.ts';
import { type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { actorText } from '../../store/database.ts';
import {
  addSourceKey,
  endKeysBy,
  keysOfSource,
  revokeSourceKey,
  type SourceKey,
} from '../../store/source-keys-store.ts';
import { networkClaimOf } from '../shared/asked-partner.ts';
import type { Services } from '../shared/services.ts';
import { SOURCE_KEY_PURPOSE } from '../shared/source-gate.ts';
import { uuidParam } from '../shared/uuid-param.ts';
import { askedSource } from './asked-source.ts';

const SECRET_BYTES = 32;
const HOUR_MS = 3_600_000;
const MOST_KEYS = 5;
export function sourceKeyView({ keyId, label, createdAt, endsAt, lastUsedAt }: SourceKey): SourceKeyView {
  return {
    keyId,
    label,
    createdAt: createdAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

/** Keys by which sources sign: made, put in the place of others, revoked. */
export function sourceKeyRoutes({ database, sealer }: Services): Route[] {
  const access = { kind: 'ability', ability: 'run-network' } as const;
  return [
    route({
      method: 'POST',
      path: '/api/v1/sources/{sourceId}/keys',
      summary: 'Makes a key by which a source signs, beside those it has or in their place; told this once',
      access,
      body: NewSourceKeySchema,
      response: MadeSourceKeySchema,
      status: 201,
      handle: async (request) => {
        const source = askedSource(request.params);
        const { label, replaceAfterHours } = request.body;
        const secret = secretText(randomBytes(SECRET_BYTES));
        const made = await database.asTenant(networkClaimOf(request), async (tx) => {
          if (replaceAfterHours !== undefined) {
            await endKeysBy(tx, source, new Date(tx.now.getTime() + replaceAfterHours * HOUR_MS));
          }
          if ((await keysOfSource(tx, source)).length >= MOST_KEYS) {
            throw conflict('too-many-keys', `A source has at most ${MOST_KEYS} keys.`, {
              detail: 'No key was made. Revoke one that is not used, then make the new one.',
            });
          }
          const key = await addSourceKey(tx, {
            source,
            label,
            sealedSecret: sealer.seal(SOURCE_KEY_PURPOSE, secret),
            createdBy: actorText(tx.actor),
          });
          await recordAudit(tx, {
            action: 'source-key.made',
            subject: `source:${source}`,
            details: { key: key.keyId, label, replaceAfterHours: replaceAfterHours ?? null },
          });
          return key;
        });
        return { kind: 'json', status: 201, body: { ...sourceKeyView(made), secret } };
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/sources/{sourceId}/keys/{keyId}',
      summary: 'Revokes a key of a source at once',
      access,
      handle: async (request) => {
        const source = askedSource(request.params);
        const keyId = uuidParam(request.params, 'keyId');
        await database.asTenant(networkClaimOf(request), async (tx) => {
          if (!(await revokeSourceKey(tx, source, keyId))) throw notFound();
          await recordAudit(tx, {
            action: 'source-key.revoked',
            subject: `source:${source}`,
            details: { key: keyId },
          });
        });
        return { kind: 'empty' };
      },
    }),
  ];
}
