import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CellSource,
  cellReader,
  type OutputCell,
  type OutputColumn,
  type OutputRows,
  wholeRows,
} from '../../src/files/output-table.ts';
import { readTable } from '../../src/files/read-table.ts';
import type { Separator } from '../../src/files/table.ts';
import { writeDelimited } from '../../src/files/write-delimited.ts';

const COLUMNS: readonly OutputColumn[] = [
  { header: 'Nom', type: 'text' },
  { header: 'Date', type: 'day' },
  { header: 'Points', type: 'number' },
];

async function written(separator: Separator, rows: OutputRows): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of writeDelimited(separator, COLUMNS, rows)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('written delimited text', () => {
  it('starts with a byte order mark, ends lines the standard way and quotes what needs it', async () => {
    const bytes = await written(',', [
      ['Été, "x"', '2018-02-14', -1.5],
      ['two\nlines', null, null],
    ]);
    expect(bytes.toString('utf8')).toBe(
      '\uFEFFNom,Date,Points\r\n"Été, ""x""",2018-02-14,-1.5\r\n"two\nlines",,\r\n',
    );
  });

  it('separates with tabs without quoting commas', async () => {
    expect((await written('\t', [['a, b', '2018-02-14', 2]])).toString('utf8')).toContain(
      'a, b\t2018-02-14\t2\r\n',
    );
  });

  it('has decimal commas where the language has them, quoted only where a comma ends a cell', async () => {
    const rows = [['a,b', '2018-02-14', -1234.5]] as const;
    const bytes = async (separator: Separator) => {
      const chunks: Buffer[] = [];
      for await (const chunk of writeDelimited(separator, COLUMNS, rows, { decimalMark: ',' }))
        chunks.push(chunk);
      return Buffer.concat(chunks).toString('utf8').split('\r\n')[1];
    };
    expect(await bytes(';')).toBe('a,b;2018-02-14;-1234,5');
    expect(await bytes(',')).toBe('"a,b",2018-02-14,"-1234,5"');
  });

  it('gives others their turn while it writes rows that are there already', async () => {
    let turns = 0;
    let chunks = 0;
    const counting = setInterval(() => turns++, 0);
    const rows = Array.from({ length: 100_000 }, () => ['x'.repeat(30), null, null] as const);
    for await (const _chunk of writeDelimited(',', COLUMNS, rows)) chunks++;
    clearInterval(counting);
    expect(chunks).toBeGreaterThan(40);
    expect(turns).toBeGreaterThan(0);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+33 1 23', "'+33 1 23"],
    ['-x', "'-x"],
    ['\tx', "'\tx"],
    ['＝1+1', "'＝1+1"],
    ['-12,5', '"-12,5"'],
    ['+7', '+7'],
    ['a=b', 'a=b'],
  ])('the text %j cannot run as a formula', async (text, cell) => {
    const lines = (await written(',', [[text, null, null]])).toString('utf8').split('\r\n');
    expect(lines[1]).toBe(`${cell},,`);
  });

  it('guards a text in a day column that is no day', async () => {
    expect((await written(',', [['a', '=1+1', null]])).toString('utf8')).toContain("a,'=1+1,");
  });

  it('is read back with the same cells by our own reader', async () => {
    const cell = fc
      .string({ unit: 'binary', maxLength: 20 })
      .map((text) => `x${text.replace(/[\0\uFFFD]/g, '')}`);
    const separators = fc.constantFrom<Separator>(',', ';', '\t');
    await fc.assert(
      fc.asyncProperty(
        separators,
        fc.array(cell, { minLength: 1, maxLength: 6 }),
        async (separator, texts) => {
          const read = await readTable(
            await written(
              separator,
              texts.map((text) => [text, null, null]),
            ),
          );
          if (read.kind === 'unreadable') throw new Error(JSON.stringify(read.failure));
          expect([...read.table.rows].map((row) => row.cells[0])).toEqual(texts);
        },
      ),
    );
  });

  it('writes the same bytes whether rows come as lists, one by one, or as columns that share cells', async () => {
    const text = fc.oneof(
      fc.constantFrom(
        '',
        '=1+1',
        '-',
        '+33 1',
        '-12,5',
        '"',
        ' ',
        'Été',
        'a;b',
        'a,b',
        'a\tb',
        '＝x',
        'two\r\nlines',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    );
    const cell = fc.oneof<fc.Arbitrary<OutputCell>[]>(text, fc.double(), fc.integer(), fc.constant(null));
    const column = fc.array(cell, { minLength: 1, maxLength: 4 });
    const separators = fc.constantFrom<Separator>(',', ';', '\t');
    await fc.assert(
      fc.asyncProperty(
        separators,
        fc.tuple(column, column, column),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 30 }),
        async (separator, [first, second, third], picks) => {
          const keyOf = (row: number) => picks[row]![0] % 4;
          const cells: CellSource[] = [
            { keyOf, cellOf: (key) => first[key % first.length]! },
            { keyOf, cellOf: (key) => second[key % second.length]! },
            (row) => third[picks[row]![1] % third.length]!,
          ];
          const rows = picks.map((_, row) => cells.map((source) => cellReader<OutputCell>(source)(row)));
          async function* arriving() {
            yield* rows;
          }
          const asLists = await written(separator, rows);
          expect(await written(separator, { length: picks.length, cells })).toEqual(asLists);
          expect(await written(separator, arriving())).toEqual(asLists);
          expect([...wholeRows({ length: picks.length, cells })]).toEqual(rows);
        },
      ),
    );
  });

  it('asks once for what rows share, and puts nothing together for a row', async () => {
    const asked: number[] = [];
    const keyOf = (row: number) => row % 5;
    const shared = (name: string): CellSource => ({
      keyOf,
      cellOf: (key) => {
        asked.push(key);
        return `${name} ${key}, of those that need quotes`;
      },
    });
    const bytes = await written(',', { length: 20_000, cells: [shared('a'), shared('b'), () => null] });
    expect(asked.sort()).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    expect(bytes.toString('utf8').split('\r\n')[20_000]).toBe(
      '"a 4, of those that need quotes","b 4, of those that need quotes",',
    );
  });

  it('writes cells of any length and any number of different ones, whatever it keeps', async () => {
    const length = 60_000;
    const long = `é${'x'.repeat(200_000)}"${'y'.repeat(100_000)}`;
    const cells: CellSource[] = [
      { keyOf: (row) => row % 50_000, cellOf: (key) => `${'Ünlike any other '.repeat(key % 30)}${key}` },
      { keyOf: (row) => (row % 20_000 === 7 ? 1 : 0), cellOf: (key) => (key === 1 ? long : 'short') },
      (row) => row % 3,
    ];
    const bytes = await written(',', { length, cells });
    const rows = wholeRows({ length, cells });
    const asLists = await written(',', { [Symbol.iterator]: () => rows });
    expect(bytes.equals(asLists)).toBe(true);
    const lines = bytes.toString('utf8').split('\r\n');
    expect(lines).toHaveLength(length + 2);
    expect(lines[8]).toBe(`${'Ünlike any other '.repeat(7)}7,"${long.replace('"', '""')}",1`);
    expect(lines[59_999]).toBe(`${'Ünlike any other '.repeat(9_998 % 30)}9998,short,1`);
  });
});
