import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseInsightsTrainingsFile } from '../../src/sources/insights-trainings-file.ts';
import { answersOf, candidatesOf, findSkill, rowsOf, tableOf } from './given-files.ts';

const HEADER =
  'TrainingActivityId,TrainingTitle,TrainingType,Email,CorpEmail,TrainingCompletionDate,Month,MCPID,ExpirationDate,ActivationStatus';

const trainings = async (content: Uint8Array | string) =>
  rowsOf(parseInsightsTrainingsFile(await tableOf(content), findSkill));
const training = async (...lines: string[]) => trainings([HEADER, ...lines].join('\n'));

describe('an export of trainings', () => {
  it('joins people by MCPID, reads codes and titles, and answers the second copy of a row as repeated', async () => {
    const rows = await trainings(readFileSync('test/fixtures/insights-trainings.csv'));
    expect(answersOf(rows)).toEqual(['2 taken', '3 taken', '4 taken', '5 taken', '6 taken', '7 repeats 5']);
    expect(candidatesOf(rows)).toMatchObject([
      { accountId: '9900101', skill: 'exam:AZ-104', workEmail: 'claire@contoso.example', grade: 2 },
      { accountId: '9900101', skill: 'cert:azure-administrator-associate', expiresOn: '2026-11-03' },
      { accountId: '9900102', skill: 'exam:70-764', provider: 'microsoft-learning', workEmail: null },
      { accountId: '9900102', skill: 'exam:70-765', warnings: [] },
      {
        accountId: null,
        workEmail: 'yann@contoso.example',
        skill: 'assessment:TA-DP-FOUNDATIONAL',
        provider: 'partner-university',
        source: 'partner-university',
      },
    ]);
  });

  it('knows numbered certifications, and falls back to the title of the row', async () => {
    const rows = await training(
      '3051,,Certification,,,2020-11-03,Nov-20,1,,',
      '9999,Azure Fundamentals,Certification,,,2020-11-03,Nov-20,1,,',
      'AZ-104,Azure Administrator Associate,Certification,,,2021-11-03,Nov-21,1,,',
    );
    expect(candidatesOf(rows).map(({ skill }) => skill)).toEqual([
      'cert:azure-administrator-associate',
      'cert:azure-fundamentals',
      'cert:azure-administrator-associate',
    ]);
  });

  it('settles a title that an exam and a certification share by the type of the row', async () => {
    const rows = await training(
      ',Designing Big Data,Exam,,,2018-01-10,,1,,',
      ',Designing Big Data,Certification,,,2018-01-10,,1,,',
      ',Designing Big Data,Course,,,2018-01-10,,1,,',
    );
    expect(answersOf(rows)).toEqual(['2 taken', '3 taken', '4 ambiguous-skill trainingTitle']);
    expect(candidatesOf(rows).map(({ skill }) => skill)).toEqual(['exam:70-475', 'cert:designing-big-data']);
  });

  it('reads US dates and instants, and asks where two readings exist', async () => {
    const rows = await training(
      'AZ-104,,Exam,,,11/23/2024 12:00:00 AM,Nov-24,1,2025-11-23T23:59:59Z,Active',
      'AZ-104,,Exam,,,11/03/2024,Nov-24,1,,',
    );
    expect(answersOf(rows)).toEqual(['2 taken', '3 ambiguous-date trainingCompletionDate']);
    expect(candidatesOf(rows)).toMatchObject([{ achievedOn: '2024-11-23', expiresOn: '2025-11-23' }]);
  });

  it('keeps a row whose address is masked when the account is known, and rejects it when nobody is', async () => {
    const rows = await training(
      'AZ-104,,Exam,,***,2024-11-23,,1,,',
      'AZ-104,,Exam,,***,2024-11-23,,,,',
      'AZ-104,,Exam,,,2024-11-23,,0,,',
      'AZ-104,,Exam,a@mail.example,,2024-11-23,,,,',
    );
    expect(answersOf(rows)).toEqual(['2 taken', '3 bad-email corpEmail', '4 missing-value mcpId', '5 taken']);
    expect(candidatesOf(rows)[0]).toMatchObject({
      workEmail: null,
      warnings: [{ code: 'bad-email-ignored' }],
    });
  });

  it('says when an expiry or a revocation has no date; a revoked record counts on no day', async () => {
    const rows = await training(
      'AZ-104,,Exam,,,2024-11-23,,1,,Expired',
      'AZ-104,,Exam,,,2023-11-23,,1,,Revoked',
      'AZ-104,,Exam,,,2022-11-23,,1,,Retired',
    );
    expect(candidatesOf(rows)).toMatchObject([
      { revokedOn: null, warnings: [{ code: 'expired-without-date' }] },
      { revokedOn: '2023-11-23', warnings: [{ code: 'revocation-date-unknown' }] },
      { revokedOn: null, warnings: [] },
    ]);
  });
});
