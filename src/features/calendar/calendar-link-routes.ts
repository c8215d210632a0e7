import {
  type CalendarLinkState,
  CalendarLinkStateSchema,
  MadeCalendarLinkSchema,
} from '../../contract/calendar.ts';
import { notFound, tooManyAttempts } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { calendarLinkOf, endCalendarLink, setCalendarLink } from '../../store/calendar-links-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { ownPerson } from '../shared/own-person.ts';
import { newSecretToken, tokenHash } from '../shared/secret-token.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { calendarFeed } from './calendar-feed.ts';

const OWN = '/api/v1/me/calendar-link';

/** The secret link of a person, and the file that calendars read by it. */
export function calendarLinkRoutes(services: Services): Route[] {
  const { database, baseUrl, limits } = services;
  const access = { kind: 'ability', ability: 'competencies' } as const;

  function asking(request: Parameters<typeof callerOf>[0]) {
    const caller = callerOf(request);
    const { userId, partnerId } = ownPerson(caller);
    return { userId, claim: { partnerId, actor: actorOf(caller) } };
  }

  async function stateOf(tx: TenantTransaction, userId: string): Promise<CalendarLinkState> {
    const link = await calendarLinkOf(tx, userId);
    return { createdAt: link?.createdAt.toISOString() ?? null };
  }

  return [
    route({
      method: 'GET',
      path: OWN,
      summary: 'Whether one has a link by which a calendar reads that of the company',
      access,
      response: CalendarLinkStateSchema,
      handle: async (request) => {
        const { userId, claim } = asking(request);
        return json(await database.readAsTenant(claim, (tx) => stateOf(tx, userId)));
      },
    }),
    route({
      method: 'POST',
      path: OWN,
      summary: 'Makes the link, told this once; the one before it ends',
      access,
      response: MadeCalendarLinkSchema,
      status: 201,
      handle: async (request) => {
        const { userId, claim } = asking(request);
        const token = newSecretToken();
        const state = await database.asTenant(claim, async (tx) => {
          await setCalendarLink(tx, userId, tokenHash(token));
          await recordAudit(tx, { action: 'calendar-link.made', subject: `user:${userId}`, details: {} });
          return stateOf(tx, userId);
        });
        const body = { ...state, address: `${baseUrl()}/calendar/${token}.ics` };
        return { kind: 'json', status: 201, body };
      },
    }),
    route({
      method: 'DELETE',
      path: OWN,
      summary: 'Ends the link at once',
      access,
      handle: async (request) => {
        const { userId, claim } = asking(request);
        await database.asTenant(claim, async (tx) => {
          if (!(await endCalendarLink(tx, userId))) throw notFound();
          await recordAudit(tx, { action: 'calendar-link.ended', subject: `user:${userId}`, details: {} });
        });
        return { kind: 'empty' };
      },
    }),
    route({
      method: 'GET',
      path: '/calendar/{token}.ics',
      summary: 'The calendar of a company for the calendar of one of its people (RFC 5545)',
      access: { kind: 'public' },
      files: ['text/calendar'],
      handle: async ({ params, ip }) => {
        // Only links that lead nowhere are counted: a calendar asks as often as it likes.
        const retryAfter = limits.perAddress.attempt(ip);
        if (retryAfter !== null) throw tooManyAttempts(retryAfter);
        const body = await calendarFeed(services, params.token ?? '');
        if (body === null) throw notFound();
        limits.perAddress.forgive(ip);
        const headers = { 'cache-control': 'no-store' };
        return { kind: 'text', mediaType: 'text/calendar; charset=utf-8', body, headers };
      },
    }),
  ];
}
