import {
  MarkedCompaniesQuerySchema,
  MarkedCompaniesSchema,
  NetworkViewQuerySchema,
  NetworkViewSchema,
} from '../../contract/network-view.ts';
import { parseDay } from '../../domain/time/day.ts';
import { notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import {
  countedAt,
  countedMarks,
  countedParts,
  countedProgrammes,
  listMarked,
  type NetworkPart,
} from '../../store/network-counts-store.ts';
import { today } from '../shared/as-of.ts';
import { nextPage } from '../shared/paging.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { markedCompanyView, markOf } from './marked-company-view.ts';
import { NONE, networkCountsView } from './network-counts-view.ts';

const PAGE = 100;
const ACCESS = { kind: 'ability', ability: 'network' } as const;

function partOf({ market, country }: { readonly market?: string; readonly country?: string }): NetworkPart {
  const written = (value: string | undefined) => (value === NONE ? '' : (value ?? null));
  return { market: written(market), country: written(country) };
}

/** The network in numbers, as they were counted after the last look at it, and the companies behind each. */
export function networkViewRoutes({ database, programmes, now }: Services): Route[] {
  function programmeOf(id: string) {
    const programme = programmes.get(id);
    if (programme === undefined) throw notFound('programme-not-found', 'There is no such programme.');
    return programme;
  }

  return [
    route({
      method: 'GET',
      path: '/api/v1/network/view',
      summary:
        'Companies by competency, level and state, skills of which one more person would bring levels, and retirements ahead',
      access: ACCESS,
      query: NetworkViewQuerySchema,
      response: NetworkViewSchema,
      handle: async (request) => {
        const part = partOf(request.query);
        const actor = actorOf(callerOf(request));
        const day = parseDay(today(now()))!;
        const view = await database.asNetwork({ actor }, async (tx) => {
          const at = await countedAt(tx);
          const known = (await countedProgrammes(tx)).filter(({ programme }) => programmes.has(programme));
          const id = request.query.programme ?? known[0]?.programme;
          const programme = id === undefined ? null : programmeOf(id);
          return {
            countedAt: at?.toISOString() ?? null,
            programmes: known.map(({ programme: each, companies }) => ({
              programme: { id: each, name: programmeOf(each).name },
              companies,
            })),
            counted:
              at === null || programme === null
                ? null
                : networkCountsView(
                    programme,
                    day,
                    await countedMarks(tx, programme.id, part),
                    await countedParts(tx, programme.id),
                  ),
          };
        });
        return json(view);
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/network/view/companies',
      summary: 'The companies behind a number of the network, by their names',
      access: ACCESS,
      query: MarkedCompaniesQuerySchema,
      response: MarkedCompaniesSchema,
      handle: async (request) => {
        const { top = PAGE, skip = 0, ...asked } = request.query;
        const programme = programmeOf(asked.programme);
        const actor = actorOf(callerOf(request));
        const question = { programme: programme.id, mark: markOf(asked), part: partOf(asked) };
        const { value, count } = await database.asNetwork({ actor }, (tx) =>
          listMarked(tx, question, { skip, limit: top }),
        );
        return json({
          value: value.map((company) => markedCompanyView(company, asked, programme)),
          count,
          nextLink: skip + top < count ? nextPage(request.url, skip + top, top) : null,
        });
      },
    }),
  ];
}
