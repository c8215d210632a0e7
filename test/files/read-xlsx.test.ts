import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/files/read-table.ts';
import { readZipDirectory } from '../../src/files/zip-directory.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

function workbook(rows: (string | number | boolean | Date | null)[][]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: 'Données', rows }] });
}

/** An archive with one packed file, its directory saying what we want it to say. */
function archive(name: string, content: Buffer, declaredSize = content.length): Buffer {
  const packed = deflateRawSync(content);
  const nameBytes = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(declaredSize, 22);
  local.writeUInt16LE(nameBytes.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(declaredSize, 24);
  central.writeUInt16LE(nameBytes.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + nameBytes.length, 12);
  end.writeUInt32LE(30 + nameBytes.length + packed.length, 16);
  return Buffer.concat([local, nameBytes, packed, central, nameBytes, end]);
}

describe('a workbook', () => {
  it('gives days as ISO days, whole numbers without a fraction, and padded rows', async () => {
    const bytes = await workbook([
      ['E-mail', 'Obtenu le', 'Nombre', 'Vrai', 'Fin'],
      ['zoé@contoso.example', day('2018-02-14'), 764, true, null],
      [],
      ['yann@contoso.example', new Date('2018-02-14T09:30:00Z'), 0.1 + 0.2],
    ]);
    const result = await readTable(bytes);
    expect(result).toMatchObject({
      kind: 'table',
      table: { format: { kind: 'xlsx' }, headerLine: 1, rowCount: 2 },
    });
    if (result.kind === 'unreadable') return;
    expect([...result.table.rows]).toEqual([
      { line: 2, cells: ['zoé@contoso.example', '2018-02-14', '764', 'true', ''], ragged: null },
      { line: 4, cells: ['yann@contoso.example', '2018-02-14T09:30:00Z', '0.3', '', ''], ragged: null },
    ]);
  });

  it('gives a formula as the value last computed', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'F', rows: [['a'], [null]], cells: new Map([['1,0', { formula: '1+1', formulaResult: 2 }]]) },
      ],
    });
    const result = await readTable(bytes);
    expect(result.kind === 'table' && [...result.table.rows].map((row) => row.cells)).toEqual([['2']]);
  });

  it('marks a row that is wider than the header', async () => {
    const result = await readTable(await workbook([['a'], ['1', '2']]));
    expect(result.kind === 'table' && [...result.table.rows][0]!.ragged).toEqual({ expected: 1, found: 2 });
  });

  it('is refused when it is empty, truncated, too wide, or one cell is too long', async () => {
    const whole = await workbook([
      ['a', 'b'],
      ['1', 'x'.repeat(100)],
    ]);
    expect(await readTable(await workbook([]))).toEqual({
      kind: 'unreadable',
      failure: { kind: 'empty-file' },
    });
    expect(await readTable(whole.subarray(0, whole.length - 30))).toEqual({
      kind: 'unreadable',
      failure: { kind: 'damaged-xlsx' },
    });
    expect(await readTable(whole, { maxColumns: 1 })).toMatchObject({
      failure: { kind: 'too-many-columns', line: 1 },
    });
    expect(await readTable(whole, { maxCellLength: 50 })).toEqual({
      kind: 'unreadable',
      failure: { kind: 'cell-too-long', line: 2, column: 2, limit: 50 },
    });
    expect(await readTable(await workbook([['a'], ['1'], ['2']]), { maxRows: 1 })).toMatchObject({
      failure: { kind: 'too-many-rows', line: 3, limit: 1 },
    });
  });

  it('is refused when a part is damaged', async () => {
    const whole = await workbook(Array.from({ length: 200 }, (_, row) => [`r${row}`, `value ${row * 7919}`]));
    const damaged = Uint8Array.from(whole);
    const sheet = Buffer.from(whole).indexOf('xl/worksheets/sheet1.xml') + 60;
    damaged.fill(0xff, sheet, sheet + 200);
    expect(await readTable(damaged)).toEqual({ kind: 'unreadable', failure: { kind: 'damaged-xlsx' } });
  });

  it('that unpacks to more than allowed is refused before anything is unpacked', async () => {
    const bytes = await workbook([['a'], ['x'.repeat(30_000)]]);
    expect(await readTable(bytes, { maxUnpackedBytes: 20_000 })).toMatchObject({
      failure: { kind: 'unpacked-too-large', limit: 20_000 },
    });
  });

  it('is told from other archives', async () => {
    const text = Buffer.from('hello');
    expect(await readTable(archive('word/document.xml', text))).toMatchObject({ failure: { found: 'word' } });
    expect(await readTable(archive('xl/workbook.bin', text))).toMatchObject({ failure: { found: 'xlsb' } });
    expect(await readTable(archive('notes.txt', text))).toMatchObject({ failure: { found: 'zip' } });
    expect(await readTable(archive('xl/workbook.xml', text))).toMatchObject({
      failure: { kind: 'missing-sheet' },
    });
  });

  it('whose directory hides the size of a part is refused', () => {
    const content = Buffer.alloc(50_000);
    expect(readZipDirectory(archive('xl/workbook.xml', content))).toEqual([
      { name: 'xl/workbook.xml', packedSize: expect.any(Number), unpackedSize: 50_000 },
    ]);
    expect(readZipDirectory(archive('xl/workbook.xml', content, 0))).toBeNull();
    expect(readZipDirectory(archive('xl/workbook.xml', content, 0xffff_ffff))).toBeNull();
    const large = archive('xl/workbook.xml', content);
    large.writeUInt16LE(0xffff, large.length - 22 + 10);
    expect(readZipDirectory(large)).toBeNull();
  });

  it('whose directory lies about the size of a part is refused while it is unpacked', async () => {
    const whole = Buffer.from(
      await workbook(Array.from({ length: 3000 }, () => ['the same words again and again'])),
    );
    const directory = whole.readUInt32LE(whole.length - 22 + 16);
    const entry = whole.indexOf('xl/worksheets/sheet1.xml', directory) - 46;
    whole.writeUInt32LE(1000, entry + 24);
    expect(await readTable(whole)).toEqual({ kind: 'unreadable', failure: { kind: 'damaged-xlsx' } });
  });

  it('that needs more memory than the thread may use ends the thread and nothing else', async () => {
    const rows = Array.from({ length: 40_000 }, (_, row) =>
      Array.from({ length: 8 }, (_, cell) => `${row}-${cell}`),
    );
    const result = await readTable(await workbook(rows), { workerMegabytes: 8 });
    expect(result).toEqual({ kind: 'unreadable', failure: { kind: 'xlsx-out-of-bounds', bound: 'memory' } });
  });

  it('with random damage is read or refused, never thrown at the caller', async () => {
    const whole = await workbook([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
        const damaged = Uint8Array.from(whole);
        damaged[at] = value;
        await readTable(damaged);
      }),
      { numRuns: 10 },
    );
  });

  it('is read by the shipped bundle, where the thread is a file of its own', async () => {
    const folder = resolve('.cache', `bundle-test-${process.pid}`);
    mkdirSync(folder, { recursive: true });
    try {
      const entry = join(folder, 'entry.ts');
      writeFileSync(
        entry,
        "import { readFileSync } from 'node:fs';\nimport { readTable } from '../../src/files/read-table.ts';\n" +
          'const read = await readTable(readFileSync(process.argv[2]!));\n' +
          "console.log(read.kind === 'table' ? [...read.table.rows].map((row) => row.cells).join('|') : read.failure.kind);\n",
      );
      await build({
        entryPoints: { main: entry, 'read-xlsx-worker': resolve('src/files/read-xlsx-worker.ts') },
        outdir: folder,
        bundle: true,
        platform: 'node',
        format: 'esm',
        packages: 'external',
      });
      const file = join(folder, 'given.xlsx');
      writeFileSync(
        file,
        await workbook([
          ['a', 'b'],
          ['1', day('2018-02-14')],
        ]),
      );
      const run = spawnSync(process.execPath, [join(folder, 'main.js'), file], { encoding: 'utf8' });
      expect(run.stdout.trim(), run.stderr).toBe('1,2018-02-14');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
