import {
  DismissProposalRequestSchema,
  FoundProposalsSchema,
  MergeProposalsSchema,
  ProposalsQuerySchema,
  UnassociatedAccountsSchema,
  UnassociatedQuerySchema,
} from '../../contract/account-merges.ts';
import { conflict } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { asOnePartner } from '../../store/database.ts';
import {
  dismissProposal,
  findProposals,
  listProposals,
  unassociatedAccounts,
} from '../../store/merge-proposals-store.ts';
import { describeAccounts } from '../../store/merged-accounts-store.ts';
import { NETWORK_PARTNER } from '../../store/partner-id.ts';
import { nextPage } from '../shared/paging.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { uuidParam } from '../shared/uuid-param.ts';

const PROPOSALS = '/api/v1/merge-proposals';
const ACCESS = { kind: 'ability', ability: 'merge-accounts' } as const;
const PAGE = 25;

/** Learning accounts that are probably one person's, and those that nobody has associated. */
export function mergeProposalRoutes({ database }: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: PROPOSALS,
      summary: 'Pairs of learning accounts that are probably one person’s, and what speaks for it',
      access: ACCESS,
      query: ProposalsQuerySchema,
      response: MergeProposalsSchema,
      handle: async (request) => {
        const { show = 'open', top = PAGE, skip = 0 } = request.query;
        const actor = actorOf(callerOf(request));
        return database.asNetwork({ actor }, async (tx) => {
          const { value, count } = await listProposals(tx, show, { skip, limit: top });
          const described = await describeAccounts(
            tx,
            value.flatMap(({ provider, accountId, intoAccountId }) => [
              { provider, accountId },
              { provider, accountId: intoAccountId },
            ]),
          );
          const more = skip + top < count;
          return json({
            value: value.map(({ proposalId, causes, foundAt, closed }, place) => ({
              proposalId,
              account: described[2 * place]!,
              into: described[2 * place + 1]!,
              causes: [...causes],
              foundAt: foundAt.toISOString(),
              closed: closed && { ...closed, at: closed.at.toISOString() },
            })),
            count,
            nextLink: more ? nextPage(request.url, skip + top, top) : null,
          });
        });
      },
    }),
    route({
      method: 'POST',
      path: `${PROPOSALS}/search`,
      summary: 'Looks for such pairs at once, whenever the regular look would come',
      access: ACCESS,
      response: FoundProposalsSchema,
      handle: async (request) => {
        const actor = actorOf(callerOf(request));
        return json({ found: await database.asNetwork({ actor }, findProposals) });
      },
    }),
    route({
      method: 'POST',
      path: `${PROPOSALS}/{proposalId}/dismiss`,
      summary: 'Says that the accounts stay apart; the pair is not proposed again',
      access: ACCESS,
      body: DismissProposalRequestSchema,
      handle: async (request) => {
        const proposalId = uuidParam(request.params, 'proposalId');
        const { reason } = request.body;
        const actor = actorOf(callerOf(request));
        await database.asNetwork({ actor }, async (tx) => {
          if (!(await dismissProposal(tx, { proposalId, reason }))) {
            throw conflict('proposal-closed', 'There is no such open proposal.', {
              detail: 'Somebody has decided it meanwhile. Nothing was changed.',
            });
          }
          const entry = {
            action: 'merge-proposal.dismissed',
            subject: `proposal:${proposalId}`,
            details: { reason },
          };
          await asOnePartner(tx, NETWORK_PARTNER, (own) => recordAudit(own, entry));
        });
        return { kind: 'empty' };
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/unassociated-accounts',
      summary: 'Learning accounts with records that nobody has associated',
      access: ACCESS,
      query: UnassociatedQuerySchema,
      response: UnassociatedAccountsSchema,
      handle: async (request) => {
        const { top = PAGE, skip = 0 } = request.query;
        const actor = actorOf(callerOf(request));
        const found = await database.asNetwork({ actor }, (tx) =>
          unassociatedAccounts(tx, { skip, limit: top + 1 }),
        );
        return json({
          value: found.slice(0, top),
          nextLink: found.length > top ? nextPage(request.url, skip + top, top) : null,
        });
      },
    }),
  ];
}
