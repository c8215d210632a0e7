import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/files/read-table.ts';
import type { Table, TableFailure, TableLimits } from '../../src/files/table.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function table(bytes: Uint8Array): Promise<Table> {
  const result = await readTable(bytes);
  if (result.kind === 'unreadable') throw new Error(JSON.stringify(result.failure));
  return result.table;
}

async function failure(
  content: Uint8Array | string,
  limits: Partial<TableLimits> = {},
): Promise<TableFailure> {
  const result = await readTable(typeof content === 'string' ? utf8(content) : content, limits);
  if (result.kind === 'table') throw new Error('the file was read');
  return result.failure;
}

const cellsOf = (read: Table) => [...read.rows].map((row) => row.cells);

describe('a delimited file', () => {
  it.each([
    ['UTF-8', 'utf-8', utf8('Prénom;Nom\nZoé;D’Été\n')],
    ['UTF-8 with a byte order mark', 'utf-8', utf8('\uFEFFPrénom;Nom\nZoé;D’Été\n')],
    [
      'UTF-16 little endian with a mark',
      'utf-16le',
      iconv.encode('Prénom;Nom\nZoé;D’Été\n', 'utf-16le', { addBOM: true }),
    ],
    [
      'UTF-16 big endian with a mark',
      'utf-16be',
      iconv.encode('Prénom;Nom\nZoé;D’Été\n', 'utf-16be', { addBOM: true }),
    ],
    ['UTF-16 little endian without a mark', 'utf-16le', iconv.encode('Prénom;Nom\nZoé;D’Été\n', 'utf-16le')],
    ['UTF-16 big endian without a mark', 'utf-16be', iconv.encode('Prénom;Nom\nZoé;D’Été\n', 'utf-16be')],
    ['Windows-1252', 'windows-1252', iconv.encode('Prénom;Nom\nZoé;D’Été\n', 'windows-1252')],
  ])('in %s keeps its accents', async (_name, encoding, bytes) => {
    const read = await table(bytes);
    expect(read.format).toEqual({ kind: 'delimited', encoding, separator: ';' });
    expect(read.header).toEqual(['Prénom', 'Nom']);
    expect(cellsOf(read)).toEqual([['Zoé', 'D’Été']]);
  });

  it('from the old system, in Windows-1252 with semicolons, gives every row with its line', async () => {
    const read = await table(readFileSync('test/fixtures/users-pmc-windows1252.csv'));
    expect(read.header).toEqual(['Prénom', 'Nom', 'Adresse e-mail professionnelle', 'Rôles', 'Langue']);
    expect([...read.rows].map((row) => row.line)).toEqual([2, 3, 4, 5, 6]);
    expect(cellsOf(read)[2]).toContain('Lecteur de rapports exécutifs, Administrateur de compte');
  });

  it.each([
    ['a comma', ',', 'a,b\n1,2\n'],
    ['a semicolon', ';', 'a;b\n1;2\n'],
    ['a tab', '\t', 'a\tb\n1\t2\n'],
    ['a semicolon beside commas inside quotes', ';', '"a, first, of, all";b\n1;2\n'],
    ['the separator a first line names', ';', 'sep=;\na;b\n1;2\n'],
    ['a semicolon where a name holds a comma', ';', 'name, first;b\n1;2\n'],
  ])('is split at %s', async (_name, separator, text) => {
    const read = await table(utf8(text));
    expect(read.format).toMatchObject({ separator });
    expect(cellsOf(read)).toEqual([['1', '2']]);
  });

  it('keeps separators, quotes and line ends that stand inside quotes', async () => {
    const read = await table(utf8('a,b\r\n"x, ""y""","two\r\nlines"\r\nlast,row'));
    expect([...read.rows]).toEqual([
      { line: 2, cells: ['x, "y"', 'two\r\nlines'], ragged: null },
      { line: 4, cells: ['last', 'row'], ragged: null },
    ]);
  });

  it('leaves out blank lines and empty columns at the end, and counts what remains', async () => {
    const read = await table(utf8('\n\na,b,,\n1,2,,\n\n,,,\n3,4,,\n'));
    expect(read.header).toEqual(['a', 'b']);
    expect(read.headerLine).toBe(3);
    expect(read.rowCount).toBe(2);
    expect([...read.rows].map((row) => row.line)).toEqual([4, 7]);
  });

  it('marks a row whose cells do not fit the header, and reads the others', async () => {
    const read = await table(utf8('a,b\n1\n1,2,3\n1,2\n'));
    expect([...read.rows].map((row) => row.ragged)).toEqual([
      { expected: 2, found: 1 },
      { expected: 2, found: 3 },
      null,
    ]);
  });

  it('can be walked twice', async () => {
    const read = await table(utf8('a\n1\n2\n'));
    expect(cellsOf(read)).toEqual(cellsOf(read));
  });
});

describe('a file that is no table is refused with what and where', () => {
  it.each<[string, Uint8Array | string, TableFailure]>([
    ['an empty file', '', { kind: 'empty-file' }],
    ['only blank lines', '\n \n;;\n', { kind: 'empty-file' }],
    ['a quote that is never closed', 'a,b\n1,2\n3,"4\n5,6\n', { kind: 'unclosed-quote', line: 3, column: 2 }],
    ['text after a closing quote', 'a,b\n1,"2"x\n', { kind: 'text-after-quote', line: 2, column: 2 }],
    ['a NUL character', 'a,b\n1,2\u0000\n', { kind: 'nul-character', line: 2, column: 2 }],
    ['a column without a name', 'a,,b\n1,2,3\n', { kind: 'empty-header', line: 1, column: 2 }],
    [
      'the same column twice',
      'Date,b,DATE\n1,2,3\n',
      { kind: 'duplicate-header', line: 1, column: 3, firstColumn: 1, header: 'DATE' },
    ],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n', { kind: 'wrong-format', found: 'pdf' }],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), { kind: 'wrong-format', found: 'png' }],
    ['a web page', '<!DOCTYPE html><html></html>', { kind: 'wrong-format', found: 'html' }],
    ['a transcript', '{"userName":"x"}', { kind: 'wrong-format', found: 'json' }],
    [
      'an old workbook',
      Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'.padEnd(600, '\0'), 'latin1'),
      { kind: 'wrong-format', found: 'old-excel' },
    ],
    [
      'a password-protected workbook',
      Buffer.concat([
        Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'.padEnd(600, '\0'), 'latin1'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      { kind: 'encrypted-xlsx' },
    ],
    [
      'UTF-8 cut inside a letter',
      Buffer.concat([utf8('Prénom,é\nZoé,1\nÉ'), Buffer.from([0xc3])]),
      { kind: 'bad-encoding', line: 3 },
    ],
  ])('%s', async (_name, content, expected) => {
    expect(await failure(content)).toEqual(expected);
  });

  it('ten megabytes in one cell are refused with line and column', async () => {
    const cell = 'x'.repeat(10 * 1024 * 1024);
    const expected = { kind: 'cell-too-long', line: 2, column: 2, limit: 32_767 };
    expect(await failure(`a,b\n1,${cell}\n`)).toEqual(expected);
    expect(await failure(`a,b\n1,"${cell}"\n`)).toEqual(expected);
  });

  it('more bytes, rows or columns than allowed are refused with the limit', async () => {
    expect(await failure('a,b\n1,2\n', { maxBytes: 4 })).toEqual({
      kind: 'file-too-large',
      size: 8,
      limit: 4,
    });
    expect(await failure('a\n1\n2\n3\n', { maxRows: 2 })).toEqual({
      kind: 'too-many-rows',
      line: 4,
      limit: 2,
    });
    expect(await failure('a,b,c\n', { maxColumns: 2 })).toEqual({
      kind: 'too-many-columns',
      line: 1,
      limit: 2,
    });
  });
});

describe('whatever the content', () => {
  it('random bytes are read or refused, never thrown at the caller', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const result = await readTable(bytes);
        if (result.kind === 'table') expect([...result.table.rows]).toHaveLength(result.table.rowCount);
      }),
      { numRuns: 500 },
    );
  });

  it('cells come back as they were quoted, whatever they hold', async () => {
    // A cell that holds only blanks may make the row blank, and a mark at the start of the file is no content.
    const cell = fc.string({ unit: 'binary', maxLength: 20 }).filter((text) => !/[\0\uFFFD]/.test(text));
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), async (rows) => {
        const lines = rows.map(([first, second]) => `${quoted(`x${first}`)},${quoted(second)}`);
        const read = await table(utf8(['a,b', ...lines].join('\r\n')));
        expect(cellsOf(read)).toEqual(rows.map(([first, second]) => [`x${first}`, second]));
      }),
    );
  });
});
