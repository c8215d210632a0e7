import { describe, expect, it } from 'vitest';
import { checkProgramme } from '../../src/catalogue/check-programme.ts';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import { problemsAfter } from './support/problems-after.ts';
import { textOf, writeSmallProgramme } from './support/small-programme.ts';

const P = 'programme.yaml';
const S = 'skills.yaml';
const C = 'competencies/storage.yaml';

describe('the checker', () => {
  it('finds nothing wrong in a programme that is right', async () => {
    const { programme, problems, examples } = await checkProgramme(await writeSmallProgramme(), evaluate);
    expect(problems).toEqual([]);
    expect(programme?.competencies.map(({ id }) => id)).toEqual(['storage']);
    expect(examples.get('storage')).toHaveLength(3);
  });

  it.each([
    [
      'text that is not YAML',
      C,
      'levels:\n',
      'levels: [\n',
      /^competencies\/storage\.yaml:\d+:\d+: not valid YAML/,
    ],
    [
      'an unknown key',
      C,
      '            people: 2',
      '            people: 2\n            peple: 3',
      `${C}:14:13: unknown key \`peple\`; known here: people, holds, group, overlap, of-which`,
    ],
    [
      'a missing key',
      C,
      '            holds: { focus: Admin, any-of: [exam:a, exam:b] }\n',
      '',
      `${C}:13:13: \`holds\` is missing`,
    ],
    ['a key written twice', S, '  exam:b:', '  exam:a:', `${S}:5:3: \`exam:a\` is written twice; keep one`],
    [
      'a count that is a text',
      C,
      'people: 2',
      'people: two',
      `${C}:13:21: expected a whole number, 1 or more`,
    ],
    ['a count of nobody', C, 'people: 2', 'people: 0', `${C}:13:21: expected a whole number, 1 or more`],
    ['a threshold of nothing', C, 'min: 10', 'min: 0', `${C}:19:44: expected a number above 0`],
    [
      'more people inside than in all',
      C,
      'people: 1, also',
      'people: 3, also',
      `${C}:15:24: 3 of 2 people is impossible; lower the inner count`,
    ],
    [
      'an unknown skill',
      C,
      '[exam:a, exam:b]',
      '[exam:a, exam:z]',
      `${C}:14:53: unknown skill \`exam:z\`; add it to skills.yaml or correct the id`,
    ],
    [
      'an alias in a rule',
      C,
      '[exam:a, exam:b]',
      '[exam:old-a, exam:b]',
      `${C}:14:45: \`exam:old-a\` is an alias; rules name \`exam:a\``,
    ],
    [
      'an unknown metric',
      C,
      'performance: sales',
      'performance: seats',
      `${C}:19:32: unknown metric \`seats\`; add it to \`metrics\` of programme.yaml or correct the id`,
    ],
    [
      'an unknown asset',
      C,
      'asset: audit',
      'asset: adit',
      `${C}:20:26: unknown asset \`adit\`; add it to \`assets\` of programme.yaml or correct the id`,
    ],
    [
      'an unknown association type',
      C,
      '[reseller]',
      '[resaler]',
      `${C}:19:91: unknown association type \`resaler\`; add it to \`association-types\` of programme.yaml or correct the id`,
    ],
    [
      'an unknown focus area',
      C,
      'focus: Admin',
      'focus: Adm',
      `${C}:14:29: unknown focus area \`Adm\`; add it to \`focus-areas\` of programme.yaml or correct the id`,
    ],
    [
      'an unknown area',
      C,
      'area: data',
      'area: date',
      `${C}:3:7: unknown area \`date\`; add it to \`areas\` of programme.yaml or correct the id`,
    ],
    [
      'an unknown level',
      C,
      '      silver:',
      '      bronze:',
      `${C}:9:7: unknown level \`bronze\`; the levels are silver, gold`,
    ],
    [
      'an unknown window',
      C,
      'trailing-12-months',
      'some-year',
      `${C}:19:56: expected one of: trailing-12-months, last-month, anniversary-year, fiscal-year, year-over-year`,
    ],
    [
      'two kinds of requirement in one',
      C,
      '- { asset: audit }',
      '- { asset: audit, people: 1 }',
      `${C}:20:17: expected a requirement with exactly one of: all-of, any-of, people, performance, asset, score, asset-count, percent-of-staff, attained`,
    ],
    [
      'a branch without requirements',
      C,
      'any-of: [exam:a, exam:b]',
      'any-of: []',
      `${C}:14:20: \`any-of\` needs at least one skill`,
    ],
    [
      'a missing French name',
      C,
      'name: { en: Storage, fr: Stockage }',
      'name: { en: Storage }',
      `${C}:2:7: the French text (\`fr\`) is missing`,
    ],
    [
      'a missing English name',
      C,
      'name: { en: Only, fr: Seule }',
      'name: { fr: Seule }',
      `${C}:7:11: the English text (\`en\`) is missing`,
    ],
    [
      'a missing source of a competency',
      C,
      'source: { text: The page of the vendor, confidence: high }\n',
      '',
      `${C}:1:1: \`source\` is missing`,
    ],
    [
      'a missing source of a skill',
      S,
      ', source: page }\n  exam:b',
      ' }\n  exam:b',
      `${S}:4:11: \`source\` is missing`,
    ],
    [
      'a source nobody described',
      S,
      'First exam, source: page',
      'First exam, source: pages',
      `${S}:4:40: unknown source \`pages\`; add it to \`sources\``,
    ],
    [
      'sets that overlap',
      C,
      'until: 2020-01-01',
      'until: 2020-02-01',
      `${C}:16:11: this set overlaps the one before; end that one with \`until\` on or before this \`from\``,
    ],
    [
      'a set that ends before it starts',
      C,
      'until: 2020-01-01',
      'until: 2017-01-01',
      `${C}:10:11: \`until\` must be later than \`from\``,
    ],
    [
      'a date that does not exist',
      C,
      'from: 2017-07-01',
      'from: 2017-02-30',
      `${C}:10:17: expected a date that exists, written YYYY-MM-DD`,
    ],
    [
      'an alias to nowhere',
      S,
      'exam:old-a: exam:a',
      'exam:old-a: exam:z',
      `${S}:8:15: unknown skill \`exam:z\`; add it to \`skills\` or correct the id`,
    ],
    [
      'an alias that is a skill',
      S,
      'exam:old-a: exam:a',
      'exam:b: exam:a',
      `${S}:8:3: \`exam:b\` is a skill itself and cannot be an alias`,
    ],
    [
      'a replacement nobody described',
      S,
      'replaced-by: [exam:a]',
      'replaced-by: [exam:z]',
      `${S}:5:47: unknown skill \`exam:z\`; add it to \`skills\` or correct the id`,
    ],
    [
      'an id of no known kind',
      S,
      'cert:c:',
      'certificate:c:',
      `${S}:6:3: \`certificate:c\` is not a skill id; write one of exam:, cert:, assessment:, external:, credential:<code>`,
    ],
    [
      'a certification without title',
      S,
      'title: Certified, ',
      '',
      `${S}:6:11: \`title\` is missing (only exams may go without)`,
    ],
    [
      'a validity class nobody knows',
      S,
      'role-based',
      'role-base',
      `${S}:6:41: expected one of: role-based, none`,
    ],
    [
      'two options of one id',
      C,
      '  - id: only\n',
      '  - { id: only, name: { en: A, fr: A }, levels: {} }\n  - id: only\n',
      `${C}:7:5: option \`only\` is written twice; give each its own id`,
    ],
    [
      'two levels of one rank',
      P,
      'rank: 2',
      'rank: 1',
      `${P}:7:9: another level has rank 1; give each level its own`,
    ],
    [
      'validity rules out of order',
      P,
      '- { years: 2 }',
      '- { from: 2022-01-01, years: 2 }',
      `${P}:12:5: validity rules go from the oldest to the newest, each with a later \`from\``,
    ],
    [
      'a kind of metric nobody knows',
      P,
      'kind: revenue',
      'kind: money',
      `${P}:14:51: expected one of: revenue, active-usage, seats-deployed, new-customers, opportunities, certified-people`,
    ],
    [
      'a programme called otherwise than its folder',
      P,
      'programme: small',
      'programme: tiny',
      `${P}:1:12: the folder is called \`small\`; give both the same name`,
    ],
    [
      'a competency called otherwise than its file',
      C,
      'competency: storage',
      'competency: store',
      `${C}:1:13: this file must say \`storage\`, like its name`,
    ],
    [
      'a competency that has no file',
      P,
      '[storage]',
      '[storage, backup]',
      `${P}:23:25: there is no file competencies/backup.yaml; add it or take it off the list`,
    ],
    [
      'a competency listed twice',
      P,
      '[storage]',
      '[storage, storage]',
      `${P}:23:25: competency \`storage\` is listed twice; keep one`,
    ],
    [
      'reminders that do not come nearer',
      P,
      'documented-until: 2030-12-31',
      'documented-until: 2030-12-31\nreminders: { certificates: [30, 60] }',
      `${P}:5:33: reminders go from the earliest to the last: fewer days than the one before`,
    ],
    [
      'a reminder on no day before',
      P,
      'documented-until: 2030-12-31',
      'documented-until: 2030-12-31\nreminders: { overrides: [-90, 7] }',
      `${P}:5:26: expected a whole number, 1 or more`,
    ],
    [
      'reminders of something else',
      P,
      'documented-until: 2030-12-31',
      'documented-until: 2030-12-31\nreminders: { orders: [7] }',
      `${P}:5:14: unknown key \`orders\`; known here: certificates, overrides, pmc-window`,
    ],
    ['a file that is not listed', P, '[storage]', '[]', `${C}: not listed in programme.yaml; list it`],
    ['no skills at all', S, textOf(S), '', `${S}: cannot be read; a programme needs it`],
  ])('reports %s', async (_what, file, find, put, message) => {
    expect(await problemsAfter(file, find, put)).toContainEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });
});
