import {
  AnnouncementsQuerySchema,
  AnnouncementsSchema,
  type AnnouncementView,
  NewAnnouncementSchema,
  ShownAnnouncementsSchema,
} from '../../contract/announcements.ts';
import { badRequest, notFound } from '../../http/problem.ts';
import { json, type Route, route } from '../../http/route.ts';
import {
  type Announcement,
  addAnnouncement,
  announcementsShown,
  endAnnouncement,
  listAnnouncements,
} from '../../store/announcements-store.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { NETWORK_PARTNER, type PartnerId, parsePartnerId } from '../../store/partner-id.ts';
import { findPartners } from '../../store/partners-store.ts';
import { claimOf, networkClaimOf } from '../shared/asked-partner.ts';
import { nextPage } from '../shared/paging.ts';
import type { Services } from '../shared/services.ts';
import { uuidParam } from '../shared/uuid-param.ts';

const PAGE = 50;
function view(announcement: Announcement, now: Date): AnnouncementView {
  const { announcementId, kind, text, partners, from, until } = announcement;
  return {
    announcementId,
    kind,
    text,
    partners: partners === null ? null : [...partners],
    from: from.toISOString(),
    until: until.toISOString(),
    state: now < from ? 'planned' : now < until ? 'shown' : 'over',
  };
}

/** What the network tells its companies: read by each, written by operators. */
export function announcementRoutes({ database, now }: Services): Route[] {
  /** Companies of which one is not known are told before anything is written. */
  async function knownCompanies(
    claim: ReturnType<typeof networkClaimOf>,
    partners: readonly string[] | null,
  ): Promise<readonly PartnerId[] | null> {
    if (partners === null) return null;
    const ids = partners.flatMap((text) => parsePartnerId(text) ?? []);
    const known = await database.asNetwork({ actor: claim.actor }, (tx) =>
      ids.length === 0 ? Promise.resolve([]) : findPartners(tx, ids),
    );
    const found = new Set<string>(known.map(({ partnerId }) => partnerId));
    found.delete(NETWORK_PARTNER);
    const errors = partners.flatMap((id, index) =>
      found.has(id) ? [] : [{ code: 'unknown-partner', field: `partners[${index}]`, detail: id }],
    );
    if (errors.length > 0) {
      throw badRequest(
        'unknown-partner',
        'A company that is to be told does not exist. Nothing was announced.',
        errors,
      );
    }
    return ids;
  }

  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/announcements',
      summary: 'What the network tells the people of this company now, warnings first',
      access: { kind: 'partner', abilities: [] },
      response: ShownAnnouncementsSchema,
      handle: async (request) => {
        const value = await database.readAsTenant(claimOf(request), announcementsShown);
        return json({ value: [...value] });
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/announcements',
      summary: 'All announcements: planned, shown and over',
      access: { kind: 'ability', ability: 'network' },
      query: AnnouncementsQuerySchema,
      response: AnnouncementsSchema,
      handle: async (request) => {
        const { top = PAGE, skip = 0 } = request.query;
        const found = await database.readAsTenant(networkClaimOf(request), (tx) =>
          listAnnouncements(tx, { limit: top + 1, offset: skip }),
        );
        return json({
          value: found.slice(0, top).map((each) => view(each, now())),
          nextLink: found.length > top ? nextPage(request.url, skip + top, top) : null,
        });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/announcements',
      summary:
        'Announces something in both languages to all companies or to some, from an instant until another',
      access: { kind: 'ability', ability: 'run-network' },
      body: NewAnnouncementSchema,
      response: AnnouncementsSchema.shape.value.element,
      status: 201,
      handle: async (request) => {
        const claim = networkClaimOf(request);
        const { kind, text, partners, ...span } = request.body;
        const from = new Date(span.from);
        const until = new Date(span.until);
        if (until <= from || until <= now()) {
          throw badRequest(
            'announcement-over',
            'It would be over before anybody sees it. Nothing was announced.',
            [{ code: 'invalid-value', field: 'until' }],
          );
        }
        const told = await knownCompanies(claim, partners);
        const announcement = { kind, text, partners: told, from, until };
        const announcementId = await database.asTenant(claim, async (tx) => {
          const added = await addAnnouncement(tx, announcement);
          await recordAudit(tx, {
            action: 'announcement.made',
            subject: `announcement:${added}`,
            details: { partners: told, from: span.from, until: span.until },
          });
          return added;
        });
        return { kind: 'json', status: 201, body: view({ ...announcement, announcementId }, now()) };
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/announcements/{announcementId}/end',
      summary: 'Ends an announcement now; one that has not begun is forgotten',
      access: { kind: 'ability', ability: 'run-network' },
      handle: async (request) => {
        const announcementId = uuidParam(request.params, 'announcementId');
        await database.asTenant(networkClaimOf(request), async (tx) => {
          if (!(await endAnnouncement(tx, announcementId))) throw notFound();
          const subject = `announcement:${announcementId}`;
          await recordAudit(tx, { action: 'announcement.ended', subject, details: {} });
        });
        return { kind: 'empty' };
      },
    }),
  ];
}
