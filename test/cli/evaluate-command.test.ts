import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { evaluateCommand } from '../../src/cli/evaluate-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalon-evaluate-'));
afterAll(() => rmSync(folder, { recursive: true }));

function partner(id: string, record: object = {}): object {
  return {
    partner: { id, market: 'developed' },
    people: [
      { id: 'p1', records: [{ id: 'r1', skill: 'exam:70-347', achievedOn: '2018-01-10', ...record }] },
    ],
  };
}

const GOOD = JSON.stringify(partner('good'));

async function textOf(stream: PassThrough): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

async function run(args: readonly string[], input: string | Buffer = '') {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const told = Promise.all([textOf(stdout), textOf(stderr)]);
  const stdin = Readable.from([Buffer.from(input)]);
  const exitCode = await evaluateCommand([...args], { stdin, stdout, stderr }, catalogueRoot());
  stdout.end();
  stderr.end();
  const [out, err] = await told;
  return { exitCode, out, err };
}

let files = 0;

function fileWith(content: string | Buffer): string {
  const file = join(folder, `facts-${++files}.json`);
  writeFileSync(file, content);
  return file;
}

function evaluateText(content: string | Buffer, ...more: readonly string[]) {
  return run(['--facts', fileWith(content), '--as-of', '2018-06-01', ...more]);
}

describe('one JSON document', () => {
  it('over several lines is answered by one document over several lines', async () => {
    const { exitCode, out, err } = await evaluateText(
      `\ufeff${JSON.stringify(partner('good'), null, 2)}\n\n`,
    );
    expect([exitCode, err]).toEqual([0, '']);
    expect(out.split('\n').length).toBeGreaterThan(100);
    expect(JSON.parse(out)).toMatchObject({
      partner: 'good',
      programme: 'microsoft-competencies',
      warnings: [],
    });
    expect(JSON.parse(out)).not.toHaveProperty('notCounted');
  });

  it('on one line is answered on one line', async () => {
    const { out } = await evaluateText(GOOD);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
  });

  it('whose people stand on a line each is still one', async () => {
    const { exitCode, out } = await evaluateText('{"partner":{"id":"good"},"people":[\n{"id":"p1"}\n]}\n');
    expect([exitCode, JSON.parse(out).partner]).toEqual([0, 'good']);
  });

  it('is read from standard input', async () => {
    const { exitCode, out } = await run(['--facts', '-', '--as-of', '2018-06-01'], GOOD);
    expect([exitCode, JSON.parse(out).partner]).toEqual([0, 'good']);
  });

  it('is explained when asked, and echoes what was asked', async () => {
    const { out } = await evaluateText(
      GOOD,
      '--explain',
      '--known-at',
      '2018-05-31',
      '--competency',
      'messaging',
      '--level',
      'gold',
    );
    const result = JSON.parse(out);
    expect(result.asOf).toEqual({ validAt: '2018-06-01', knownAt: '2018-05-31' });
    expect(result.competencies).toHaveLength(1);
    expect(result.competencies[0]).toMatchObject({
      competency: 'messaging',
      level: 'gold',
      outcome: 'unmet',
      shortfall: { people: 4 },
    });
    expect(result.competencies[0].requirements[0].kind).toBe('any-of');
    expect(result.notCounted).toEqual([]);
  });
});

describe('one document a line', () => {
  it('is answered line by line, blank lines and carriage returns aside', async () => {
    const lines = ['a', 'b', 'c'].map((id) => JSON.stringify(partner(id)));
    const { exitCode, out } = await evaluateText(`${lines.join('\r\n\n')}\r\n`);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).partner);
    expect([exitCode, answers]).toEqual([0, ['a', 'b', 'c']]);
  });

  it('comes in any pieces', async () => {
    const text = Buffer.from(`${JSON.stringify(partner('é'))}\n${GOOD}\n`);
    const stdin = Readable.from([...text].map((byte) => Buffer.from([byte])));
    const stdout = new PassThrough();
    const out = textOf(stdout);
    const args = ['--facts', '-', '--as-of', '2018-06-01'];
    await evaluateCommand(args, { stdin, stdout, stderr: new PassThrough() }, catalogueRoot());
    stdout.end();
    expect(
      (await out)
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).partner),
    ).toEqual(['é', 'good']);
  });

  it.each([
    ['a broken line', '{"partner":', /line 3 is not a JSON document/],
    [
      'a wrong date',
      JSON.stringify(partner('bad', { achievedOn: '2018-02-30' })),
      /line 3: people\[0\]\.records\[0\]\.achievedOn: "2018-02-30" is not an existing date/,
    ],
    ['something else', '[1]', /line 3: the document: \[1\] has the wrong type/],
    ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), /line 3 is not UTF-8 text/],
  ])('%s ends it after the results of the lines before', async (_what, bad, message) => {
    const content = Buffer.concat([
      Buffer.from(`${GOOD}\n${GOOD}\n`),
      Buffer.from(bad),
      Buffer.from(`\n${GOOD}\n`),
    ]);
    const { exitCode, out, err } = await evaluateText(content);
    expect(exitCode).toBe(2);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(err).toMatch(message);
    expect(err).toMatch(/facts-\d+\.json/);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('tells that its first line is broken', async () => {
    const { exitCode, out, err } = await evaluateText(`${GOOD.slice(0, 40)}\n${GOOD}\n${GOOD}\n`);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(/line 1 is not a JSON document/);
  });

  it('waits for a slow reader', async () => {
    const stdout = new PassThrough({ highWaterMark: 1024 });
    const stdin = Readable.from(Array.from({ length: 200 }, () => Buffer.from(`${GOOD}\n`)));
    const done = evaluateCommand(
      ['--facts', '-', '--as-of', '2018-06-01'],
      { stdin, stdout, stderr: new PassThrough() },
      catalogueRoot(),
    );
    let lines = 0;
    stdout.on('data', (piece: Buffer) => {
      lines += piece.toString().split('\n').length - 1;
      stdout.pause();
      setTimeout(() => stdout.resume(), 1);
    });
    expect(await done).toBe(0);
    stdout.end();
    expect(lines).toBe(200);
  });

  it('ends quietly when the reader goes away', async () => {
    const stdout = new PassThrough({ highWaterMark: 16 });
    stdout.once('data', () => stdout.destroy(Object.assign(new Error('gone'), { code: 'EPIPE' })));
    const stdin = Readable.from(Array.from({ length: 500 }, () => Buffer.from(`${GOOD}\n`)));
    const stderr = new PassThrough();
    const told = textOf(stderr);
    const code = await evaluateCommand(
      ['--facts', '-', '--as-of', '2018-06-01'],
      { stdin, stdout, stderr },
      catalogueRoot(),
    );
    stderr.end();
    expect([code, await told]).toEqual([0, '']);
  });
});

describe('a file that is no facts document', () => {
  it.each([
    ['empty', '', /line 1: there is no facts document/],
    ['blank', '\n  \n', /line 1: there is no facts document/],
    ['a table', 'name,skill\nclaire,70-347\n', /line 1 is not a JSON document/],
    ['cut off', JSON.stringify(partner('good'), null, 2).slice(0, 150), /line 1\d is not a JSON document/],
    [
      'with a missing comma',
      '{\n  "partner": { "id": "a" }\n  "people": []\n}',
      /line 3 is not a JSON document/,
    ],
    ['a document and a half', `${JSON.stringify(partner('good'), null, 2)}\n{`, /is not a JSON document/],
    [
      'of the wrong shape, on its line',
      JSON.stringify({ ...partner('a'), metrics: [{ metric: 'x', month: '2018-13', value: 1 }] }, null, 2),
      /line 21: metrics\[0\]\.month: "2018-13"/,
    ],
    [
      'with a number that is too great',
      '{ "partner": { "id": "a" }, "people": [], "metrics": [{ "metric": "x", "month": "2018-01", "value": 1e309 }] }',
      /metrics\[0\]\.value: Infinity is out of range \(expected a finite number\)/,
    ],
  ])('%s', async (_what, content, message) => {
    const { exitCode, out, err } = await evaluateText(content);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});

describe('a question that cannot be answered', () => {
  const facts = fileWith(GOOD);
  it.each([
    [['--as-of', '2018-06-01'], /--facts is missing/],
    [['--facts', facts], /--as-of is missing/],
    [['--facts', facts, '--as-of', '2018-02-30'], /--as-of 2018-02-30 is not an existing date/],
    [['--facts', facts, '--as-of', '2018-06-01', '--as-of=2018-06-02'], /--as-of is given twice/],
    [['--facts', facts, '--as-of', '2018-06-01', '--known-at', 'now'], /--known-at now is not/],
    [
      ['--facts', facts, '--as-of', '2018-06-01', '--programme', 'cooking'],
      /--programme cooking is not in the catalogue \(it has: .*microsoft-competencies/,
    ],
    [
      ['--facts', facts, '--as-of', '2018-06-01', '--competency', 'cooking'],
      /--competency cooking is not in/,
    ],
    [
      ['--facts', facts, '--as-of', '2018-06-01', '--level', 'platinum'],
      /--level platinum is not in .*silver/,
    ],
    [['--facts', facts, '--as-of', '2018-06-01', '--verbose'], /Unknown option '--verbose'/],
    [['--facts', facts, '--as-of', '2018-06-01', 'more'], /Unexpected argument 'more'/],
    [['--facts', facts, '--as-of'], /--as-of/],
    [
      ['--facts', join(folder, 'nowhere.json'), '--as-of', '2018-06-01'],
      /nowhere\.json: there is no such file/,
    ],
    [['--facts', folder, '--as-of', '2018-06-01'], /is a folder/],
  ])('%j', async (args, message) => {
    const { exitCode, out, err } = await run(args);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
