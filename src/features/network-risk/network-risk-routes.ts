import {
  NetworkCompaniesQuerySchema,
  NetworkCompaniesSchema,
  NetworkRiskSchema,
  NetworkStandingSchema,
} from '../../contract/network-risk.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import type { NetworkTransaction } from '../../store/database.ts';
import { latestRun } from '../../store/network-runs-store.ts';
import {
  countListed,
  countStandings,
  listFailures,
  listStandings,
} from '../../store/network-standings-store.ts';
import { askedPartner } from '../shared/asked-partner.ts';
import { renewStanding } from '../shared/network-standing.ts';
import { nextPage } from '../shared/paging.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { failedCompanyView, networkCompanyView, networkLevelView } from './network-company-view.ts';
import { networkRunView } from './network-run-view.ts';

const PAGE = 100;

/** How the whole network stands by the present rules, and how far it is known. */
export function networkRiskRoutes(services: Services): Route[] {
  const { database, programmes, now } = services;
  return [
    route({
      method: 'GET',
      path: '/api/v1/network-risk',
      summary:
        'How far the network has been looked at by the present rules, and how many companies are concerned',
      access: { kind: 'ability', ability: 'network' },
      response: NetworkRiskSchema,
      handle: async (request) => {
        const actor = actorOf(callerOf(request));
        const { run, counts } = await database.asNetwork({ actor }, async (tx) => ({
          run: await latestRun(tx),
          counts: await countStandings(tx),
        }));
        const { atRisk, lost, gained, failed } = counts;
        return json({
          run: run && networkRunView(run, programmes, failed, now()),
          counts: { 'at-risk': atRisk, lost, gained, failed },
        });
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/network-risk/companies',
      summary:
        'Companies with levels at risk, the first loss first; or whose levels the last change of rules has taken or given; or at which the work failed',
      access: { kind: 'ability', ability: 'network' },
      query: NetworkCompaniesQuerySchema,
      response: NetworkCompaniesSchema,
      handle: async (request) => {
        const { show = 'at-risk', top = PAGE, skip = 0 } = request.query;
        const page = { skip, limit: top };
        const value = async (tx: NetworkTransaction) => {
          if (show === 'failed') return (await listFailures(tx, page)).map(failedCompanyView);
          return (await listStandings(tx, show, page)).map((each) =>
            networkCompanyView(each, show, programmes),
          );
        };
        const actor = actorOf(callerOf(request));
        const found = await database.asNetwork({ actor }, async (tx) => ({
          value: await value(tx),
          count: await countListed(tx, show),
        }));
        const more = skip + top < found.count;
        return json({ ...found, nextLink: more ? nextPage(request.url, skip + top, top) : null });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/partners/{partnerId}/network-standing',
      summary: 'Looks at one company by the present rules at once, whenever its turn would come',
      access: { kind: 'partner', abilities: ['network'] },
      response: NetworkStandingSchema,
      handle: async (request) => {
        const actor = actorOf(callerOf(request));
        const standings = await renewStanding(services, askedPartner(request), actor);
        return json({
          programmes: standings.map(({ programme, catalogue, levels }) => ({
            programme,
            catalogueVersion: catalogue,
            levels: levels
              .filter(({ state }) => state === 'at-risk')
              .map((level) => networkLevelView(programmes.get(programme), level, level)),
          })),
        });
      },
    }),
  ];
}
