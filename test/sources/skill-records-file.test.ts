import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSkillRecordsFile } from '../../src/sources/skill-records-file.ts';
import { answersOf, candidatesOf, findSkill, rowsOf, tableOf } from './given-files.ts';

const records = async (content: Uint8Array | string) =>
  rowsOf(parseSkillRecordsFile(await tableOf(content), findSkill));

describe('a skill records file', () => {
  it('gives candidates and named rejections, and guesses no date', async () => {
    const rows = await records(readFileSync('test/fixtures/skill-records.csv'));
    expect(answersOf(rows)).toEqual([
      '2 taken',
      '3 taken',
      '4 taken',
      '5 taken',
      '6 ambiguous-date achievedOn',
      '7 bad-date achievedOn',
    ]);
    expect(rows[4]).toMatchObject({ rejection: { value: '03/04/2018' } });
    expect(candidatesOf(rows)).toMatchObject([
      {
        accountId: '9900101',
        skill: 'exam:70-347',
        achievedOn: '2017-02-14',
        source: 'microsoft-learning',
        grade: 1,
      },
      { skill: 'exam:70-762', warnings: [] },
      {
        provider: 'openedx',
        source: 'openedx',
        skill: 'external:introduction-to-data',
        certificateNumber: 'OX-1',
        warnings: [{ code: 'unknown-skill', value: 'Introduction to Data' }],
      },
      { skill: 'external:exam-99-999', warnings: [{ code: 'unknown-skill' }] },
    ]);
  });

  it('reads a date as the mapping says', async () => {
    const table = await tableOf(readFileSync('test/fixtures/skill-records.csv'));
    const rows = rowsOf(parseSkillRecordsFile(table, findSkill, { columns: {}, dates: 'dmy' }));
    expect(candidatesOf(rows).at(-1)).toMatchObject({ line: 6, achievedOn: '2018-04-03' });
  });

  it('answers the same completion again as repeated, whatever else the row says', async () => {
    const rows = await records(
      'E-mail;Fournisseur;ID de compte;Qualification;Obtenu le;Date d’expiration\n' +
        'a@b.example;MS Learn;1;70-764;2018-01-10;\n' +
        'a@b.example;Microsoft Learning;1;764;2018-01-10;2020-01-10\n' +
        'a@b.example;Microsoft Learning;2;764;2018-01-10;\n',
    );
    expect(answersOf(rows)).toEqual(['2 taken', '3 repeats 2', '4 taken']);
  });

  it.each([
    ['MS Learn', 'microsoft-learning'],
    ['Université des partenaires', 'partner-university'],
    ['université partenaire', 'partner-university'],
    ['Open edX', 'openedx'],
    ['Autre École', 'autre-ecole'],
  ])('knows the provider « %s »', async (name, provider) => {
    const rows = await records(
      `E-mail;Fournisseur;Qualification;Obtenu le\na@b.example;${name};764;2018-01-10\n`,
    );
    expect(candidatesOf(rows)).toMatchObject([{ provider, source: provider, accountId: null }]);
  });

  it('without a provider assumes the one that issues the skill, and says so', async () => {
    const rows = await records(
      'E-mail;Qualification;Obtenu le\na@b.example;764;2018-01-10\na@b.example;Technical Assessment for Data Platform – Foundational;2018-01-10\n',
    );
    expect(candidatesOf(rows).map(({ provider, warnings }) => [provider, warnings[0]?.code])).toEqual([
      ['microsoft-learning', 'provider-assumed'],
      ['partner-university', 'provider-assumed'],
    ]);
  });

  it('accepts one column for e-mail or account', async () => {
    const rows = await records(
      'Work e-mail or account id,Provider,Skill id or title,Achieved on\n9900101,MS Learn,764,2018-01-10\na@b.example,MS Learn,764,2018-01-10\n',
    );
    expect(candidatesOf(rows)).toMatchObject([
      { accountId: '9900101', workEmail: null },
      { accountId: null, workEmail: 'a@b.example' },
    ]);
  });

  it('rejects a title that two skills share, an expiry before the completion, and rows without holder or skill', async () => {
    const rows = await records(
      [
        'E-mail;Fournisseur;Qualification;Obtenu le;Date d’expiration',
        'a@b.example;MS Learn;Designing Big Data;2018-01-10;',
        'a@b.example;MS Learn;764;2018-01-10;2017-01-10',
        ';MS Learn;764;2018-01-10;',
        'a@b.example;MS Learn;;2018-01-10;',
        'a@b.example;MS Learn;764;;',
        'pas-une-adresse;MS Learn;764;2018-01-10;',
      ].join('\n'),
    );
    expect(answersOf(rows)).toEqual([
      '2 ambiguous-skill skill',
      '3 expires-before-achieved expiresOn',
      '4 missing-value workEmail',
      '5 missing-value skill',
      '6 missing-value achievedOn',
      '7 bad-email workEmail',
    ]);
  });
});
