/** `jalon catalogue learn`: a catalogue file of Microsoft Learn held against the delivered rules, from the command line. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { checkProgramme } from '../../src/catalogue/check-programme.ts';
import { catalogueLearnCommand } from '../../src/cli/catalogue-learn-command.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import { DEFAULT_TABLE_LIMITS } from '../../src/files/table.ts';
import { writeSmallProgramme } from '../catalogue/support/small-programme.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalon-learn-'));
const NOW = () => new Date('2026-11-22T10:00:00Z');

const LEARN = {
  certifications: [
    {
      uid: 'certification.azure-administrator',
      title: 'Microsoft Certified: Azure Administrator Associate',
      retirement_date: '2027-03-31T00:00:00Z',
      renewal_frequency_in_days: 400,
    },
  ],
  exams: [
    { uid: 'exam.az-900', title: 'Exam AZ-900: Foundations of Azure' },
    { uid: 'exam.zz-999', title: 'Exam ZZ-999: Nobody asks for it' },
  ],
  appliedSkills: [{ uid: 7 }],
};

const OF_SMALL = {
  certifications: [{ uid: 'certification.c', title: 'Certified Anew', renewal_frequency_in_days: 400 }],
  exams: [
    { uid: 'exam.a', retirement_date: '2027-03-31' },
    { uid: 'exam.zz-999', title: 'Exam ZZ-999: Nobody asks for it' },
  ],
  appliedSkills: [{ uid: 7 }],
};

let files = 0;
function fileWith(content: unknown): string {
  const path = join(folder, `learn-${files++}.json`);
  const raw = typeof content === 'string' || Buffer.isBuffer(content);
  writeFileSync(path, raw ? content : JSON.stringify(content));
  return path;
}

async function textOf(stream: PassThrough): Promise<string> {
  return Buffer.concat(await stream.toArray()).toString();
}

async function run(...args: readonly string[]) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const told = Promise.all([textOf(stdout), textOf(stderr)]);
  const command = {
    name: 'catalogue learn',
    summary: '',
    help: '',
    run: (own: string[]) =>
      catalogueLearnCommand(own, { stdin: Readable.from([]), stdout, stderr }, catalogueRoot(), NOW),
  };
  const io = { stdin: Readable.from([]), stdout, stderr };
  const exitCode = await runCommand([command], ['catalogue', 'learn', ...args], io, '0.0.0');
  stdout.end();
  stderr.end();
  const [out, err] = await told;
  return { exitCode, out, err: err.replaceAll(folder, '') };
}

describe('jalon catalogue learn', () => {
  it('says in words what the file says otherwise, and what of it is not taken', async () => {
    const { exitCode, out, err } = await run(fileWith(OF_SMALL), '--catalogue', await writeSmallProgramme());
    expect([exitCode, err]).toEqual([0, '']);
    expect(out.split('\n').slice(1)).toEqual([
      'skills read: 3, of which the programme names: 2',
      '2 differences',
      '  cert:c (Certified)',
      '    title: Certified → Certified Anew',
      '  exam:a (First exam)',
      '    retirement: none → 31 March 2027',
      'left out: cert:c: a renewal every 400 days, which the rules of the programme do not know',
      'skills that the programme does not name, not used: 1 (--json lists them)',
      'places of the file that were not understood: 1',
      '  appliedSkills[0].uid',
      '',
    ]);
  });

  it('says the same in French, and only what is to be taken', async () => {
    const small = await writeSmallProgramme();
    const { exitCode, out } = await run(
      fileWith(OF_SMALL),
      ...['--catalogue', small, '--lang', 'fr', '--take', 'retired'],
    );
    expect(exitCode).toBe(0);
    expect(out).toContain('1 différence\n');
    expect(out).toContain('    retrait\u202f: aucun → 31 mars 2027\n');
    expect(out).not.toContain('Certified Anew');
  });

  it('writes the whole programme with exactly these differences, which passes the check', async () => {
    const draft = join(folder, 'drafts', 'new');
    const { exitCode, out } = await run(fileWith(LEARN), '--out', draft);
    expect(exitCode).toBe(0);
    expect(out).toContain(`draft written: ${draft} (changed: microsoft-skills.yaml)\n`);
    const text = (root: string) => readFileSync(join(root, 'microsoft-skills.yaml'), 'utf8').split('\n');
    const [before, after] = [new Set(text(catalogueRoot())), new Set(text(draft))];
    expect([...after].filter((line) => !before.has(line))).toEqual([
      '  ms-learn-2026-11-22: Catalogue of Microsoft Learn, file read on 2026-11-22',
      expect.stringMatching(
        /^ {2}cert:azure-administrator-associate: \{ .*retired: 2027-03-31.*ms-learn-2026-11-22/,
      ),
      expect.stringMatching(/^ {2}exam:AZ-900: \{ title: Foundations of Azure, .*ms-learn-2026-11-22/),
    ]);
    expect([...before].filter((line) => !after.has(line))).toHaveLength(2);
    const { problems, examples } = await checkProgramme(join(draft, 'microsoft-competencies'), evaluate);
    expect(problems).toEqual([]);
    expect(examples.size).toBeGreaterThan(10);
    expect(readdirSync(join(folder, 'drafts'))).toEqual(['new']);
    // What was taken over is not a difference any more, and the delivered files are as they were.
    const again = await run(fileWith(LEARN), '--catalogue', draft, '--out', join(folder, 'drafts', 'again'));
    expect([again.exitCode, again.out]).toEqual([0, expect.stringContaining('nothing differs\n')]);
    expect(again.out).toContain('no draft was written\n');
    expect(readdirSync(join(folder, 'drafts'))).toEqual(['new']);
    expect((await run(fileWith(LEARN))).out).toContain('2 differences\n');
    // Every example of a large programme is run, each time.
  }, 90_000);

  it('gives the same as JSON, with what the programme does not name', async () => {
    const draft = join(folder, 'as-json');
    const { exitCode, out } = await run(
      fileWith(LEARN),
      '--json',
      '--programme',
      'solutions-partner',
      '--out',
      draft,
    );
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      programme: 'solutions-partner',
      read: 3,
      known: 2,
      changes: [
        { skill: 'cert:azure-administrator-associate', field: 'retired', before: null, after: '2027-03-31' },
        { skill: 'exam:AZ-900', field: 'title', after: 'Foundations of Azure' },
      ],
      leftOut: [{ reason: 'renewal', value: '400' }],
      unknown: [{ uid: 'exam.zz-999', title: 'Nobody asks for it', ambiguous: false }],
      notUnderstood: ['appliedSkills[0].uid'],
      problems: [],
      draft: { folder: draft, changed: ['microsoft-skills.yaml'] },
    });
  });

  it('exits with 1 where an example comes out otherwise, names it, and writes the draft to be mended', async () => {
    const small = await writeSmallProgramme();
    const draft = join(folder, 'to-mend');
    // The exam was retired so long before that it does not count any more on the day of the example.
    const retired = fileWith({ exams: [{ uid: 'exam.a', retirement_date: '2016-01-01' }] });
    const { exitCode, out, err } = await run(retired, '--catalogue', small, '--out', draft);
    expect(exitCode).toBe(1);
    expect(err).toMatch(/^small\/examples\/storage\.yaml:\d+:\d+: /);
    expect(out).toMatch(/problems to mend in the draft: [1-9]/);
    expect(readFileSync(join(draft, 'small', 'skills.yaml'), 'utf8')).toContain('retired: 2016-01-01');
  });

  it.each([
    ['no file', () => [join(folder, 'nowhere.json')], /nowhere\.json cannot be read: there is no such file/],
    ['a folder', () => [folder], /cannot be read: it is a folder/],
    ['an empty file', () => [fileWith('')], /empty-file: the file is empty/],
    ['a broken one', () => [fileWith('{\n  "exams": [,]\n}')], /json, line 2, column 13: bad-json: /],
    [
      'a workbook',
      () => [fileWith(Buffer.from('PK\u0003\u0004 and so on'))],
      /wrong-format: this is not JSON \(found: zip\)/,
    ],
    [
      'other JSON',
      () => [fileWith({ users: [], roles: [] })],
      /not-a-catalogue: .*\(keys found: users, roles\)/,
    ],
    ['a list', () => [fileWith([])], /not-a-catalogue: .*\(keys found: none\)/],
    [
      'a huge one',
      () => [fileWith(Buffer.alloc(DEFAULT_TABLE_LIMITS.maxBytes + 1, ' '))],
      /file-too-large: .*26214401 bytes, at most 26214400/,
    ],
    [
      'an unknown programme',
      () => [fileWith(LEARN), '--programme', 'none'],
      /--programme none is not in the catalogue \(it has: /,
    ],
    [
      'an unknown part',
      () => [fileWith(LEARN), '--take', 'title,price'],
      /--take "price" is not one of title, retired, validity/,
    ],
    ['a catalogue that is none', () => [fileWith(LEARN), '--catalogue', tmpdir()], /holds no programme/],
    ['a second file', () => [fileWith(LEARN), 'other.json'], /"other\.json" is one argument too many/],
    ['nothing', () => [], /FILE is missing/],
  ] as const)('refuses %s with 2 and one line', async (_what, args, message) => {
    const { exitCode, out, err } = await run(...args());
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).toMatch(/^jalon catalogue learn: [^\n]*\n$/);
  });

  it('does not touch a folder with something in it', async () => {
    const full = join(folder, 'full');
    mkdirSync(full);
    writeFileSync(join(full, 'own.yaml'), 'own: true\n');
    const refused = await run(fileWith(LEARN), '--out', full);
    expect([refused.exitCode, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain('is there already. Name a new or an empty folder. Nothing was written.');
    expect(readdirSync(full)).toEqual(['own.yaml']);
  });
});
