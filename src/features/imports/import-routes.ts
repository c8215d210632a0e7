import { z } from 'zod';
import { LocaleSchema } from '../../contract/common.ts';
import {
  IMPORT_KINDS,
  ImportKindSchema,
  ImportListSchema,
  ImportRowsSchema,
  type ImportRun,
  ImportRunSchema,
  ImportsQuerySchema,
  UpdateImportRequestSchema,
} from '../../contract/imports.ts';
import { pageSchema } from '../../contract/list-query.ts';
import type { Caller } from '../../http/caller.ts';
import { askedByForeignPage } from '../../http/csrf.ts';
import { conflict, notFound } from '../../http/problem.ts';
import { type Answer, callerOf, json, type Route, type RouteRequest, route } from '../../http/route.ts';
import { invalidField } from '../../http/validation.ts';
import { actorText, type TenantClaim, type TenantTransaction } from '../../store/database.ts';
import { hasImportSignIns } from '../../store/import-sign-ins-store.ts';
import {
  countImportRows,
  findImportRun,
  type ImportRowAnswer,
  type ImportRunRecord,
  listImportRows,
  listImportRuns,
} from '../../store/imports-store.ts';
import { signInStates } from '../../store/user-batches-store.ts';
import { findUser } from '../../store/users-store.ts';
import { claimOf } from '../shared/asked-partner.ts';
import { nextPage } from '../shared/paging.ts';
import type { Services } from '../shared/services.ts';
import { uuidParam } from '../shared/uuid-param.ts';
import { applyImport, type ChangeResult, changeImport } from './change-import.ts';
import { IMPORT_ABILITIES, mayImport, requireImport } from './import-abilities.ts';
import { storedAnswers } from './import-answers.ts';
import { importLog, logLine } from './import-log.ts';
import { takeTemporaryPasswords } from './import-sign-ins.ts';
import { importView } from './import-view.ts';
import { guessedKind, startImport } from './start-import.ts';

const BASE = '/api/v1/partners/{partnerId}/imports';
const ACCESS = { kind: 'partner', abilities: IMPORT_ABILITIES } as const;
const RUNS_SHOWN = 50;
const ROWS_SHOWN = 100;

const RowsQuerySchema = z.strictObject({
  result: z.enum(['created', 'updated', 'unchanged', 'rejected']).optional(),
  ...pageSchema(1_000),
});

interface Asked {
  readonly caller: Caller | null;
  readonly params: Readonly<Record<string, string>>;
}

/** Name of the person who brought the file; null for the command line and for people of the network. */
async function importerName(tx: TenantTransaction, createdBy: string): Promise<string | null> {
  if (!createdBy.startsWith('user:')) return null;
  const user = await findUser(tx, createdBy.slice('user:'.length));
  return user === null ? null : `${user.firstName} ${user.lastName}`;
}

/** Until an import is applied its rows are what the check foretold, afterwards what was done. */
function phaseOf({ state }: ImportRunRecord): 'check' | 'apply' {
  return state === 'applying' || state === 'done' ? 'apply' : 'check';
}

/** Of people whom the file has added. */
function statesOf(tx: TenantTransaction, run: ImportRunRecord, rows: readonly ImportRowAnswer[]) {
  const added = rows.flatMap(({ result, id }) => (result === 'created' && id !== null ? [id] : []));
  return signInStates(tx, run.kind === 'users' && phaseOf(run) === 'apply' ? added : []);
}

/** What is told once must reach somebody: not a request for the headers, nor one that another site has caused. */
function takesSecrets(
  { method, header }: Pick<RouteRequest<unknown, unknown>, 'method' | 'header'>,
  run: ImportRunRecord,
) {
  return run.kind === 'users' && method === 'GET' && !askedByForeignPage(header('sec-fetch-site'));
}

export function importRoutes(services: Services): Route[] {
  const { database, gate, imports } = services;

  async function view(claim: TenantClaim, run: ImportRunRecord): Promise<ImportRun> {
    return database.readAsTenant(claim, async (tx) => {
      const own = run.kind === 'users' && run.state === 'done' && run.createdBy === actorText(tx.actor);
      return importView(run, {
        counts: await countImportRows(tx, run.importId, phaseOf(run)),
        createdBy: await importerName(tx, run.createdBy),
        firstSignIns: own && (await hasImportSignIns(tx, run.importId)),
      });
    });
  }

  /** The import that is asked about, by somebody who may import what it is about. */
  async function askedRun(request: Asked): Promise<ImportRunRecord> {
    const importId = uuidParam(request.params, 'importId');
    const run = await database.readAsTenant(claimOf(request), (tx) => findImportRun(tx, importId));
    if (run === null) throw notFound();
    await requireImport(
      callerOf(request),
      ImportKindSchema.parse(run.kind),
      claimOf(request).partnerId,
      gate,
    );
    return run;
  }

  /** Lets the background go on with an import that has changed, and shows it. */
  async function goOn(request: Asked, importId: string, result: ChangeResult): Promise<ImportRun> {
    if (result.kind === 'not-found') throw notFound();
    if (result.kind === 'wrong-state') {
      throw conflict('import-state', `The import is ${result.state}.`, { detail: result.state });
    }
    const claim = claimOf(request);
    await imports.enqueue(claim.partnerId, importId);
    const run = await database.readAsTenant(claim, (tx) => findImportRun(tx, importId));
    return view(claim, run!);
  }

  return [
    route({
      method: 'POST',
      path: BASE,
      summary: 'Upload a file; its kind is guessed unless given, and it is checked without writing',
      access: ACCESS,
      upload: true,
      response: ImportRunSchema,
      status: 201,
      handle: async (request): Promise<Answer<ImportRun>> => {
        const caller = callerOf(request);
        const { fileName, bytes, fields } = await request.upload();
        const given = ImportKindSchema.optional().safeParse(fields.kind === '' ? undefined : fields.kind);
        if (!given.success) {
          throw invalidField('body', 'kind', { enum: IMPORT_KINDS }, request.locale);
        }
        const { guessed, nearest } = await guessedKind(bytes);
        // A file that fits nothing is taken for skill records: the check then says what is missing.
        const usual = mayImport(caller, 'skill-records') ? 'skill-records' : 'users';
        const kind = given.data ?? guessed ?? nearest ?? usual;
        const claim = claimOf(request);
        await requireImport(caller, kind, claim.partnerId, gate);
        const importId = await startImport(
          services,
          claim,
          { fileName, bytes },
          { kind, guessed, mapping: {} },
        );
        const body = await goOn(request, importId, { kind: 'changed' });
        return { kind: 'json', status: 201, body, headers: { location: `${request.url}/${importId}` } };
      },
    }),
    route({
      method: 'GET',
      path: BASE,
      summary: 'Imports of a company, newest first',
      access: ACCESS,
      query: ImportsQuerySchema,
      response: ImportListSchema,
      handle: async (request) => {
        const claim = claimOf(request);
        const { filter, orderby: order, top = RUNS_SHOWN, skip = 0 } = request.query;
        const kinds = IMPORT_KINDS.filter((kind) => mayImport(callerOf(request), kind));
        // One more than asked for tells whether there is a next page.
        const runs = await database.readAsTenant(claim, (tx) =>
          listImportRuns(tx, { kinds, filter, order, top: top + 1, skip }),
        );
        const value = await Promise.all(runs.slice(0, top).map((run) => view(claim, run)));
        const nextLink = runs.length > top ? nextPage(request.url, skip + top, top) : null;
        return json({ value, nextLink });
      },
    }),
    route({
      method: 'GET',
      path: `${BASE}/{importId}`,
      summary: 'One import with its progress',
      access: ACCESS,
      response: ImportRunSchema,
      handle: async (request) => json(await view(claimOf(request), await askedRun(request))),
    }),
    route({
      method: 'PATCH',
      path: `${BASE}/{importId}`,
      summary: 'Change what a file is about or how its columns are read; it is checked again',
      access: ACCESS,
      body: UpdateImportRequestSchema,
      response: ImportRunSchema,
      handle: async (request) => {
        const { importId } = await askedRun(request);
        const { kind, mapping } = request.body;
        const claim = claimOf(request);
        if (kind !== undefined) await requireImport(callerOf(request), kind, claim.partnerId, gate);
        const result = await changeImport(services, claim, importId, { kind, mapping });
        return json(await goOn(request, importId, result));
      },
    }),
    route({
      method: 'POST',
      path: `${BASE}/{importId}/apply`,
      summary: 'Write the rows of a checked import, in the background',
      access: ACCESS,
      response: ImportRunSchema,
      status: 202,
      handle: async (request): Promise<Answer<ImportRun>> => {
        const { importId } = await askedRun(request);
        const result = await applyImport(services, claimOf(request), importId);
        const body = await goOn(request, importId, result);
        const place = request.url.replace(/\/apply(\?.*)?$/, '');
        return { kind: 'json', status: 202, body, headers: { 'operation-location': place } };
      },
    }),
    route({
      method: 'GET',
      path: `${BASE}/{importId}/rows`,
      summary: 'The answer for each row: what would happen, or what was done',
      access: ACCESS,
      query: RowsQuerySchema,
      response: ImportRowsSchema,
      handle: async (request) => {
        const run = await askedRun(request);
        const { result, top = ROWS_SHOWN, skip = 0 } = request.query;
        const found = await database.readAsTenant(claimOf(request), async (tx) => ({
          rows: await listImportRows(tx, run.importId, phaseOf(run), { result, top, skip }),
          counts: await countImportRows(tx, run.importId, phaseOf(run)),
        }));
        const { counts, rows } = found;
        const count =
          result === undefined ? Object.values(counts).reduce((sum, each) => sum + each, 0) : counts[result];
        const nextLink = skip + top < count ? nextPage(request.url, skip + top, top) : null;
        return json({ value: storedAnswers(rows), nextLink, count });
      },
    }),
    route({
      method: 'GET',
      path: `${BASE}/{importId}/log`,
      summary:
        'The answers for all rows as a CSV file; the first download by the importing person of a file of users also has their temporary passwords',
      access: ACCESS,
      query: z.strictObject({ lang: LocaleSchema.optional() }),
      files: ['text/csv'],
      handle: async (request) => {
        const run = await askedRun(request);
        const claim = claimOf(request);
        const passwords = takesSecrets(request, run)
          ? await takeTemporaryPasswords(services, claim, run.importId)
          : null;
        async function* rows() {
          for (let skip = 0; ; skip += 1_000) {
            const page = await database.readAsTenant(claim, async (tx) => {
              const found = await listImportRows(tx, run.importId, phaseOf(run), { top: 1_000, skip });
              return storedAnswers(found).map(logLine(await statesOf(tx, run, found), passwords));
            });
            yield* page;
            if (page.length < 1_000) return;
          }
        }
        const fileName = `${run.fileName.replace(/\.[^.]*$/, '')}-log.csv`;
        return {
          kind: 'file',
          fileName,
          mediaType: 'text/csv; charset=utf-8',
          content: importLog(rows(), run.kind === 'users'),
        };
      },
    }),
  ];
}
