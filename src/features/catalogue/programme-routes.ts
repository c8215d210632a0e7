import { z } from 'zod';
import { ProgrammeSummarySchema, ProgrammeViewSchema } from '../../contract/catalogue.ts';
import { DaySchema, listOf } from '../../contract/common.ts';
import { parseDay } from '../../domain/time/day.ts';
import { notFound } from '../../http/problem.ts';
import { json, type Route, route } from '../../http/route.ts';
import { asOfQuery } from '../shared/as-of.ts';
import type { Services } from '../shared/services.ts';
import { programmeView } from './programme-view.ts';

export function programmeRoutes({ programmes, now }: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/programmes',
      summary: 'The programmes of the catalogue',
      access: { kind: 'ability', ability: 'requirements' },
      response: listOf(ProgrammeSummarySchema),
      handle: () =>
        json({
          value: [...programmes.values()].map(({ id, name, version }) => ({ programme: id, name, version })),
        }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/programmes/{programme}',
      summary: 'The rules of a programme in force on a day, in plain data',
      access: { kind: 'ability', ability: 'requirements' },
      query: z.strictObject({ asOf: DaySchema.optional() }),
      response: ProgrammeViewSchema,
      handle: ({ params, query }) => {
        const programme = programmes.get(params.programme ?? '');
        if (programme === undefined) throw notFound('programme-not-found', 'There is no such programme.');
        const { validAt } = asOfQuery(query, now());
        return {
          kind: 'versioned',
          version: `${programme.id} ${programme.version} ${validAt}`,
          body: async () => programmeView(programme, parseDay(validAt)!),
        };
      },
    }),
  ];
}
