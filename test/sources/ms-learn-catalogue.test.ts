import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type LearnCatalogue, parseMsLearnCatalogue } from '../../src/sources/ms-learn-catalogue.ts';

const FILE = readFileSync(new URL('../fixtures/ms-learn-catalogue.json', import.meta.url));

function read(content: string | Uint8Array): LearnCatalogue {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const parsed = parseMsLearnCatalogue(bytes);
  if (parsed.kind === 'failed') throw new Error(parsed.failure.kind);
  return parsed.catalogue;
}

function failure(content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const parsed = parseMsLearnCatalogue(bytes);
  return parsed.kind === 'failed' ? parsed.failure : null;
}

const entry = (catalogue: LearnCatalogue, uid: string) => catalogue.entries.find((each) => each.uid === uid);

describe('a catalogue file of Microsoft Learn', () => {
  it('tells of certifications, merged ones, exams and applied skills, and of nothing else', () => {
    const { entries } = read(FILE);
    expect(entries.map(({ uid, kind }) => [uid, kind])).toEqual([
      ['certification.azure-administrator', 'certification'],
      ['certification.azure-fundamentals', 'certification'],
      ['certification.azure-data-scientist', 'certification'],
      ['exam.az-104', 'exam'],
      ['exam.70-764', 'exam'],
      ['exam.zz-999', 'exam'],
      ['applied-skill.nobody-names-this', 'credential'],
    ]);
  });

  it('gives titles without what every one begins with, days of retirement, and days of renewal', () => {
    const catalogue = read(FILE);
    expect(entry(catalogue, 'certification.azure-administrator')).toEqual({
      uid: 'certification.azure-administrator',
      kind: 'certification',
      codes: ['azure-administrator'],
      title: 'Azure Administrator Associate',
      retiredOn: '2027-03-31',
      renewalDays: 365,
    });
    expect(entry(catalogue, 'exam.70-764')).toMatchObject({
      codes: ['70-764'],
      title: 'Administering a SQL Database Infrastructure',
      retiredOn: '2021-01-31',
      renewalDays: null,
    });
  });

  it('names what it did not understand, and takes the rest', () => {
    const { notUnderstood } = read(FILE);
    expect(notUnderstood.map(({ path }) => path)).toEqual([
      'somethingNew',
      'certifications[1]',
      'certifications[2].uid',
      'exams[0].retirement_date',
    ]);
  });

  it('reads keys without underscores, and what two parts say of one certification together', () => {
    const catalogue = read(
      JSON.stringify({
        mergedCertifications: [{ uid: 'certification.a', title: 'A', retirementDate: '2027-01-31' }],
        certifications: [{ uid: 'certification.a', title: 'Other', renewalFrequencyInDays: '365' }],
      }),
    );
    expect(catalogue.entries).toEqual([
      {
        uid: 'certification.a',
        kind: 'certification',
        codes: ['a'],
        title: 'A',
        retiredOn: '2027-01-31',
        renewalDays: 365,
      },
    ]);
  });

  it.each([
    ['nothing', '', 'empty-file'],
    ['blanks', ' \n', 'empty-file'],
    ['rubbish', 'no JSON at all {', 'bad-json'],
    ['a list', '[1, 2]', 'not-a-catalogue'],
    ['another document', '{"people": []}', 'not-a-catalogue'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'wrong-format'],
  ])('is refused when it is %s', (_, content, kind) => {
    expect(failure(content)).toMatchObject({ kind });
  });

  it('is refused with its line when it has been cut off, wherever that was', () => {
    const text = FILE.toString('utf8');
    for (let length = 200; length < text.length - 2; length += 97) {
      expect(failure(text.slice(0, length))).toMatchObject({ kind: 'bad-json' });
    }
    const lines = text.slice(0, 600).split('\n').length;
    expect(failure(text.slice(0, 600))).toMatchObject({ line: lines });
  });

  it('is refused when it is larger than a file may be, without being unfolded', () => {
    expect(failure(new Uint8Array(26 * 1024 * 1024).fill(0x20))).toMatchObject({ kind: 'file-too-large' });
  });

  it('says of a part with many broken items how many there are, and lists a hundred', () => {
    const broken = Array.from({ length: 1_000 }, (_, place) => place);
    const catalogue = read(JSON.stringify({ exams: broken, certifications: 'none' }));
    expect(catalogue.notUnderstood).toHaveLength(100);
    expect(catalogue.notUnderstoodMore).toBe(901);
    expect(catalogue.entries).toEqual([]);
  });

  it('reads two hundred thousand entries', () => {
    const exams = Array.from(
      { length: 200_000 },
      (_, place) => `{"uid":"exam.x-${place}","title":"X ${place}"}`,
    );
    expect(read(`{"exams":[${exams.join(',')}]}`).entries).toHaveLength(200_000);
  });
});
