import type { Locale } from '../../contract/common.ts';
import {
  type SkillsMatrixQuery,
  SkillsMatrixQuerySchema,
  SkillsMatrixSchema,
} from '../../contract/skills-matrix.ts';
import { callerOf, type Route, type RouteRequest, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { listLocations } from '../../store/locations-store.ts';
import { listTeams, workplacesOfUsers } from '../../store/user-locations-store.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { placesTag } from '../shared/company-places.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import { madeBy } from '../shared/report-about.ts';
import { REPORT_MEDIA_TYPES } from '../shared/report-file.ts';
import type { Services } from '../shared/services.ts';
import { versionFor } from '../shared/version-for.ts';
import { skillsMatrixFile } from './skills-matrix-file.ts';
import { type AskedMatrix, foundMatrix, pageOf, skillsMatrix } from './skills-matrix-query.ts';

type Request = RouteRequest<SkillsMatrixQuery, unknown>;

function localeOf(request: Request): Locale {
  return request.query.lang ?? callerOf(request).locale;
}

const NOWHERE: AskedMatrix['workplaces'] = new Map();

/**
 * Where people work and with whom is not part of the facts: it is what the company says today. Everybody is looked up only where people
 * are chosen by it, or a file names them all.
 */
async function askedMatrix({ database }: Services, request: Request): Promise<AskedMatrix> {
  const { query } = request;
  const { location, team, format = 'json' } = query;
  const everybody = location !== undefined || team !== undefined || format !== 'json';
  return database.readAsTenant(claimOf(request), async (tx) => ({
    query,
    locale: localeOf(request),
    locations: await listLocations(tx),
    teams: await listTeams(tx),
    workplaces: everybody ? await workplacesOfUsers(tx) : NOWHERE,
  }));
}

export function skillsMatrixRoutes(services: Services): Route[] {
  const { database, answers, derived, now } = services;
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/skills-matrix',
      summary: 'People and the skills that a competency asks for: who counts, who is spare, what ends',
      access: { kind: 'partner', abilities: ['skills-report'] },
      query: SkillsMatrixQuerySchema,
      response: SkillsMatrixSchema,
      files: REPORT_MEDIA_TYPES,
      handle: async (request) => {
        const { query, url } = request;
        const partnerId = askedPartner(request);
        const programme = await askedProgramme(services, partnerId, query.programme);
        const asOf = asOfQuery(query, now());
        const { format = 'json' } = query;
        if (format === 'json') {
          const page = async (answer: PartnerAnswer) => {
            const asked = await askedMatrix(services, request);
            const found = foundMatrix(answer, asked);
            const users = pageOf(found, query).map(({ userId }) => userId);
            const workplaces = await database.readAsTenant(claimOf(request), (tx) =>
              workplacesOfUsers(tx, users),
            );
            return skillsMatrix(answer, found, { ...asked, workplaces }, url);
          };
          const places = await database.readAsTenant(claimOf(request), placesTag);
          const version = `${await versionFor(services, partnerId, programme, asOf)} ${places}`;
          if (query.search !== undefined) {
            const body = async () => page(await answers.of(partnerId, programme, asOf));
            return { kind: 'versioned', version, body };
          }
          const question = `skills-matrix ${asOf.validAt} ${localeOf(request)} ${places} ${url}`;
          const text = () => derived.json(partnerId, programme, question, asOf, page);
          return { kind: 'versioned-text', version, text };
        }
        const answer = await answers.of(partnerId, programme, asOf);
        const asked = await askedMatrix(services, request);
        const found = foundMatrix(answer, asked);
        const caller = callerOf(request);
        await database.asTenant(claimOf(request), (tx) =>
          recordAudit(tx, {
            action: 'skills-matrix.downloaded',
            subject: null,
            details: {
              format,
              rows: found.chosen.length,
              programme: programme.id,
              competency: found.part.competency.id,
              asOf: answer.asOf.validAt,
            },
          }),
        );
        const by = madeBy(caller, answer.directory.get(caller.id)?.workEmail);
        return { kind: 'file', ...skillsMatrixFile(answer, { found, asked, format, by, at: now() }) };
      },
    }),
  ];
}
