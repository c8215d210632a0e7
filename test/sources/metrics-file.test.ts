import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMetricsFile } from '../../src/sources/metrics-file.ts';
import { parseNumber } from '../../src/sources/parse-number.ts';
import { answersOf, candidatesOf, rowsOf, tableOf } from './given-files.ts';

const metrics = async (content: Uint8Array | string) => rowsOf(parseMetricsFile(await tableOf(content)));

describe('a metrics file', () => {
  it('gives one value per metric, month and association', async () => {
    const rows = await metrics(readFileSync('test/fixtures/metrics.csv'));
    expect(answersOf(rows)).toEqual(['2 taken', '3 taken', '4 taken', '5 taken']);
    expect(candidatesOf(rows)[1]).toEqual({
      line: 3,
      metric: 'azure_customer_consumption',
      month: '2026-09',
      value: 9500,
      association: 'digital_partner_of_record',
      competency: null,
      track: null,
    });
  });

  it('rejects bad months and numbers and a second value for the same month', async () => {
    const rows = await metrics(
      'metric;month;value\nm;2026-09;1\nm;2026-09;1\nm;2026-09;2\nm;Nov-24;1\nm;2026-10;1,200\nm;2026-10;many\n;2026-10;1\n',
    );
    expect(answersOf(rows)).toEqual([
      '2 taken',
      '3 repeats 2',
      '4 conflicts-with-earlier-row -',
      '5 bad-month month',
      '6 ambiguous-number value',
      '7 bad-number value',
      '8 missing-value metric',
    ]);
  });

  it.each([
    ['9500', 9500],
    ['-3.5', -3.5],
    ['9 500,50', 9500.5],
    ['12\u202F000', 12000],
    ['1e3', 1000],
  ])('the number %s', (text, value) => {
    expect(parseNumber(text)).toEqual({ kind: 'number', value });
  });
});
