import { dirname } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { catalogueCommand } from '../../src/cli/catalogue-command.ts';
import { type Change, writeSmallProgramme } from './support/small-programme.ts';

function sink() {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

const NOW = () => new Date('2018-06-01T08:00:00Z');

async function run(args: readonly string[], root = catalogueRoot(), input = '') {
  const stdout = sink();
  const stderr = sink();
  const code = await catalogueCommand(
    args,
    { stdin: Readable.from([input]), stdout: stdout.stream, stderr: stderr.stream },
    root,
    NOW,
  );
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

const BROKEN: readonly Change[] = [{ file: 'skills.yaml', find: 'role-based', put: 'forever' }];

describe('jalon catalogue check', () => {
  it('says that the delivered catalogue is right', async () => {
    const { code, stdout, stderr } = await run(['check']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^microsoft-competencies 2\S+: competencies: 21, options: 29, skills: 341, examples: \d+; no problem$/m,
    );
  });

  it('exits with 1 and lists each problem with file, line and column', async () => {
    const { code, stdout, stderr } = await run(['check', await writeSmallProgramme(BROKEN)]);
    expect(code).toBe(1);
    expect(stderr).toBe('small/skills.yaml:6:41: expected one of: role-based, none\n');
    expect(stdout).toBe('small: problems: 1; examples not run\n');
  });

  it('checks a folder of programmes as well as the folder of one', async () => {
    const folder = await writeSmallProgramme();
    const one = await run(['check', folder]);
    expect(one.stdout).toMatch(
      /^small .*: competencies: 1, options: 1, skills: 3, examples: 3; no problem\n$/,
    );
    expect(await run(['check', dirname(folder)])).toEqual(one);
  });

  it('gives the same as JSON', async () => {
    const { code, stdout } = await run(['check', await writeSmallProgramme(BROKEN), '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      programmes: [
        {
          id: 'small',
          version: null,
          examples: 0,
          problems: [
            { file: 'skills.yaml', line: 6, column: 41, message: 'expected one of: role-based, none' },
          ],
        },
      ],
    });
  });
});

describe('jalon catalogue list', () => {
  it('names every competency, option and level', async () => {
    const { code, stdout } = await run(['list']);
    expect(code).toBe(0);
    expect(stdout).toContain('\n  data-platform: Data Platform\n    big-data: silver, gold\n');
    expect(stdout).toContain('\n  security: Security\n    no published rules\n');
  });

  it('gives names in both languages as JSON', async () => {
    const { stdout } = await run(['list', '--json']);
    const { programmes } = JSON.parse(stdout);
    const programme = programmes.find(({ id }: { id: string }) => id === 'microsoft-competencies');
    expect(programme).toMatchObject({
      id: 'microsoft-competencies',
      documentedUntil: '2019-03-31',
      counts: { competencies: 21, options: 29, skills: 341 },
    });
    expect(programme.competencies[0].name).toEqual({
      en: 'Application Development',
      fr: 'Développement d’application',
    });
  });

  it('refuses a catalogue that cannot be read', async () => {
    const { code, stderr } = await run(['list'], dirname(await writeSmallProgramme(BROKEN)));
    expect(code).toBe(2);
    expect(stderr).toContain('skills.yaml:6:41: expected one of: role-based, none');
  });
});

it.each([
  [[], /check, list or impact is missing/],
  [['chek'], /unknown "chek"/],
  [['list', 'here'], /"here" is one argument too many/],
  [['check', 'a', 'b'], /"b" is one argument too many/],
  [['check', '--nope'], /Unknown option '--nope'/],
  [['check', '/no/such/folder'], /is not a folder/],
  [['check', dirname(import.meta.filename)], /holds no programme/],
])('jalon catalogue %j is bad usage', async (args, message) => {
  const { code, stdout, stderr } = await run(args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
});

describe('jalon catalogue impact', () => {
  const RETIRED: readonly Change[] = [
    { file: 'skills.yaml', find: 'title: First exam,', put: 'title: First exam, retired: 2018-06-30,' },
  ];
  const holder = (id: string) => ({
    id,
    records: [{ id: `${id}-1`, skill: 'exam:a', achievedOn: '2018-01-10' }],
  });
  const certified = {
    id: 'ana',
    records: [
      { id: 'a1', skill: 'exam:a', achievedOn: '2018-01-10' },
      { id: 'a2', skill: 'cert:c', achievedOn: '2018-01-10' },
    ],
  };
  const facts = [
    { partner: { id: 'holds' }, people: [certified, holder('bob')] },
    { partner: { id: 'lacks' }, people: [holder('cid')] },
  ];
  const lines = facts.map((each) => JSON.stringify(each)).join('\n');

  it('tells what differs, and which companies lose what on which day', async () => {
    const [from, to] = [await writeSmallProgramme(), await writeSmallProgramme(RETIRED)];
    const { code, stdout, stderr } = await run(
      ['impact', '--from', from, '--to', to, '--facts', '-'],
      from,
      lines,
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').slice(1)).toEqual([
      '  skill exam:a, retiredOn: none → 2018-06-30',
      '2 companies asked, 1 concerned',
      'holds',
      '  lost storage silver on 2019-07-01, until 2020-01-01',
      '',
    ]);
  });

  it('gives the same as JSON, and only the difference without facts', async () => {
    const [from, to] = [await writeSmallProgramme(), await writeSmallProgramme(RETIRED)];
    const asked = ['impact', '--from', from, '--to', to, '--json'];
    const { programmes, partners } = JSON.parse((await run([...asked, '--facts', '-'], from, lines)).stdout);
    expect(programmes).toMatchObject([{ programme: 'small', asOf: '2018-06-01', until: '2020-07-01' }]);
    expect(partners).toEqual([
      {
        partner: 'holds',
        programme: 'small',
        changes: [
          {
            kind: 'lost',
            competency: 'storage',
            level: 'silver',
            on: '2019-07-01',
            until: '2020-01-01',
            keptUntil: null,
          },
        ],
      },
    ]);
    expect(JSON.parse((await run(asked, from)).stdout)).toEqual({ programmes });
  });

  it('names what is wrong with the question', async () => {
    const folder = await writeSmallProgramme();
    const problem = async (...args: string[]) => (await run(['impact', ...args], folder)).stderr;
    expect(await problem('--from', folder)).toMatch(/^jalon catalogue: --to is missing/);
    expect(await problem('--from', folder, '--to', '/nowhere')).toBe(
      'jalon catalogue: /nowhere is not a folder\n',
    );
    expect(await problem('--from', folder, '--to', folder, '--as-of', '2018-02-30')).toBe(
      'jalon catalogue: --as-of 2018-02-30 is not an existing date (YYYY-MM-DD)\n',
    );
  });
});
