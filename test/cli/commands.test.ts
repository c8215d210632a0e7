import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandFailure } from '../../src/cli/command.ts';
import { commandsOf } from '../../src/cli/commands.ts';
import type { CommandContext } from '../../src/cli/jalon.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { commandContext } from '../support/command-context.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
let folder = '';
let context: CommandContext;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-cli-'));
  server = await demoServer();
  context = {
    ...commandContext(server),
    serve: () => Promise.reject(new CommandFailure('Port 3000 of 127.0.0.1 is in use by another program.')),
  };
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function collector(): { stream: Writable; text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

async function jalon(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err] = [collector(), collector()];
  const io = { stdin: Readable.from([]), stdout: out.stream, stderr: err.stream };
  const code = await runCommand(commandsOf(context), args, io, '0.0.0');
  return { code, out: out.text(), err: err.text() };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('a wrong call', () => {
  it.each([
    [['frobnicate'], 'there is no command "frobnicate"'],
    [['rehearse'], 'there is no command "rehearse"'],
    [['report', 'skills'], '--partner is required'],
    [['report', 'skills', '--partner', 'nobody'], 'There is no partner "nobody"'],
    [['report', 'skills', '--partner', 'contoso', '--format', 'pdf'], '--format "pdf"'],
    [['report', 'skills', '--partner', 'contoso', '--lang', 'de'], '--lang "de"'],
    [['report', 'skills', '--partner', 'contoso', '--as-of', '2018-02-30'], '--as-of "2018-02-30"'],
    [['report', 'skills', '--partner', 'contoso', '--colour', 'red'], '--colour'],
    [['report', 'users', '--partner', 'nobody'], 'There is no partner "nobody"'],
    [['report', 'users', '--partner', 'contoso', '--format', 'pdf'], '--format "pdf"'],
    [
      ['report', 'skills', '--partner', 'contoso', '--programme', 'none'],
      '--programme none is not in the catalogue',
    ],
    [
      ['report', 'skills', '--partner', 'contoso', '--programme', 'solutions-partner'],
      'does not take part in solutions-partner (it takes part in: microsoft-competencies)',
    ],
    [['import', 'colours', 'x.csv', '--partner', 'contoso'], 'KIND "colours"'],
    [['import', 'users'], 'FILE is missing'],
    [['report', 'skills', '--partner', 'contoso', '--known-at', 'hier'], '--known-at "hier" is not a day'],
    [
      ['import', 'users', '/nonexistent.csv', '--partner', 'contoso'],
      '/nonexistent.csv cannot be read: there is no such file. Nothing was imported.',
    ],
    [['token', 'create', '--partner', 'contoso', '--role', 'king'], '--role "king"'],
    [['token', 'create', '--operator', '--role', 'partner-admin'], '--operator stands alone'],
    [['setup', '--partner', 'Bad Id', '--name', 'N', '--admin', 'a@b.example'], '--partner "Bad Id"'],
    [['setup', '--partner', 'new', '--name', 'N', '--admin', 'nobody'], '--admin "nobody"'],
    [['setup', '--partner', 'new', '--name', 'N', '--admin', 'a@b.example'], 'already has a company'],
    [['serve'], 'Port 3000'],
  ])('%j ends with 2 and says what is wrong', async (args, message) => {
    const { code, out, err } = await jalon(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

describe('help', () => {
  it('lists the commands, and says more about each', async () => {
    const all = await jalon('--help');
    expect(all.code).toBe(0);
    for (const { name } of commandsOf(context)) {
      expect(all.out).toContain(name);
      const one = await jalon(...name.split(' '), '--help');
      expect([one.code, one.out.startsWith(`jalon ${name}: `)]).toEqual([0, true]);
    }
  });
});

describe('the documents', () => {
  const root = join(import.meta.dirname, '..', '..');

  it('name no command that does not exist', () => {
    const names = commandsOf(context).map(({ name }) => name);
    const texts = ['README.md', 'docs/start/first-hour.md', 'docs/operating/environment.md'].map((path) =>
      readFileSync(join(root, path), 'utf8'),
    );
    const called = texts.flatMap((text) => [...text.matchAll(/npx jalon ([a-z]+(?: [a-z]+)?)/g)]);
    expect(called.length).toBeGreaterThan(6);
    const unknown = called
      .map(([, words]) => `${words} `)
      .filter((words) => !names.some((name) => words.startsWith(`${name} `)));
    expect(unknown).toEqual([]);
  });

  it('name every setting of the environment, as the help does', async () => {
    const { readConfig } = await import('../../src/config.ts');
    const refused = readConfig({ JALON_NOTHING: '1' }, '/');
    const known = refused.kind === 'bad-config' ? (refused.problems[0]!.match(/JALON_[A-Z_]+/g) ?? []) : [];
    const settings = ['DATABASE_URL', 'HOST', 'PORT', ...known.filter((name) => name !== 'JALON_NOTHING')];
    expect(settings.length).toBeGreaterThan(7);
    const page = readFileSync(join(root, 'docs/operating/environment.md'), 'utf8');
    const help = (await jalon('--help')).out;
    for (const name of settings)
      expect([name, page.includes(name), help.includes(name)]).toEqual([name, true, true]);
  });

  it('tell every option of every command in its help', () => {
    const sources: Readonly<Record<string, string>> = {
      setup: 'setup-command',
      'token create': 'token-command',
      import: 'import-command',
      'report skills': 'answer-report',
      'report users': 'report-users-command',
      'report chase': 'answer-report',
      evaluate: 'evaluate-command',
    };
    for (const { name, help } of commandsOf(context)) {
      const source = sources[name];
      if (source === undefined) continue;
      const code = readFileSync(join(root, 'src', 'cli', `${source}.ts`), 'utf8');
      const options = [...code.matchAll(/^ +'?([a-z-]+)'?: \{ type: '/gm)].map(([, option]) => option!);
      expect(options.length).toBeGreaterThan(3);
      for (const option of options)
        expect([name, option, help.includes(`--${option}`)]).toEqual([name, option, true]);
    }
  });
});

describe('jalon report users', () => {
  it('writes everybody, on paper as in JSON', async () => {
    const csv = await jalon('report', 'users', '--partner', 'contoso', '--lang', 'fr');
    expect(csv.code).toBe(0);
    const lines = csv.out.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      "Prénom;Nom;E-mail professionnel;État de l'utilisateur;Rôles;Utilisateur technique;Dernière connexion;Accès à l'Université partenaire;Accès depuis;Compte Microsoft Learning associé;Associé depuis;MCID;E-mail du compte d'apprentissage;Même e-mail",
    );
    const report = JSON.parse(
      (await jalon('report', 'users', '--partner', 'contoso', '--format', 'json')).out,
    );
    expect(report.value).toHaveLength(lines.length - 1);
  });
});

describe('jalon report chase', () => {
  it('ranks those who are left in PMC, on paper as in JSON', async () => {
    const csv = await jalon('report', 'chase', '--partner', 'contoso');
    expect([csv.code, csv.err]).toEqual([0, '']);
    const lines = csv.out.trimEnd().split('\r\n').slice(1);
    expect(lines[0]).toMatch(/^Sandrine,Lopez,.*Data Platform Gold/);
    const report = JSON.parse(
      (await jalon('report', 'chase', '--partner', 'contoso', '--format', 'json')).out,
    );
    expect(report.value).toHaveLength(lines.length);
  });

  it('finds nobody in a company that never was in PMC', async () => {
    const { code, out, err } = await jalon('report', 'chase', '--partner', 'fabrikam', '--lang', 'fr');
    expect([code, out.trimEnd().split('\r\n').length]).toEqual([0, 1]);
    expect(err).toContain('was never in PMC');
  });
});

describe('jalon report skills', () => {
  it('writes the report of the programme that is named', async () => {
    const report = (...more: string[]) =>
      jalon('report', 'skills', '--partner', 'fabrikam', '--format', 'json', ...more);
    const [byDefault, named] = [await report(), await report('--programme', 'solutions-partner')];
    expect(JSON.parse(byDefault.out).programme).toBe('microsoft-competencies');
    expect(JSON.parse(named.out).programme).toBe('solutions-partner');
  });

  it('writes the report, and nothing at all when nobody has skills data', async () => {
    const out = join(folder, 'report.csv');
    expect(
      (
        await jalon(
          'report',
          'skills',
          '--partner',
          'contoso',
          '--format',
          'csv',
          '--lang',
          'fr',
          '--out',
          out,
        )
      ).code,
    ).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('Prénom;Nom;E-mail professionnel');
    const none = join(folder, 'none.xlsx');
    const empty = await jalon(
      'report',
      'skills',
      '--partner',
      'northwind',
      '--format',
      'xlsx',
      '--lang',
      'fr',
      '--out',
      none,
    );
    expect(empty.code).toBe(1);
    expect(empty.err).toContain("Aucun utilisateur n'a été trouvé avec des données de qualifications.");
    expect(() => readFileSync(none)).toThrow();
  });

  it('is JSON of the same rows on demand', async () => {
    const { out } = await jalon('report', 'skills', '--partner', 'contoso', '--format', 'json');
    const report = JSON.parse(out);
    expect(report.value).toHaveLength(report.total);
  });
});

describe('jalon import', () => {
  const TEXT =
    'work e-mail,provider,skill,achieved on\nzoe@contoso.example,microsoft-learning,70-347,2018-03-01\nzoe@contoso.example,microsoft-learning,70-346,03/04/2018\n';

  it('says what a dry run would do and writes nothing; then does it, once', async () => {
    const path = file('records.csv', TEXT);
    const log = join(folder, 'log.csv');
    const dry = await jalon('import', 'skill-records', path, '--partner', 'contoso', '--dry-run');
    expect([dry.code, dry.out]).toEqual([0, '1 created, 0 updated, 0 unchanged, 1 rejected\n']);
    expect(dry.err).toContain('line 3, field achievedOn: ambiguous-date "03/04/2018"');
    expect(dry.err).toContain(
      'ambiguous-date: say how the file writes dates: --mapping with {"dates":"dmy"}',
    );
    const real = await jalon('import', 'skill-records', path, '--partner', 'contoso', '--log', log);
    expect([real.code, real.out]).toEqual([0, '1 created, 0 updated, 0 unchanged, 1 rejected\n']);
    expect(readFileSync(log, 'utf8').split('\r\n')[0]).toBe('line,result,reason,field,value,id');
    const again = await jalon('import', 'skill-records', path, '--partner', 'contoso', '--json');
    expect(JSON.parse(again.out).counts).toEqual({ created: 0, updated: 0, unchanged: 1, rejected: 1 });
  });

  it('takes a mapping that says how dates are written', async () => {
    const mapping = file('mapping.json', '{"dates":"dmy"}');
    const { out } = await jalon(
      'import',
      'skill-records',
      file('r.csv', TEXT),
      '--partner',
      'contoso',
      '--mapping',
      mapping,
    );
    expect(out).toContain('1 created, 0 updated, 1 unchanged, 0 rejected');
  });

  it('names file, line and field of a file that cannot be read', async () => {
    const path = file('bad.csv', 'work e-mail,skill,achieved on\n"open,70-764,2018-01-01\n');
    const { code, err } = await jalon('import', 'skill-records', path, '--partner', 'contoso');
    expect(code).toBe(2);
    expect(err).toContain(`${path}, line 2`);
    expect(err).toContain('unclosed-quote');
    const mapping = file('bad.json', '{"dates":"french"}');
    const wrong = await jalon('import', 'skill-records', path, '--partner', 'contoso', '--mapping', mapping);
    expect([wrong.code, wrong.err.includes('dates must be')]).toEqual([2, true]);
  });
});

describe('jalon import, about what it did not take', () => {
  const RECORD = 'work e-mail,provider,skill,achieved on,shoe size\n';
  const ROW = 'zoe@contoso.example,microsoft-learning,Basket weaving,2018-03-01,42\n';

  it('names columns nobody knows and counts the rows that were kept with a remark', async () => {
    const path = file('shoes.csv', `${RECORD}${ROW}`);
    const args = ['import', 'skill-records', path, '--partner', 'contoso', '--dry-run'];
    const { code, out, err } = await jalon(...args);
    expect([code, err]).toEqual([0, `${path}, "shoe size": not understood, ignored\n`]);
    expect(out).toContain('of these with a remark: 1 unknown-skill (--log FILE names the rows)\n');
    expect(JSON.parse((await jalon(...args, '--json')).out).ignored).toEqual(['shoe size']);
  });

  it('names the keys of a transcript that were not understood', async () => {
    const transcript = { docsId: 'd', certificationData: { mcid: '9900103', somethingNew: 1 }, more: [] };
    const path = file('transcript.json', JSON.stringify(transcript));
    const { code, err } = await jalon('import', 'ms-learn-transcript', path, '--partner', 'contoso');
    expect(code).toBe(0);
    expect(err).toContain('"certificationData.somethingNew": not understood, ignored');
    expect(err).toContain('"more": not understood, ignored');
  });

  it.each([
    [
      'users',
      'people.csv',
      'first name,last name,work e-mail\n',
      'no-rows: the file has a header and no rows',
    ],
    ['ms-learn-transcript', 'none.json', '{"docsId":"d"}', 'empty-transcript: the transcript lists nothing'],
  ])('says that a file of %s holds nothing', async (kind, name, content, message) => {
    const path = file(name, content);
    const { code, out, err } = await jalon('import', kind, path, '--partner', 'contoso');
    expect([code, out]).toEqual([0, '0 created, 0 updated, 0 unchanged, 0 rejected\n']);
    expect(err).toContain(`${path}: ${message}`);
    const json = await jalon('import', kind, path, '--partner', 'contoso', '--dry-run', '--json');
    expect(JSON.parse(json.out).warnings).toEqual([message.split(':')[0]]);
  });

  it('says what to do about a file that cannot be read', async () => {
    const path = file('broken.json', '{"docsId": ');
    const { code, err } = await jalon('import', 'ms-learn-transcript', path, '--partner', 'contoso');
    expect(code).toBe(2);
    expect(err).toBe(
      `jalon import: ${path}, line 1, column 12: bad-json: the JSON is malformed or incomplete here. Fetch the transcript again. Nothing was imported.\n`,
    );
  });

  it('refuses a log that cannot be written before it imports anything', async () => {
    const path = file('logged.csv', `${RECORD}${ROW}`);
    const args = ['import', 'skill-records', path, '--partner', 'contoso'];
    const { code, err } = await jalon(...args, '--log', '/nonexistent/log.csv');
    expect([code, err.includes('--log /nonexistent/log.csv cannot be written (ENOENT)')]).toEqual([2, true]);
    expect((await jalon(...args, '--dry-run')).out).toContain('1 created');
  });
});

describe('jalon token create', () => {
  it('prints a token that opens what its role may open', async () => {
    const { out } = await jalon('token', 'create', '--partner', 'contoso', '--role', 'report-viewer');
    const headers = { authorization: `Bearer ${out.trim()}` };
    const overview = await server.app.inject({ url: '/api/v1/partners/contoso/overview', headers });
    const report = await server.app.inject({ url: '/api/v1/partners/contoso/skills-report', headers });
    expect([overview.statusCode, report.statusCode]).toEqual([200, 403]);
  });

  it('of the operator lets a source deliver records, item by item, again and again', async () => {
    const { out } = await jalon('token', 'create', '--operator', '--json');
    const headers = { authorization: `Bearer ${JSON.parse(out).token}` };
    const record = { externalId: 'e1', accountId: '9900103', skill: 'exam:70-764', achievedOn: '2018-05-01' };
    const deliver = (records: object[]) =>
      server.app.inject({
        method: 'POST',
        url: '/api/v1/sources/microsoft-learning/records',
        headers,
        payload: { records },
      });
    const results = async (records: object[]) =>
      (await deliver(records))
        .json()
        .value.map(({ result, reason }: Record<string, unknown>) => [result, reason]);
    expect(await results([record, { ...record, externalId: 'e2', achievedOn: '2018-02-30' }])).toEqual([
      ['created', null],
      ['rejected', 'bad-date'],
    ]);
    expect(await results([record])).toEqual([['unchanged', null]]);
    expect(await results([{ ...record, revokedOn: '2020-01-01' }])).toEqual([['updated', null]]);
    expect((await deliver([{ ...record, colour: 'red' }])).statusCode).toBe(400);
  });
});
