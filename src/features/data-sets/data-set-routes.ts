import { DATA_SET_NAMES, DataSetQuerySchema, DataSetSchema } from '../../contract/data-sets.ts';
import { notFound } from '../../http/problem.ts';
import { callerOf, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { placesTag } from '../shared/company-places.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import { madeBy } from '../shared/report-about.ts';
import { REPORT_MEDIA_TYPES } from '../shared/report-file.ts';
import { dataSetTable } from '../shared/report-tables/data-set-table.ts';
import type { Services } from '../shared/services.ts';
import { versionFor } from '../shared/version-for.ts';
import { dataSetFile } from './data-set-file.ts';
import { chosenTable, dataSetPage } from './data-set-query.ts';

/** Neither the times nor the shape: the filters by name only, as what was searched for may itself be personal data. */
const SHAPE: ReadonlySet<string> = new Set(['format', 'lang', 'asOf', 'knownAt', 'programme']);

export function dataSetRoutes(services: Services): Route[] {
  const { database, answers, derived, now } = services;
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/datasets/{name}',
      summary:
        'A data set in the shape of the vendor’s exports: rows of the page, or a file of the same rows',
      access: { kind: 'partner', abilities: ['insights'] },
      query: DataSetQuerySchema,
      response: DataSetSchema,
      files: REPORT_MEDIA_TYPES,
      reportTokens: true,
      handle: async (request) => {
        const { query, params, url } = request;
        const caller = callerOf(request);
        const name = DATA_SET_NAMES.find((each) => each === params.name);
        if (name === undefined) {
          throw notFound(
            'unknown-data-set',
            `There is no such data set. There are: ${DATA_SET_NAMES.join(', ')}.`,
          );
        }
        const partnerId = askedPartner(request);
        const programme = await askedProgramme(services, partnerId, query.programme);
        const asOf = asOfQuery(query, now());
        const locale = query.lang ?? 'en';
        const mayNames = caller.abilities.has('personal-data');
        const { format = 'json' } = query;
        if (format === 'json') {
          const page = async (answer: PartnerAnswer) => {
            const table = await database.readAsTenant(claimOf(request), (tx) =>
              dataSetTable(name, answer, { locale, mayNames }, tx),
            );
            return dataSetPage(chosenTable(table, query, caller.locale), query, answer, url);
          };
          const places = await database.readAsTenant(claimOf(request), placesTag);
          const version = `${await versionFor(services, partnerId, programme, asOf)} ${places}`;
          if (query.search !== undefined || query.filter !== undefined) {
            const body = async () => page(await answers.of(partnerId, programme, asOf));
            return { kind: 'versioned', version, body };
          }
          const question = `data-set ${asOf.validAt} ${locale} ${mayNames} ${places} ${url}`;
          const text = () => derived.json(partnerId, programme, question, asOf, page);
          return { kind: 'versioned-text', version, text };
        }
        const answer = await answers.of(partnerId, programme, asOf);
        const chosen = await database.asTenant(claimOf(request), async (tx) => {
          const table = await dataSetTable(name, answer, { locale, mayNames }, tx);
          const found = chosenTable(table, query, caller.locale);
          const filters = Object.keys(query).filter((key) => !SHAPE.has(key));
          await recordAudit(tx, {
            action: 'data-set.downloaded',
            subject: name,
            details: {
              format,
              rows: found.rows.length,
              personal: found.columns.some(({ personal }) => personal === true),
              programme: programme.id,
              asOf: answer.asOf.validAt,
              filters: filters.sort(),
            },
          });
          return found;
        });
        const by = madeBy(caller, answer.directory.get(caller.id)?.workEmail);
        return {
          kind: 'file',
          ...dataSetFile({ name, answer, chosen, format, locale, by, at: now() }),
        };
      },
    }),
  ];
}
