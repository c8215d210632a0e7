/** One question about one day has one answer, whoever is asked: the pages' lists, the files, the commands. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsOf } from '../../src/cli/commands.ts';
import type { CommandContext } from '../../src/cli/jalon.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import type { CompetencyStatus } from '../../src/contract/competencies.ts';
import type { SkillsReportRow } from '../../src/contract/skills-report.ts';
import type { AttainedLevel } from '../../src/domain/evaluation/evaluation-result.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { commandContext } from '../support/command-context.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const PARTNER = 'contoso';
const contoso = `/api/v1/partners/${PARTNER}`;

let server: DemoServer;
let admin: Browser;
let folder = '';
let factsFile = '';
let context: CommandContext;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-as-of-'));
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
  context = commandContext(server);
  await writeFacts();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The facts of the company as a document, for the commands that know no database. */
async function writeFacts(): Promise<void> {
  const { answers, programmesOf } = server.services;
  const partner = PARTNER as PartnerId;
  const [{ programme }] = await programmesOf(partner);
  const { facts } = await answers.of(partner, programme, { validAt: '2026-11-21', knownAt: null });
  factsFile = join(folder, 'facts.json');
  writeFileSync(factsFile, JSON.stringify(facts));
}

async function jalon(...args: string[]): Promise<string> {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  const io = { stdin: Readable.from([]), stdout: stream, stderr: stream };
  await runCommand(commandsOf(context), args, io, '0.0.0');
  return Buffer.concat(chunks).toString('utf8');
}

interface Times {
  readonly asOf: string;
  readonly knownAt?: string;
}

const addressOf = ({ asOf, knownAt }: Times) =>
  `asOf=${asOf}${knownAt === undefined ? '' : `&knownAt=${knownAt}`}`;
const optionsOf = ({ asOf, knownAt }: Times) => [
  ...['--as-of', asOf],
  ...(knownAt === undefined ? [] : ['--known-at', knownAt]),
];

const levelText = ({ competency, level }: AttainedLevel) => `${competency} ${level}`;

/** What is attained on the day, by each place that says it. */
async function attained(times: Times): Promise<Record<string, string[]>> {
  const list = (await admin.get(`${contoso}/competencies?${addressOf(times)}`)).json();
  const overview = (await admin.get(`${contoso}/overview?${addressOf(times)}`)).json();
  const details: string[] = [];
  for (const { competency } of list.value as CompetencyStatus[]) {
    const path = `${contoso}/competencies/${competency}?${addressOf(times)}`;
    const { attained: level } = (await admin.get(path)).json();
    if (level !== null) details.push(`${competency} ${level.level}`);
  }
  const evaluated = JSON.parse(await jalon('evaluate', '--facts', factsFile, ...optionsOf(times)));
  return {
    list: (list.value as CompetencyStatus[])
      .filter((status) => status.attained !== null)
      .map((status) => `${status.competency} ${status.attained!.level}`)
      .sort(),
    overview: overview.hold.map(levelText).sort(),
    details: details.sort(),
    evaluate: evaluated.attained.map(levelText).sort(),
  };
}

/** The rows of the report, by each place that gives them: person, skill, whether it counts. */
async function reportRows(times: Times): Promise<Record<string, string[]>> {
  const page = (await admin.get(`${contoso}/skills-report?${addressOf(times)}`)).json();
  const file = await admin.get(`${contoso}/skills-report?${addressOf(times)}&format=tsv&lang=en`);
  const command = ['report', 'skills', '--partner', PARTNER, '--lang', 'en', '--format'];
  const printed = await jalon(...command, 'tsv', ...optionsOf(times));
  const json = JSON.parse(await jalon(...command, 'json', ...optionsOf(times)));
  const text = ({ workEmail, skillId, countsNow }: SkillsReportRow) =>
    `${workEmail} ${skillId} ${countsNow ? 'Yes' : 'No'}`;
  const lines = (tsv: string) =>
    tsv
      .replace('\uFEFF', '')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split('\t'))
      .map((cells) => `${cells[2]} ${cells[7]} ${cells[15]}`);
  return {
    page: page.value.map(text).sort(),
    file: lines(file.body).sort(),
    command: lines(printed).sort(),
    json: json.value.map(text).sort(),
  };
}

function allAgree(answers: Record<string, string[]>): string[] {
  const [[, first], ...others] = Object.entries(answers) as [[string, string[]], ...[string, string[]][]];
  for (const [place, answer] of others) expect([place, answer]).toEqual([place, first]);
  return first;
}

const GOLD = 'data-platform gold';

describe('pages, files and commands agree', () => {
  it.each([
    ['the last day of the PMC window', '2026-12-14', true],
    ['the first day after it', '2026-12-15', false],
    ['the day after that', '2026-12-16', false],
  ])('about %s, projected', async (_, asOf, held) => {
    expect(allAgree(await attained({ asOf })).includes(GOLD)).toBe(held);
    expect(allAgree(await reportRows({ asOf })).length).toBeGreaterThan(0);
  });

  it.each([
    ['the day before an expiry', '2027-07-20', 'Yes'],
    ['its last valid day', '2027-07-21', 'Yes'],
    ['the day after it', '2027-07-22', 'No'],
  ])('about %s', async (_, asOf, counts) => {
    const rows = allAgree(await reportRows({ asOf }));
    expect(rows).toContain(`zoe@contoso.example assessment:TA-SQL-2016 ${counts}`);
    allAgree(await attained({ asOf }));
  });

  it.each([
    ['the day before somebody left', '2026-07-20', 'Yes', 'active'],
    ['the day he left', '2026-07-21', 'No', 'left'],
  ])('about %s', async (_, asOf, counts, status) => {
    const rows = allAgree(await reportRows({ asOf }));
    expect(rows).toContain(`thomas.vidal@contoso.example exam:74-343 ${counts}`);
    const page = (await admin.get(`${contoso}/skills-report?asOf=${asOf}&search=vidal`)).json();
    expect(new Set(page.value.map((row: SkillsReportRow) => row.userStatus))).toEqual(new Set([status]));
    const users = (await admin.get(`${contoso}/users?asOf=${asOf}&search=vidal`)).json();
    expect(users.value[0].status).toBe(status);
  });

  it.each(['2017-06-30', '2017-07-01', '2019-03-31', '2019-04-01', '2020-09-30', '2020-10-01', '2026-11-21'])(
    'about %s, around a change of the rules',
    async (asOf) => {
      allAgree(await attained({ asOf }));
    },
  );
});

describe('what may be lost', () => {
  it.each(['2026-11-21', '2026-12-14', '2026-12-15'])(
    'as of %s is the same on the page and by the command',
    async (asOf) => {
      const until = '2027-11-21';
      const page = (await admin.get(`${contoso}/risk?asOf=${asOf}&until=${until}`)).json();
      const command = ['risk', '--facts', factsFile, '--as-of', asOf, '--until', until];
      const told = (level: { criticalPeople: (string | { id: string })[]; [field: string]: unknown }) => [
        level.competency,
        level.level,
        level.firstLossDate,
        level.departuresSurvived,
        level.criticalPeople.map((person) => (typeof person === 'string' ? person : person.id)),
      ];
      expect(page.value.map(told)).toEqual(JSON.parse(await jalon(...command)).levels.map(told));
    },
  );
});

describe('the way of a record', () => {
  it('is that of the day, and nobody meets one that was not known', async () => {
    const { value } = (await admin.get(`${contoso}/skills-report?asOf=2026-12-15&search=lopez`)).json();
    const path = `${contoso}/skills-report/records/${value[0].recordId}/way`;
    const counted = async (query: string) =>
      (await admin.get(`${path}?${query}`))
        .json()
        .steps.find(({ step }: { step: string }) => step === 'counted').done;
    expect(await counted('asOf=2026-12-14')).toBe(true);
    expect(await counted('asOf=2026-12-15')).toBe(false);
    expect((await admin.get(`${path}?asOf=2026-12-14&knownAt=2010-01-01`)).statusCode).toBe(404);
  });
});

describe('as it was known before a late import', () => {
  const LATE = '2026-11-25';
  const file = [
    'work e-mail;provider;skill;achieved on',
    'zoe@contoso.example;microsoft-learning;70-764;2026-01-10',
    'zoe@contoso.example;microsoft-learning;70-765;2026-01-11',
  ].join('\n');

  it('no answer changes, and every answer of now does', async () => {
    const asOf = '2026-11-20';
    const times = { asOf, knownAt: '2026-11-21' };
    const before = { rows: allAgree(await reportRows({ asOf })), levels: allAgree(await attained({ asOf })) };
    server.clock.now = new Date(`${LATE}T09:00:00Z`);
    // A session does not last four days.
    admin = await server.as('partner-admin@contoso.example');
    const upload = await admin.upload(`${contoso}/imports`, 'late.csv', file);
    expect(upload.statusCode).toBeLessThan(300);
    const { importId } = upload.json();
    const state = async () => (await admin.get(`${contoso}/imports/${importId}`)).json().state;
    await expect.poll(state, { timeout: 20_000 }).toBe('ready');
    await admin.send('POST', `${contoso}/imports/${importId}/apply`);
    await expect.poll(state, { timeout: 20_000 }).toBe('done');
    await writeFacts();
    expect(allAgree(await reportRows(times))).toEqual(before.rows);
    expect(allAgree(await attained(times))).toEqual(before.levels);
    const now = allAgree(await reportRows({ asOf }));
    expect(now).toContain('zoe@contoso.example exam:70-764 Yes');
    expect(before.rows.join()).not.toContain('zoe@contoso.example exam:70-764');
    allAgree(await attained({ asOf }));
    // Around the answers, too: nothing of the import was known.
    const then = (await admin.get(`${contoso}/overview?${addressOf(times)}`)).json();
    const today = (await admin.get(`${contoso}/overview`)).json();
    const imports = ({ recentChanges }: { recentChanges: { action: string }[] }) =>
      recentChanges.filter(({ action }) => action === 'import.done').length;
    expect([imports(then), imports(today)]).toEqual([0, 1]);
    for (const { lastReceivedAt } of then.sources) expect(lastReceivedAt < '2026-11-22').toBe(true);
  });
});
