import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { SKILLS_REPORT_COLUMNS } from '../../src/domain/skills-report/skills-report-columns.ts';
import type { OutputColumn, OutputRow } from '../../src/files/output-table.ts';
import { readTable } from '../../src/files/read-table.ts';
import { SheetTooLong, writeXlsx, type XlsxSheet } from '../../src/files/write-xlsx.ts';
import { sheetName, xlsxText } from '../../src/files/xlsx-text.ts';

const COLUMNS: readonly OutputColumn[] = [
  { header: 'Nom', type: 'text', width: 24 },
  { header: "Date d'obtention", type: 'day', width: 12 },
  { header: 'Points', type: 'number' },
];

async function bytesOf(sheets: readonly XlsxSheet[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of writeXlsx(sheets)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const report = (rows: readonly OutputRow[]) => bytesOf([{ name: 'Rapport', columns: COLUMNS, rows }]);

describe('a written workbook', () => {
  it('is read back by a spreadsheet library with the same sheets, types and layout', async () => {
    const bytes = await bytesOf([
      {
        name: 'Rapport des qualifications',
        columns: COLUMNS,
        rows: [
          ['Zoé D’Été & <fils>', '2018-02-14', 66.5],
          ['', null, 2],
        ],
      },
      {
        name: 'About / À propos',
        columns: [{ header: 'Partenaire', type: 'text' }],
        rows: [['Contoso']],
        filter: false,
      },
    ]);
    const workbook = await readXlsx(bytes, { readStyles: true });
    const canonical = workbook.sheets.map(({ name, rows, autoFilter, freezePane, columns }) => ({
      name,
      rows,
      filter: autoFilter?.range ?? null,
      frozenRows: freezePane?.rows ?? 0,
      widths: columns?.map((column) => column?.width) ?? [],
    }));
    expect(JSON.parse(JSON.stringify(canonical))).toEqual([
      {
        name: 'Rapport des qualifications',
        rows: [
          ['Nom', "Date d'obtention", 'Points'],
          ['Zoé D’Été & <fils>', '2018-02-14T00:00:00.000Z', 66.5],
          [null, null, 2],
        ],
        filter: 'A1:C3',
        frozenRows: 1,
        widths: [24, 12, 18],
      },
      {
        name: 'About - À propos',
        rows: [['Partenaire'], ['Contoso']],
        filter: null,
        frozenRows: 1,
        widths: [18],
      },
    ]);
    expect(workbook.sheets[0]!.cells?.get('0,0')?.style?.font?.bold).toBe(true);
  });

  it('keeps a formula, a number and a date in a text column as text', async () => {
    const texts = ['=1+1', '+33 1', '-2', '@SUM(A1)', '2018-02-14', '0012', 'TRUE'];
    const bytes = await report(texts.map((text) => [text, null, null]));
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]!.rows.slice(1).map((row) => row[0])).toEqual(texts);
    expect([...(sheets[0]!.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
  });

  it('writes a day as a real date, and what is no day as it stands', async () => {
    const bytes = await report([
      ['a', '2020-02-29', null],
      ['b', '2018-02-30', null],
      ['c', '1899-01-01', null],
    ]);
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]!.rows.slice(1).map((row) => row[1])).toEqual([
      new Date('2020-02-29T00:00:00Z'),
      '2018-02-30',
      '1899-01-01',
    ]);
  });

  it('is a sound archive of sound XML for readers of another make', async () => {
    const bytes = await report([['Zoé \u0000\u001F\uD800 _x0041_ "\'&<>', '2018-02-14', 1]]);
    const folder = mkdtempSync(join(tmpdir(), 'jalon-xlsx-'));
    try {
      const file = join(folder, 'report.xlsx');
      writeFileSync(file, bytes);
      const script =
        'import sys,zipfile,xml.dom.minidom as x\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n' +
        '[x.parseString(z.read(n)) for n in z.namelist()]\nprint(len(z.namelist()))';
      const python = spawnSync('python3', ['-c', script, file], { encoding: 'utf8' });
      // The other make is a welcome witness where it is installed, and no condition elsewhere.
      if (!python.error) expect(python.stdout.trim(), python.stderr).toBe('6');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('gives back any text that a cell can hold, read with our own reader', async () => {
    const cell = fc
      .string({ unit: 'binary', maxLength: 30 })
      .map((text) => `x${text}x`)
      .filter((text) => text === text.replace(/(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu, ''));
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 5 }), async (texts) => {
        const read = await readTable(await report(texts.map((text) => [text, null, null])));
        if (read.kind === 'unreadable') throw new Error(JSON.stringify(read.failure));
        expect([...read.table.rows].map((row) => row.cells[0])).toEqual(texts);
      }),
      { numRuns: 15 },
    );
  });

  it('is the same bytes for the same rows', async () => {
    expect(await report([['a', null, 1]])).toEqual(await report([['a', null, 1]]));
  });

  it('asks for rows only as fast as they are taken away', async () => {
    let made = 0;
    async function* endless(): AsyncGenerator<OutputRow, void> {
      for (;;) yield [`row ${made++}`, null, null];
    }
    let taken = 0;
    for await (const chunk of writeXlsx([{ name: 'a', columns: COLUMNS, rows: endless() }])) {
      taken += chunk.length;
      if (taken > 200_000) break;
    }
    const madeAtBreak = made;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(made - madeAtBreak).toBeLessThan(20_000);
  });

  it('passes on a failure of its rows, and refuses more rows than a sheet holds', async () => {
    async function* failing(): AsyncGenerator<OutputRow, void> {
      yield ['a', null, null];
      throw new RangeError('rows are gone');
    }
    await expect(bytesOf([{ name: 'a', columns: COLUMNS, rows: failing() }])).rejects.toThrow(RangeError);
    function* tooMany(): Generator<OutputRow, void> {
      for (let row = 0; row < 1_048_576; row++) yield [];
    }
    await expect(bytesOf([{ name: 'a', columns: [], rows: tooMany() }])).rejects.toThrow(SheetTooLong);
  });
});

describe('text and names in a workbook', () => {
  it('cuts a text where spreadsheets would refuse the file, never inside a letter', () => {
    expect(xlsxText('é'.repeat(40_000))).toHaveLength(32_767);
    expect(xlsxText(`${'x'.repeat(32_766)}😀`)).toBe('x'.repeat(32_766));
  });

  it.each([
    ['About / À propos', [], 'About - À propos'],
    ["'Rapport'", [], 'Rapport'],
    ['', [], 'Sheet'],
    ['a\n b', [], 'a b'],
    ['x'.repeat(40), [], 'x'.repeat(31)],
    ['rapport', ['Rapport'], 'rapport (2)'],
    ['x'.repeat(40), ['x'.repeat(31)], `${'x'.repeat(27)} (2)`],
  ])('the sheet name %j beside %j', (wanted, taken, name) => {
    expect(sheetName(wanted, taken)).toBe(name);
  });
});

describe('the skills report columns', () => {
  it('stand in their fixed order under their fixed headers', () => {
    expect(SKILLS_REPORT_COLUMNS.map(({ header }) => header.fr)).toEqual([
      'Prénom',
      'Nom',
      'E-mail professionnel',
      "État de l'utilisateur",
      'MCID',
      'Fournisseur',
      'Type de qualification',
      'ID de la qualification',
      'Intitulé de la qualification',
      "Date d'obtention",
      "Date d'expiration de la qualification",
      'Date de retrait',
      'Associée au PMC',
      "Associée à l'Espace partenaires",
      'Pertinent pour des compétences (Option) ou des programmes',
      'Prise en compte',
      'Motif',
    ]);
    expect(SKILLS_REPORT_COLUMNS.filter(({ type }) => type === 'day').map(({ key }) => key)).toEqual([
      'achievedOn',
      'expiresOn',
      'retiredOn',
    ]);
  });
});
