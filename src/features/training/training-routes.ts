import {
  isTrainingSpan,
  TrainingCompletionsQuerySchema,
  TrainingCompletionsSchema,
  TrainingPeopleQuerySchema,
  TrainingPeopleSchema,
  type TrainingQuery,
  TrainingQuerySchema,
  TrainingSchema,
} from '../../contract/training.ts';
import { callerOf, json, type Route, type RouteRequest, route } from '../../http/route.ts';
import { invalidField } from '../../http/validation.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { nextPage } from '../shared/paging.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import { madeBy } from '../shared/report-about.ts';
import { REPORT_MEDIA_TYPES, type ReportFile } from '../shared/report-file.ts';
import type { Services } from '../shared/services.ts';
import { versionFor } from '../shared/version-for.ts';
import { seenPeople } from './seen-people.ts';
import {
  completionsFile,
  type TrainingFileOrder,
  trainingMonthsFile,
  trainingPeopleFile,
} from './training-file.ts';
import {
  aboutTraining,
  chosenCompletions,
  chosenTrainingPeople,
  completionView,
  monthsOf,
  trainingPersonView,
  trainingView,
} from './training-query.ts';

/** What all three questions are asked with. */
type Asked = RouteRequest<
  Pick<TrainingQuery, 'asOf' | 'knownAt' | 'programme' | 'from' | 'to' | 'lang'>,
  unknown
>;

function askedMonths({ query, locale }: Asked, day: string) {
  const months = monthsOf(query, day);
  if (!isTrainingSpan(months)) throw invalidField('query', 'from', { format: 'month-span' }, locale);
  return months;
}

async function askedTraining(services: Services, request: Asked) {
  const { query } = request;
  const partnerId = askedPartner(request);
  const caller = callerOf(request);
  const programme = await askedProgramme(services, partnerId, query.programme);
  const asOf = asOfQuery(query, services.now());
  const months = askedMonths(request, asOf.validAt);
  const answer = await services.answers.of(partnerId, programme, asOf);
  const mayNames = caller.abilities.has('personal-data');
  const people = seenPeople(answer, mayNames);
  return { answer, months, mayNames, people, caller, locale: query.lang ?? caller.locale };
}

/** A page of rows, and what it says about itself. */
function pageOf<Row, View>(
  rows: readonly Row[],
  { top = 200, skip = 0 }: { readonly top?: number | undefined; readonly skip?: number | undefined },
  url: string,
  view: (row: Row) => View,
) {
  return {
    value: rows.slice(skip, skip + top).map(view),
    nextLink: skip + top < rows.length ? nextPage(url, skip + top, top) : null,
    count: rows.length,
  };
}

type Found = Awaited<ReturnType<typeof askedTraining>>;

/** Writes down that a file was taken, and gives it. */
async function download(
  { database, now }: Services,
  request: Asked,
  found: Found,
  file: { readonly format: TrainingFileOrder['format']; readonly rows: number },
  make: (order: TrainingFileOrder) => ReportFile,
) {
  const { answer, caller, months, mayNames } = found;
  await database.asTenant(claimOf(request), (tx) =>
    recordAudit(tx, {
      action: 'training.downloaded',
      subject: null,
      details: {
        ...file,
        ...months,
        personal: mayNames,
        programme: answer.programme.id,
        asOf: answer.asOf.validAt,
      },
    }),
  );
  const by = madeBy(caller, mayNames ? answer.directory.get(caller.id)?.workEmail : undefined);
  return { kind: 'file' as const, ...make({ ...found, format: file.format, by, at: now() }) };
}

export function trainingRoutes(services: Services): Route[] {
  const { derived, now } = services;
  const access = { kind: 'partner', abilities: ['insights'] } as const;
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/training',
      summary: 'Training: who has certifications, exams and assessments, and how many each month',
      access,
      query: TrainingQuerySchema,
      response: TrainingSchema,
      files: REPORT_MEDIA_TYPES,
      handle: async (request) => {
        const { query } = request;
        const { format = 'json' } = query;
        if (format !== 'json') {
          const found = await askedTraining(services, request);
          const view = trainingView(found.answer, found.months);
          return download(services, request, found, { format, rows: view.months.length }, (order) =>
            trainingMonthsFile(view, order),
          );
        }
        const partnerId = askedPartner(request);
        const programme = await askedProgramme(services, partnerId, query.programme);
        const asOf = asOfQuery(query, now());
        const months = askedMonths(request, asOf.validAt);
        return {
          kind: 'versioned-text',
          version: await versionFor(services, partnerId, programme, asOf),
          text: () =>
            derived.json(partnerId, programme, `training ${months.from} ${months.to}`, asOf, (answer) =>
              trainingView(answer, months),
            ),
        };
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/training/people',
      summary: 'Training person by person, or a file of the same rows',
      access,
      query: TrainingPeopleQuerySchema,
      response: TrainingPeopleSchema,
      files: REPORT_MEDIA_TYPES,
      handle: async (request) => {
        const { query, url } = request;
        const found = await askedTraining(services, request);
        const { answer, months, people } = found;
        const chosen = chosenTrainingPeople(answer, { ...query, ...months }, found);
        const { format = 'json' } = query;
        if (format !== 'json') {
          return download(services, request, found, { format, rows: chosen.length }, (order) =>
            trainingPeopleFile(chosen, order),
          );
        }
        const page = pageOf(chosen, query, url, (row) => trainingPersonView(row, people));
        return json({ ...page, ...aboutTraining(answer, months) });
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/training/completions',
      summary: 'The completions behind the figures of training, or a file of the same rows',
      access,
      query: TrainingCompletionsQuerySchema,
      response: TrainingCompletionsSchema,
      files: REPORT_MEDIA_TYPES,
      handle: async (request) => {
        const { query, url } = request;
        const found = await askedTraining(services, request);
        const { answer, months, people } = found;
        const chosen = chosenCompletions(answer, { ...query, ...months }, found);
        const { format = 'json' } = query;
        if (format !== 'json') {
          return download(services, request, found, { format, rows: chosen.length }, (order) =>
            completionsFile(chosen, order),
          );
        }
        const page = pageOf(chosen, query, url, (row) => completionView(row, people));
        return json({ ...page, ...aboutTraining(answer, months) });
      },
    }),
  ];
}
