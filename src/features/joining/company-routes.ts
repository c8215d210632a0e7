import {
  EnrolCompanySchema,
  JoinPolicySchema,
  JoinRequestsQuerySchema,
  JoinRequestsSchema,
  type JoinRequestView,
  NetworkCompanyListQuerySchema,
  NetworkCompanyListSchema,
  NewCompanySchema,
  OpenedCompanySchema,
  RefuseJoinSchema,
} from '../../contract/joining.ts';
import { badRequest, conflict, type HttpProblem, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { asOnePartner, type NetworkTransaction } from '../../store/database.ts';
import {
  type JoinRequest,
  joinsAtOnce,
  listJoinRequests,
  setJoinsAtOnce,
} from '../../store/join-requests-store.ts';
import { listNetworkCompanies } from '../../store/network-companies-store.ts';
import { NETWORK_PARTNER } from '../../store/partner-id.ts';
import { enrol } from '../../store/partners-store.ts';
import { dayOf } from '../../store/user-status.ts';
import { emailOwner } from '../../store/work-emails-store.ts';
import { claimOf, networkClaimOf } from '../shared/asked-partner.ts';
import { nextPage } from '../shared/paging.ts';
import type { FirstSignIn } from '../shared/people/first-sign-in.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { uuidParam } from '../shared/uuid-param.ts';
import { approveJoin, refuseJoin } from './decide-join.ts';
import { mpnIdTaken, openCompany } from './open-company.ts';

const PAGE = 50;
function requestView({
  partnerId,
  askedAt,
  decidedAt,
  locale: _locale,
  ...request
}: JoinRequest): JoinRequestView {
  return {
    ...request,
    partnerId: partnerId === NETWORK_PARTNER ? null : partnerId,
    askedAt: askedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}

/** The temporary password is told where no mail goes out. */
function firstSignInView(firstSignIn: FirstSignIn | null) {
  if (firstSignIn === null) return null;
  const { userName, mail, temporaryPassword } = firstSignIn;
  const mailed = mail === 'queued';
  return { email: userName, mailed, temporaryPassword: mailed ? null : temporaryPassword };
}

function taken(kind: 'email-taken' | 'mpn-id-taken'): HttpProblem {
  return kind === 'email-taken'
    ? conflict('email-taken', 'The e-mail of the first global admin signs in somebody already.', {
        detail:
          'No company was opened. Ask for another address, or enrol the company that this person belongs to.',
      })
    : conflict('mpn-id-taken', 'Another company has this partner number.', {
        detail: 'No company was opened. Look for the number in the list of companies.',
      });
}

/** Companies of the network for its operators: found, opened, enrolled; and those that ask to join. */
export function companyRoutes(services: Services): Route[] {
  const { database, programme, programmes, post } = services;
  const named = (id: string) => ({ id, name: programmes.get(id)?.name ?? { fr: id, en: id } });
  const reading = { kind: 'ability', ability: 'network' } as const;
  const running = { kind: 'ability', ability: 'run-network' } as const;

  async function openTaken(tx: NetworkTransaction, email: string, mpnId: string | null) {
    const owner = await asOnePartner(tx, NETWORK_PARTNER, (own) => emailOwner(own, email));
    if (owner !== null) throw taken('email-taken');
    if (await mpnIdTaken(tx, mpnId)) throw taken('mpn-id-taken');
  }

  return [
    route({
      method: 'GET',
      path: '/api/v1/network/companies',
      summary: 'Companies of the network, found by name, id or partner number',
      access: reading,
      query: NetworkCompanyListQuerySchema,
      response: NetworkCompanyListSchema,
      handle: async (request) => {
        const { search = '', enrolled, top = PAGE, skip = 0 } = request.query;
        const asked = {
          search: search.trim(),
          enrolled: enrolled === undefined ? null : enrolled === 'yes',
          limit: top,
          offset: skip,
        };
        const actor = actorOf(callerOf(request));
        const { value, count } = await database.asNetwork({ actor }, (tx) => listNetworkCompanies(tx, asked));
        return json({
          value: value.map((row) => ({
            ...row,
            programmes: row.programmes.map(named),
            createdAt: row.createdAt.toISOString(),
          })),
          count,
          nextLink: skip + top < count ? nextPage(request.url, skip + top, top) : null,
        });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/network/companies',
      summary: 'Opens a company with its first global admin, enrolled in the programme unless told otherwise',
      access: running,
      body: NewCompanySchema,
      response: OpenedCompanySchema,
      status: 201,
      handle: async (request) => {
        const { body } = request;
        const actor = actorOf(callerOf(request));
        const { partnerId, firstSignIn } = await database.asNetwork({ actor }, async (tx) => {
          await openTaken(tx, body.admin.email, body.mpnId);
          const { enrol: atOnce = true, ...company } = body;
          const enrolledIn = atOnce ? programme.id : null;
          return openCompany(tx, post, { ...company, legalName: body.name, programme: enrolledIn });
        });
        const answer = { partnerId, firstSignIn: firstSignInView(firstSignIn) };
        return { kind: 'json', status: 201, body: answer };
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/partners/{partnerId}/enrolments',
      summary: 'Enrols a company in a programme from today on; twice is once',
      access: { kind: 'partner', abilities: ['run-network'] },
      body: EnrolCompanySchema,
      handle: async (request) => {
        const { programme: asked } = request.body;
        if (!programmes.has(asked)) {
          throw badRequest('unknown-programme', 'There is no such programme.', [
            { code: 'invalid-value', field: 'programme' },
          ]);
        }
        await database.asTenant(claimOf(request), async (tx) => {
          await enrol(tx, { programme: asked, validFrom: dayOf(tx.now) });
          await recordAudit(tx, { action: 'company.enrolled', subject: null, details: { programme: asked } });
        });
        return { kind: 'empty' };
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/join-requests',
      summary: 'Companies that ask to join; those that wait unless another state is asked for',
      access: reading,
      query: JoinRequestsQuerySchema,
      response: JoinRequestsSchema,
      handle: async (request) => {
        const { state = 'waiting', top = PAGE, skip = 0 } = request.query;
        const actor = actorOf(callerOf(request));
        const found = await database.asNetwork({ actor }, (tx) =>
          listJoinRequests(tx, state, { limit: top + 1, offset: skip }),
        );
        return json({
          value: found.slice(0, top).map(requestView),
          nextLink: found.length > top ? nextPage(request.url, skip + top, top) : null,
        });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/join-requests/{requestId}/approve',
      summary: 'Takes a company in: opens it where it is not here yet, and enrols it',
      access: running,
      response: OpenedCompanySchema,
      handle: async (request) => {
        const requestId = uuidParam(request.params, 'requestId');
        const actor = actorOf(callerOf(request));
        const result = await database.asNetwork({ actor }, (tx) => approveJoin(tx, post, requestId));
        if (result.kind === 'not-waiting') throw notFound();
        if (result.kind !== 'approved') throw taken(result.kind);
        return json({ partnerId: result.partnerId, firstSignIn: firstSignInView(result.firstSignIn) });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/join-requests/{requestId}/refuse',
      summary: 'Refuses a company that asks to join, with a reason',
      access: running,
      body: RefuseJoinSchema,
      handle: async (request) => {
        const requestId = uuidParam(request.params, 'requestId');
        const actor = actorOf(callerOf(request));
        const { reason } = request.body;
        if (!(await database.asNetwork({ actor }, (tx) => refuseJoin(tx, requestId, reason))))
          throw notFound();
        return { kind: 'empty' };
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/join-policy',
      summary: 'Whether companies that ask are taken in at once',
      access: reading,
      response: JoinPolicySchema,
      handle: async (request) => {
        const actor = actorOf(callerOf(request));
        return json({ atOnce: await database.asNetwork({ actor }, joinsAtOnce) });
      },
    }),
    route({
      method: 'PATCH',
      path: '/api/v1/join-policy',
      summary: 'Chooses whether an operator decides about each company that asks',
      access: running,
      body: JoinPolicySchema,
      response: JoinPolicySchema,
      handle: async (request) => {
        const claim = networkClaimOf(request);
        const { atOnce } = request.body;
        await database.asTenant(claim, async (tx) => {
          await setJoinsAtOnce(tx, atOnce);
          await recordAudit(tx, { action: 'join-policy.changed', subject: null, details: { atOnce } });
        });
        return json({ atOnce });
      },
    }),
  ];
}
