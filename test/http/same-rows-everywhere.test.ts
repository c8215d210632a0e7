/**
 * What a screen shows, the API answers and every file prints are the same rows. Workbooks are opened by a library that
 * had no part in writing them, and by LibreOffice where it is installed.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../src/files/read-table.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const CONTOSO = '/api/v1/partners/contoso';

/** Every report that is a file; of each the question without format. */
const REPORTS = [
  'skills-report?all=false',
  'performance-report?part=lines',
  'performance-report?part=months',
  'skills-matrix?competency=data-platform&everyone=true',
  'training?from=2017-01&to=2026-11',
  'training/people?from=2017-01&to=2026-11',
  'training/completions?from=2017-01&to=2026-11',
  'changes?since=2024-01-15',
  'datasets/TrainingCompletions?top=10000',
  'datasets/CompetencySummaryHistory?top=10000',
  'datasets/CompetencyPeformanceRequirement?top=10000',
  'users-report?search=',
  'chase-list?search=',
] as const;

const DATA_SETS = [
  'TrainingCompletions',
  'CompetencySummaryHistory',
  'CompetencyPeformanceRequirement',
] as const;

let server: DemoServer;
let admin: Browser;
let folder: string;

beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('global-admin@contoso.example');
  folder = mkdtempSync(join(tmpdir(), 'jalon-rows-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

type Format = 'csv' | 'tsv' | 'xlsx';

async function bytes(report: string, format: Format, lang: 'fr' | 'en'): Promise<Buffer> {
  const answer = await admin.get(`${CONTOSO}/${report}&format=${format}&lang=${lang}`);
  expect([report, answer.statusCode]).toEqual([report, 200]);
  return answer.rawPayload;
}

async function cells(file: Buffer): Promise<string[][]> {
  const read = await readTable(file);
  if (read.kind !== 'table') throw new Error(JSON.stringify(read.failure));
  return [[...read.table.header], ...[...read.table.rows].map((row) => [...row.cells])];
}

/** Numbers as programs write them, whatever the language of the file. */
function plainNumbers(rows: string[][]): string[][] {
  return rows.map((row) => row.map((cell) => (/^-?\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell)));
}

/** Blanks at the end of a line that only the last columns leave empty are not kept by every reader. */
function told(rows: string[][]): string[][] {
  return rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1));
}

async function byLibrary(file: Buffer): Promise<string[][]> {
  const { sheets } = await readXlsx(file);
  return sheets[0]!.rows.map((row) =>
    row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''))),
  );
}

const OFFICE = (process.env.PATH ?? '')
  .split(delimiter)
  .map((place) => join(place, 'soffice'))
  .find((path) => existsSync(path));

/** What LibreOffice shows of the first sheet, written by it as text: days as it formats them, formulas as their results. */
async function byOffice(file: Buffer): Promise<string[][]> {
  writeFileSync(join(folder, 'report.xlsx'), file);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const asText = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';
  const order = [profile, '--headless', '--convert-to', asText, '--outdir', folder];
  const env = { ...process.env, LC_ALL: 'en_US.UTF-8' };
  await promisify(execFile)(OFFICE!, [...order, join(folder, 'report.xlsx')], { timeout: 120_000, env });
  const text = join(folder, 'report.csv');
  const rows = await cells(readFileSync(text));
  rmSync(text);
  // Real days are shown as the language of the program writes them; texts stay as they are.
  return rows.map((row) => row.map((cell) => cell.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$1-$2')));
}

const READERS = [
  ['a library', byLibrary],
  ...(OFFICE === undefined ? [] : [['LibreOffice', byOffice] as const]),
] as const;

describe.each(REPORTS)('%s', (report) => {
  it('is the same as CSV and TSV, in both languages row by row', async () => {
    for (const lang of ['fr', 'en'] as const) {
      const csv = plainNumbers(await cells(await bytes(report, 'csv', lang)));
      expect(csv).toEqual(await cells(await bytes(report, 'tsv', lang)));
      expect(csv.length).toBeGreaterThan(1);
    }
  });

  it('is, as a workbook, typed columns with a frozen and filtered header and no formula', async () => {
    const file = await bytes(report, 'xlsx', 'fr');
    const tsv = await cells(await bytes(report, 'tsv', 'fr'));
    const { sheets } = await readXlsx(file);
    expect(sheets).toHaveLength(2);
    const [sheet] = sheets;
    expect(told(await byLibrary(file))).toEqual(told(tsv));
    expect(sheet!.rows[0]!.every((cell) => typeof cell === 'string')).toBe(true);
    expect(sheet!.freezePane).toMatchObject({ rows: 1 });
    expect(sheet!.autoFilter?.range).toMatch(new RegExp(`^A1:[A-Z]+${tsv.length}$`));
    const entries = [...(sheet!.cells?.values() ?? [])];
    expect(entries.filter((cell) => cell.formula !== undefined)).toEqual([]);
    for (const [at, name] of tsv[0]!.entries()) {
      const column = sheet!.rows.slice(1).map((row) => row[at] ?? null);
      const kinds = new Set(
        column
          .filter((cell) => cell !== null && cell !== '')
          .map((cell) => (cell instanceof Date ? 'day' : typeof cell)),
      );
      expect([name, kinds.size <= 1]).toEqual([name, true]);
    }
  });
});

describe('a workbook', () => {
  it.each(READERS)(
    'opens in %s with the rows and days that the report has',
    async (_name, read) => {
      for (const report of ['skills-report?all=false', 'datasets/TrainingCompletions?top=10000'] as const) {
        const shown = told(await read(await bytes(report, 'xlsx', 'en')));
        expect(shown).toEqual(told(await cells(await bytes(report, 'tsv', 'en'))));
      }
    },
    240_000,
  );
});

describe.each(DATA_SETS)('the data set %s', (name) => {
  it('is the same over the API, as a file and in the feed', async () => {
    const api = (await admin.get(`${CONTOSO}/datasets/${name}?top=10000&lang=en`)).json() as {
      columns: string[];
      value: Record<string, unknown>[];
    };
    const columns = api.columns.join(',');
    const [header, ...rows] = await cells(await bytes(`datasets/${name}?columns=${columns}`, 'tsv', 'en'));
    expect(header).toEqual(api.columns);
    const printed = api.value.map((row) => api.columns.map((column) => String(row[column] ?? '')));
    expect(rows).toEqual(printed);
    const feed = (await admin.get(`/odata/v4/${name}?$select=${columns}&$count=true`)).json() as {
      '@odata.count': number;
      value: Record<string, unknown>[];
    };
    expect(feed['@odata.count']).toBe(rows.length);
    expect(feed.value.map((row) => api.columns.map((column) => row[column]))).toEqual(
      api.value.map((row) => api.columns.map((column) => row[column])),
    );
    expect(rows.length).toBeGreaterThan(0);
  });
});
