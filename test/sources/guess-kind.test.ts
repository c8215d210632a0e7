import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guessKind } from '../../src/sources/guess-kind.ts';
import { checkMapping } from '../../src/sources/import-mapping.ts';
import { previewMapping } from '../../src/sources/mapping-preview.ts';
import { tableOf } from './given-files.ts';

const guess = (text: string) => guessKind(new TextEncoder().encode(text));

describe('the kind of a file', () => {
  it.each([
    ['users-pmc-windows1252.csv', 'users'],
    ['skill-records.csv', 'skill-records'],
    ['insights-trainings.csv', 'insights-trainings'],
    ['metrics.csv', 'metrics'],
    ['ms-learn-transcript.json', 'ms-learn-transcript'],
    ['ms-learn-transcript-sparse.json', 'ms-learn-transcript'],
  ])('of %s is told from its content', async (name, importKind) => {
    expect(await guessKind(readFileSync(`test/fixtures/${name}`))).toEqual({ kind: 'guessed', importKind });
  });

  it('is left open when no kind fits, and a file that cannot be read says why', async () => {
    expect(await guess('a,b\n1,2\n')).toEqual({ kind: 'unsure', nearest: null });
    expect(await guess('%PDF-1.7')).toMatchObject({ kind: 'unreadable', failure: { found: 'pdf' } });
  });

  it.each(['{"partner":{}}', '[1, 2]', '{"userName": "x", "certificationData": {'])(
    'is nearest to a transcript for the JSON %s, whose check says what is wrong with it',
    async (text) => {
      expect(await guess(text)).toEqual({ kind: 'unsure', nearest: 'ms-learn-transcript' });
    },
  );
});

describe('the preview of a mapping', () => {
  it('shows for each field its column and some values, what is unknown and what is missing', async () => {
    const table = await tableOf('Prénom;Nom;Login;Site\nA;B;a@b.example;Lyon\nC;D;;Lyon\n');
    const preview = previewMapping(table, 'users', { columns: {}, dates: null });
    expect(preview.fields.slice(0, 3)).toEqual([
      { field: 'firstName', header: 'Prénom', required: true, samples: ['A', 'C'] },
      { field: 'lastName', header: 'Nom', required: true, samples: ['B', 'D'] },
      { field: 'workEmail', header: null, required: true, samples: [] },
    ]);
    expect(preview.missing).toEqual([['workEmail']]);
    expect(preview.unknownColumns).toEqual([
      { header: 'Login', samples: ['a@b.example'] },
      { header: 'Site', samples: ['Lyon'] },
    ]);
    const mapped = previewMapping(table, 'users', {
      columns: { workEmail: 'Login', nope: 'Nom' },
      dates: null,
    });
    expect(mapped.fields[2]).toMatchObject({ header: 'Login', samples: ['a@b.example'] });
    expect(mapped.missing).toEqual([]);
  });
});

describe('a mapping document', () => {
  it.each([
    [
      { columns: { firstName: 'Prénom' }, dates: 'dmy' },
      { kind: 'mapping', mapping: { columns: { firstName: 'Prénom' }, dates: 'dmy' } },
    ],
    [{}, { kind: 'mapping', mapping: { columns: {}, dates: null } }],
    [[], { kind: 'bad-mapping', path: '$', expected: 'object' }],
    [{ dates: 'ymd' }, { kind: 'bad-mapping', path: 'dates', expected: 'iso, dmy, mdy' }],
    [{ columns: { firstName: 1 } }, { kind: 'bad-mapping', path: 'columns.firstName', expected: 'string' }],
    [{ column: {} }, { kind: 'bad-mapping', path: 'column', expected: 'columns, dates' }],
  ])('%j is checked', (document, expected) => {
    expect(checkMapping(document)).toEqual(expected);
  });
});
