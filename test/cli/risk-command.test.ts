import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { riskCommand } from '../../src/cli/risk-command.ts';

function partner(id: string, record: object = {}): object {
  return {
    partner: { id, market: 'developed' },
    people: [
      {
        id: 'p1',
        records: ['exam:70-764', 'exam:70-765', 'assessment:TA-DP-FOUNDATIONAL'].map((skill, index) => {
          return { id: `r${index}`, skill, achievedOn: '2018-01-10', expiresOn: '2019-01-10', ...record };
        }),
      },
    ],
  };
}

async function textOf(stream: PassThrough): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

async function run(input: string, ...args: readonly string[]) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const told = Promise.all([textOf(stdout), textOf(stderr)]);
  const stdin = Readable.from([Buffer.from(input)]);
  const exitCode = await riskCommand(['--facts', '-', ...args], { stdin, stdout, stderr }, catalogueRoot());
  stdout.end();
  stderr.end();
  const [out, err] = await told;
  return { exitCode, out, err };
}

const DAYS = ['--as-of', '2018-06-01', '--until', '2019-06-01'] as const;

describe('jalon risk', () => {
  it('says for each level that is met when and why it is lost, and what it survives', async () => {
    const { exitCode, out, err } = await run(JSON.stringify(partner('contoso'), null, 2), ...DAYS);
    expect([exitCode, err]).toEqual([0, '']);
    const answer = JSON.parse(out);
    expect(Object.keys(answer)).toEqual(['partner', 'asOf', 'until', 'levels']);
    expect(answer).toMatchObject({ partner: 'contoso', asOf: '2018-06-01', until: '2019-06-01' });
    expect(answer.levels[0]).toEqual({
      competency: 'data-platform',
      level: 'silver',
      outcome: 'met',
      firstLossDate: '2019-01-11',
      cause: [
        {
          kind: 'expired',
          people: ['p1'],
          records: ['r0', 'r1', 'r2'],
          skills: ['assessment:TA-DP-FOUNDATIONAL', 'exam:70-764', 'exam:70-765'],
        },
      ],
      departuresSurvived: 0,
      criticalPeople: ['p1'],
    });
  });

  it('answers each line of NDJSON on a line, and names the first bad one after the answers before it', async () => {
    const lines = [partner('one'), partner('two'), partner('three', { achievedOn: '2018-02-30' })];
    const { exitCode, out, err } = await run(lines.map((line) => JSON.stringify(line)).join('\n'), ...DAYS);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).partner);
    expect([exitCode, answers]).toEqual([2, ['one', 'two']]);
    expect(err).toContain('standard input: line 3: people[0].records[0].achievedOn');
  });

  it.each([
    [['--as-of', '2018-06-01'], '--until is missing'],
    [['--as-of', '2018-06-01', '--until', '2018-05-31'], '--until 2018-05-31 is before --as-of'],
    [['--as-of', '2018-06-01', '--until', '2018-02-30'], '--until 2018-02-30 is not an existing date'],
    [['--as-of', '2018-02-30', '--until', '2018-05-31'], '--as-of 2018-02-30 is not an existing date'],
    [[...DAYS, '--as-of', '2018-06-02'], '--as-of is given twice'],
    [[...DAYS, '--known-at', 'then'], '--known-at then'],
    [[...DAYS, '--programme', 'none'], '--programme none is not in the catalogue'],
    [[...DAYS, '--nothing'], "Unknown option '--nothing'"],
  ])('%j ends with exit code 2', async (args, told) => {
    const { exitCode, out, err } = await run(JSON.stringify(partner('contoso')), ...args);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toContain(`jalon risk: ${told}`);
  });
});
