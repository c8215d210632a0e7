import { z } from 'zod';
import {
  ChangeReferralSchema,
  EnquirySchema,
  type ReferralDetail,
  ReferralDetailSchema,
  ReferralListSchema,
  ReferralNoteSchema,
  ReferralsQuerySchema,
} from '../../contract/referrals.ts';
import { nextReferralStates, REFERRAL_STATES } from '../../domain/referrals/referral-states.ts';
import { conflict, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, type RouteRequest, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantClaim, TenantTransaction } from '../../store/database.ts';
import { findPartner } from '../../store/partners-store.ts';
import {
  countReferralsByState,
  eraseReferral,
  findReferral,
  listReferralEvents,
  listReferrals,
  type Referral,
  recordReferralEvent,
} from '../../store/referrals-store.ts';
import { usersById } from '../../store/users-store.ts';
import { claimOf } from '../shared/asked-partner.ts';
import { nextPage } from '../shared/paging.ts';
import { madeBy } from '../shared/report-about.ts';
import { REPORT_MEDIA_TYPES } from '../shared/report-file.ts';
import type { Services } from '../shared/services.ts';
import { uuidParam } from '../shared/uuid-param.ts';
import { enquiryReceiver } from './receive-enquiry.ts';
import { referralDetail, referralView } from './referral-view.ts';
import { referralsFile } from './referrals-file.ts';

const PATH = '/api/v1/partners/{partnerId}/referrals';
const ACCESS = { kind: 'partner', abilities: ['referrals'] } as const;
const USUAL_PAGE = 50;
const MOST_IN_A_FILE = 50_000;

/** Enquiries of customers: how they come in, and the inbox in which a company follows them. */
export function referralRoutes(services: Services): Route[] {
  const { database, programmes, now } = services;
  const receive = enquiryReceiver(services);

  async function detail(claim: TenantClaim, referralId: string): Promise<ReferralDetail> {
    return database.readAsTenant(claim, async (tx) => {
      const referral = await findReferral(tx, referralId);
      if (referral === null) throw notFound();
      const events = await listReferralEvents(tx, referralId);
      const ids = events.flatMap(({ actor }) => (actor.startsWith('user:') ? [actor.slice(5)] : []));
      const users = await usersById(tx, [...new Set(ids)]);
      const names = new Map(
        [...users.values()].map(
          (user) => [`user:${user.userId}`, `${user.firstName} ${user.lastName}`.trim()] as const,
        ),
      );
      return referralDetail(referralView(referral, programmes), events, names);
    });
  }

  /** Changes an enquiry that may still be followed, and answers it as it then is. */
  async function changing(
    request: RouteRequest<unknown, unknown>,
    change: (tx: TenantTransaction, referral: Referral) => Promise<void>,
  ): Promise<ReferralDetail> {
    const referralId = uuidParam(request.params, 'referralId');
    const claim = claimOf(request);
    await database.asTenant(claim, async (tx) => {
      const referral = await findReferral(tx, referralId);
      if (referral === null) throw notFound();
      if (referral.erasedAt !== null) {
        throw conflict('referral-erased', 'The data of this enquiry have been deleted.');
      }
      await change(tx, referral);
    });
    return detail(claim, referralId);
  }

  return [
    route({
      method: 'POST',
      path: '/api/v1/business-profiles/{slug}/enquiries',
      summary: 'Write to a company from its published profile',
      access: { kind: 'public' },
      body: EnquirySchema,
      response: z.object({ received: z.literal(true) }),
      status: 202,
      handle: async ({ params, body, ip }) => {
        await receive(params.slug ?? '', body, ip);
        return { kind: 'json', status: 202, body: { received: true as const } };
      },
    }),
    route({
      method: 'GET',
      path: PATH,
      summary: 'Enquiries of customers, the newest first',
      access: ACCESS,
      query: ReferralsQuerySchema,
      response: ReferralListSchema,
      files: REPORT_MEDIA_TYPES,
      handle: async (request) => {
        const { state, search = '', format = 'json', lang, top = USUAL_PAGE, skip = 0 } = request.query;
        const caller = callerOf(request);
        const claim = claimOf(request);
        const question = {
          states: state === undefined ? REFERRAL_STATES.filter((each) => each !== 'spam') : [state],
          words: search.split(/\s+/).filter((word) => word !== ''),
          competency: null,
        };
        if (format !== 'json') {
          const file = await database.asTenant(claim, async (tx) => {
            const found = await listReferrals(tx, question, { limit: MOST_IN_A_FILE, offset: 0 });
            const rows = found.referrals.length;
            const details = { format, rows, state: state ?? null };
            await recordAudit(tx, { action: 'referrals.downloaded', subject: null, details });
            const partner = await findPartner(tx, claim.partnerId);
            const [user] = (await usersById(tx, caller.userId === null ? [] : [caller.userId])).values();
            return referralsFile({
              partner: { id: claim.partnerId, name: partner?.name ?? claim.partnerId },
              referrals: found.referrals.map((each) => referralView(each, programmes)),
              format,
              locale: lang ?? caller.locale,
              by: madeBy(caller, user?.workEmail),
              at: now(),
            });
          });
          return { kind: 'file', ...file };
        }
        const read = await database.readAsTenant(claim, async (tx) => ({
          ...(await listReferrals(tx, question, { limit: top, offset: skip })),
          counts: await countReferralsByState(tx),
        }));
        const { referrals, count, counts } = read;
        const more = skip + referrals.length < count;
        return json({
          value: referrals.map((each) => referralView(each, programmes)),
          nextLink: more ? nextPage(request.url, skip + top, top) : null,
          count,
          counts,
        });
      },
    }),
    route({
      method: 'GET',
      path: `${PATH}/{referralId}`,
      summary: 'One enquiry with what was done about it',
      access: ACCESS,
      response: ReferralDetailSchema,
      handle: async (request) => {
        const referralId = uuidParam(request.params, 'referralId');
        return json(await detail(claimOf(request), referralId));
      },
    }),
    route({
      method: 'PATCH',
      path: `${PATH}/{referralId}`,
      summary: 'Change the state of an enquiry',
      access: ACCESS,
      body: ChangeReferralSchema,
      response: ReferralDetailSchema,
      handle: async (request) => {
        const { state } = request.body;
        const changed = await changing(request, async (tx, referral) => {
          if (referral.state === state) return;
          if (!nextReferralStates(referral.state).includes(state)) {
            throw conflict('state-not-next', `An enquiry that is ${referral.state} cannot become ${state}.`);
          }
          await recordReferralEvent(tx, referral.referralId, { state });
          const details = { from: referral.state, to: state };
          const subject = `referral:${referral.referralId}`;
          await recordAudit(tx, { action: 'referral.state', subject, details });
        });
        return json(changed);
      },
    }),
    route({
      method: 'DELETE',
      path: `${PATH}/{referralId}/personal-data`,
      summary: 'Delete who wrote an enquiry, its words and its notes now',
      access: ACCESS,
      response: ReferralDetailSchema,
      handle: async (request) => {
        const erased = await changing(request, async (tx, { referralId }) => {
          await eraseReferral(tx, referralId);
          const subject = `referral:${referralId}`;
          await recordAudit(tx, { action: 'referrals.erased', subject, details: { count: 1 } });
        });
        return json(erased);
      },
    }),
    route({
      method: 'POST',
      path: `${PATH}/{referralId}/notes`,
      summary: 'Add a note to an enquiry',
      access: ACCESS,
      body: ReferralNoteSchema,
      response: ReferralDetailSchema,
      handle: async (request) => {
        const noted = await changing(request, async (tx, { referralId }) => {
          await recordReferralEvent(tx, referralId, { note: request.body.note });
          await recordAudit(tx, { action: 'referral.note', subject: `referral:${referralId}`, details: {} });
        });
        return json(noted);
      },
    }),
  ];
}
