import {
  MadeReportTokenSchema,
  MOST_REPORT_TOKENS,
  NewReportTokenSchema,
  ReportTokensSchema,
  type ReportTokenView,
} from '../../contract/report-tokens.ts';
import { conflict, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import {
  addReportToken,
  type ReportToken,
  reportTokensOf,
  revokeReportToken,
} from '../../store/report-tokens-store.ts';
import { ownPerson } from '../shared/own-person.ts';
import { newReportToken } from '../shared/report-token.ts';
import { tokenHash } from '../shared/secret-token.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { uuidParam } from '../shared/uuid-param.ts';

const OWN = '/api/v1/me/report-tokens';
const DAY_MS = 86_400_000;
/** Tokens by which a person's own programs read the data sets. */
export function reportTokenRoutes({ database, baseUrl, now }: Services): Route[] {
  /** Whoever has lost the right can still look and revoke. */
  const own = { kind: 'ability', ability: 'own-profile' } as const;

  function asking(request: Parameters<typeof callerOf>[0]) {
    const caller = callerOf(request);
    const { userId, partnerId } = ownPerson(caller);
    return { userId, claim: { partnerId, actor: actorOf(caller) } };
  }

  function view({ tokenId, name, createdAt, expiresAt, lastUsedAt }: ReportToken): ReportTokenView {
    return {
      tokenId,
      name,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      ended: expiresAt <= now(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    };
  }

  return [
    route({
      method: 'GET',
      path: OWN,
      summary: 'One’s own report tokens, without what they are',
      access: own,
      response: ReportTokensSchema,
      handle: async (request) => {
        const { userId, claim } = asking(request);
        const tokens = await database.readAsTenant(claim, (tx) => reportTokensOf(tx, userId));
        return json({ value: tokens.map(view), feed: `${baseUrl()}/odata/v4/` });
      },
    }),
    route({
      method: 'POST',
      path: OWN,
      summary: 'Makes a token that only reads data sets and what is sent regularly; it is told this once',
      access: { kind: 'ability', ability: 'insights' },
      body: NewReportTokenSchema,
      response: MadeReportTokenSchema,
      status: 201,
      handle: async (request) => {
        const { userId, claim } = asking(request);
        const { name, days } = request.body;
        const token = newReportToken();
        const made = await database.asTenant(claim, async (tx) => {
          if ((await reportTokensOf(tx, userId)).length >= MOST_REPORT_TOKENS) {
            throw conflict(
              'too-many-tokens',
              `A person has at most ${MOST_REPORT_TOKENS} tokens. Revoke one first.`,
            );
          }
          const expiresAt = new Date(tx.now.getTime() + days * DAY_MS);
          const kept = await addReportToken(tx, { userId, hash: tokenHash(token), name, expiresAt });
          await recordAudit(tx, {
            action: 'report-token.made',
            subject: `user:${userId}`,
            details: { token: kept.tokenId, until: expiresAt.toISOString() },
          });
          return kept;
        });
        return { kind: 'json', status: 201, body: { ...view(made), token } };
      },
    }),
    route({
      method: 'DELETE',
      path: `${OWN}/{tokenId}`,
      summary: 'Revokes a token of one’s own at once',
      access: own,
      handle: async (request) => {
        const { userId, claim } = asking(request);
        const tokenId = uuidParam(request.params, 'tokenId');
        await database.asTenant(claim, async (tx) => {
          if (!(await revokeReportToken(tx, userId, tokenId))) throw notFound();
          await recordAudit(tx, {
            action: 'report-token.revoked',
            subject: `user:${userId}`,
            details: { token: tokenId },
          });
        });
        return { kind: 'empty' };
      },
    }),
  ];
}
