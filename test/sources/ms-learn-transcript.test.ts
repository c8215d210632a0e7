import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMsLearnTranscript } from '../../src/sources/ms-learn-transcript.ts';
import { answersOf, candidatesOf, findSkill } from './given-files.ts';

const parse = (text: string) => parseMsLearnTranscript(new TextEncoder().encode(text), findSkill);

function transcript(content: string | object) {
  const parsed = parse(typeof content === 'string' ? content : JSON.stringify(content));
  if (parsed.kind === 'failed') throw new Error(JSON.stringify(parsed.failure));
  return parsed.transcript;
}

describe('a shared transcript', () => {
  it('gives the certifications, exams and applied skills of one person', () => {
    const read = transcript(readFileSync('test/fixtures/ms-learn-transcript.json', 'utf8'));
    expect(read).toMatchObject({
      provider: 'microsoft-learning',
      accountId: '9900101',
      contactEmail: 'claire.exemple@mail.example',
      notUnderstood: [],
    });
    expect(
      candidatesOf(read.rows).map(({ skill, achievedOn, expiresOn }) => [skill, achievedOn, expiresOn]),
    ).toEqual([
      ['cert:azure-administrator-associate', '2025-11-03', '2026-11-03'],
      ['cert:azure-fundamentals', '2023-05-22', null],
      ['cert:mcsa-office-365', '2017-02-14', null],
      ['exam:70-346', '2016-12-01', null],
      ['exam:70-347', '2017-02-14', null],
      ['exam:70-764', '2018-01-10', null],
      ['exam:AZ-104', '2024-11-03', null],
      ['external:microsoft-applied-skills-configure-siem-security-operations', '2025-02-01', null],
    ]);
    expect(
      candidatesOf(read.rows).every(({ grade, source }) => grade === 3 && source === 'microsoft-learning'),
    ).toBe(true);
    expect(candidatesOf(read.rows)[0]).toMatchObject({ certificateNumber: 'C10001-ZZZ001', warnings: [] });
    expect(candidatesOf(read.rows).at(-1)).toMatchObject({
      externalId: '77AA11',
      warnings: [{ code: 'unknown-skill' }],
    });
  });

  it('with missing, empty and unknown keys says what it did not understand', () => {
    const read = transcript(readFileSync('test/fixtures/ms-learn-transcript-sparse.json', 'utf8'));
    expect(read.displayName).toBeNull();
    expect(read.notUnderstood).toEqual([
      { path: 'certificationData.somethingNew2027', reason: 'unknown-key' },
    ]);
    expect(candidatesOf(read.rows)).toMatchObject([
      { skill: 'cert:azure-administrator-associate', achievedOn: '2020-09-22', expiresOn: '2022-09-22' },
    ]);
  });

  it('with values of another type keeps the rest', () => {
    const read = transcript({
      docsId: 7,
      certificationData: {
        mcId: 9900103,
        activeCertifications: 'none',
        passedExams: [null, 3, { examNumber: 764, examDateTaken: '2018-01-10' }],
      },
      appliedSkillsData: [],
    });
    expect(read.accountId).toBe('9900103');
    expect(read.notUnderstood).toEqual([
      { path: 'appliedSkillsData', reason: 'wrong-type' },
      { path: 'certificationData.activeCertifications', reason: 'wrong-type' },
      { path: 'certificationData.passedExams[0]', reason: 'wrong-type' },
      { path: 'certificationData.passedExams[1]', reason: 'wrong-type' },
    ]);
    expect(candidatesOf(read.rows)).toMatchObject([{ skill: 'exam:70-764' }]);
  });

  it('rejects single items by name and place', () => {
    const read = transcript({
      certificationData: {
        mcid: '1',
        activeCertifications: [
          { name: 'Azure Fundamentals' },
          { name: 'Azure Fundamentals', dateEarned: '2023-02-30' },
          { dateEarned: '2023-02-28' },
          { name: 'Azure Fundamentals', dateEarned: '2023-02-28', status: 'Revoked' },
        ],
        passedExams: [
          { examNumber: 'AZ-104', examDateTaken: '2024-11-03', examPassed: false },
          { examNumber: 'AZ-104', examDateTaken: '2024-11-04' },
          { examNumber: 'az-104', examDateTaken: '2024-11-04T08:00:00Z' },
        ],
      },
    });
    expect(answersOf(read.rows)).toEqual([
      '1 missing-value certificationData.activeCertifications[0].dateEarned',
      '2 bad-date certificationData.activeCertifications[1].dateEarned',
      '3 missing-value certificationData.activeCertifications[2]',
      '4 taken',
      '5 not-passed certificationData.passedExams[0].examPassed',
      '6 taken',
      '7 repeats 6',
    ]);
    expect(candidatesOf(read.rows)[0]).toMatchObject({ revokedOn: '2023-02-28' });
  });

  it.each([
    ['broken JSON', '{\n  "docsId": "x",\n  "userName" "y"\n}', { kind: 'bad-json', line: 3, column: 14 }],
    ['truncated JSON', '{"docsId": "x", "certificationData": {', { kind: 'bad-json', line: 1, column: 39 }],
    ['an unfinished text', '{"docsId": "x', { kind: 'bad-json', line: 1, column: 14 }],
    ['a closing bracket too many', '{"docsId": 1}}', { kind: 'bad-json', line: 1, column: 14 }],
    ['a list', '[1]', { kind: 'wrong-top-level', found: 'array' }],
    ['null', 'null', { kind: 'wrong-top-level', found: 'null' }],
    ['other JSON', '{"partner":{"id":"x"}}', { kind: 'not-a-transcript', foundKeys: ['partner'] }],
    ['a table', 'a,b\n1,2\n', { kind: 'bad-json', line: 1, column: 1 }],
    ['nothing', '', { kind: 'empty-file' }],
    ['a web page', '<html></html>', { kind: 'wrong-format', found: 'html' }],
  ])('%s is refused with what and where', (_name, text, failure) => {
    expect(parse(text)).toEqual({ kind: 'failed', failure });
  });

  it('whose text is cut anywhere is refused with a place inside it', () => {
    const whole = readFileSync('test/fixtures/ms-learn-transcript.json', 'utf8');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.trimEnd().length - 1 }), (length) => {
        const parsed = parse(whole.slice(0, length));
        expect(parsed).toMatchObject({ kind: 'failed', failure: { kind: 'bad-json' } });
      }),
    );
  });

  it('that is random text is refused, never thrown at the caller', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\u01.e-tn \n') }), (text) => {
        expect(parse(text).kind).toBe('failed');
      }),
      { numRuns: 1000 },
    );
    expect(parse('['.repeat(200_000))).toMatchObject({ failure: { kind: 'bad-json', column: 200_001 } });
  });

  it('of any shape never makes the reader throw', () => {
    const certification = fc.record({
      name: fc.jsonValue(),
      dateEarned: fc.jsonValue(),
      status: fc.jsonValue(),
    });
    fc.assert(
      fc.property(
        fc.record({
          certificationData: fc.oneof(
            fc.jsonValue(),
            fc.record({ mcid: fc.jsonValue(), activeCertifications: fc.array(certification) }),
          ),
        }),
        (document) => {
          expect(parse(JSON.stringify(document)).kind).toBe('transcript');
        },
      ),
    );
  });
});
