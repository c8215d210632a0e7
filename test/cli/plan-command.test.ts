import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { planCommand } from '../../src/cli/plan-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalon-plan-'));

const FACTS = {
  partner: { id: 'contoso', market: 'developed' },
  people: [
    { id: 'p1', records: [{ id: 'r1', skill: 'exam:70-764', achievedOn: '2018-01-10' }] },
    { id: 'p2' },
    { id: 'p3' },
  ],
};

const TARGETS = {
  targets: [{ competency: 'data-platform', level: 'silver', option: 'sql-server-specialist' }],
  by: '2018-09-01',
  survive: 1,
  budget: null,
  costs: { default: { money: 165, hours: 40 } },
};

async function textOf(stream: PassThrough): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

async function run(
  targets: unknown,
  facts: string = JSON.stringify(FACTS, null, 2),
  ...more: readonly string[]
) {
  const file = join(folder, 'targets.json');
  writeFileSync(file, typeof targets === 'string' ? targets : JSON.stringify(targets));
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const told = Promise.all([textOf(stdout), textOf(stderr)]);
  const stdin = Readable.from([Buffer.from(facts)]);
  const args = ['--facts', '-', '--targets', file, '--as-of', '2018-06-01', ...more];
  const exitCode = await planCommand(args, { stdin, stdout, stderr }, catalogueRoot());
  stdout.end();
  stderr.end();
  const [out, err] = await told;
  return { exitCode, out, err: err.replaceAll(folder, '') };
}

describe('jalon plan', () => {
  it('says who achieves what, at the least cost, with its proof', async () => {
    const { exitCode, out, err } = await run(TARGETS);
    expect([exitCode, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({
      partner: 'contoso',
      programme: 'microsoft-competencies',
      catalogueVersion: expect.any(String),
      asOf: '2018-06-01',
      by: '2018-09-01',
      status: 'optimal',
      cost: 825,
      hours: 200,
      bound: 825,
      gap: 0,
      actions: [
        { person: 'p1', skill: 'assessment:TA-DP-FOUNDATIONAL', cost: 165, hours: 40 },
        { person: 'p1', skill: 'exam:70-765', cost: 165, hours: 40 },
        { person: 'p2', skill: 'assessment:TA-DP-FOUNDATIONAL', cost: 165, hours: 40 },
        { person: 'p2', skill: 'exam:70-764', cost: 165, hours: 40 },
        { person: 'p2', skill: 'exam:70-765', cost: 165, hours: 40 },
      ],
      conditions: [],
      reason: null,
      warnings: [],
    });
    expect((await run(TARGETS)).out).toBe(out);
  });

  it('ends with 1 when there is no plan, and says why', async () => {
    const { exitCode, out, err } = await run({ ...TARGETS, survive: 3 });
    expect([exitCode, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toMatchObject({
      status: 'infeasible',
      cost: null,
      actions: [],
      reason: { code: 'too-few-people', competency: 'data-platform', level: 'silver' },
    });
  });

  const everybody = (wishes: object) => Object.fromEntries(['p1', 'p2', 'p3'].map((id) => [id, wishes]));
  it.each<[string, object, object, (readonly string[])?]>([
    [
      'people who may not be trained',
      { people: { p2: { exclude: true }, p3: { exclude: true } } },
      {
        code: 'too-few-people',
        option: 'sql-server-specialist',
        requirement: { kind: 'people', need: 2, possible: 1 },
        atAnyPrice: true,
      },
    ],
    [
      'hours that are too few',
      { people: everybody({ maxHours: 39 }) },
      {
        code: 'max-hours',
        requirement: { kind: 'people', need: 2, possible: 0 },
        atAnyPrice: false,
        cheapest: 825,
      },
    ],
    ['a budget that is too small', { budget: 824 }, { code: 'budget', atAnyPrice: false, cheapest: 825 }],
    [
      'exams that retire before the day',
      {
        targets: [{ competency: 'application-development', level: 'gold', option: 'application-builder' }],
        by: '2021-12-01',
      },
      {
        competency: 'application-development',
        code: 'retired-skills',
        requirement: { kind: 'people', skills: ['cert:MCSD-APP-BUILDER'] },
        skills: ['cert:MCSD-APP-BUILDER'],
      },
      ['p4', 'p5', 'p6'],
    ],
    [
      'a figure that nobody knows',
      { targets: [{ competency: 'cloud-platform', level: 'silver' }] },
      { competency: 'cloud-platform', code: 'performance-unknown', requirement: { kind: 'performance' } },
    ],
  ])('names what is in the way: %s', async (_, question, reason, others = []) => {
    const people = [...FACTS.people, ...others.map((id) => ({ id }))];
    const facts = JSON.stringify({ ...FACTS, people });
    const { exitCode, out, err } = await run({ ...TARGETS, ...question }, facts);
    expect([exitCode, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toMatchObject({
      status: 'infeasible',
      cost: null,
      actions: [],
      reason: { competency: 'data-platform', ...reason },
    });
  });

  it('names the level for a day on which it has no rules yet', async () => {
    const designation = { competency: 'infrastructure', level: 'designation', option: null };
    const early = { ...TARGETS, targets: [designation], by: '2020-06-01' };
    const { exitCode, out } = await run(early, undefined, '--programme', 'solutions-partner');
    expect([exitCode, JSON.parse(out).reason]).toMatchObject([
      1,
      { code: 'no-rules', ...designation, atAnyPrice: true },
    ]);
  });

  it('answers each line of several companies', async () => {
    const line = JSON.stringify(FACTS);
    const { exitCode, out } = await run(TARGETS, `${line}\n${line}\n`);
    expect(exitCode).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .map((answer) => JSON.parse(answer).cost),
    ).toEqual([825, 825]);
  });

  it('reports what it does not know', async () => {
    const { exitCode, out } = await run({
      ...TARGETS,
      hurry: true,
      costs: { ...TARGETS.costs, 'exam:nothing': { money: 1, hours: 1 } },
      people: { nobody: { exclude: true, mood: 'good' } },
    });
    expect(exitCode).toBe(0);
    expect(JSON.parse(out).warnings).toEqual([
      { code: 'unknown-skill', skill: 'exam:nothing' },
      { code: 'unknown-field', field: 'people.nobody.mood' },
      { code: 'unknown-person', person: 'nobody' },
      { code: 'unknown-field', field: 'hurry' },
    ]);
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'is not JSON'],
    ['no targets', { by: '2018-09-01' }, 'targets is missing'],
    ['an empty list', { ...TARGETS, targets: [] }, 'targets'],
    [
      'an unknown competency',
      { ...TARGETS, targets: [{ competency: 'x', level: 'gold' }] },
      'targets[0].competency',
    ],
    ['an unknown level', { ...TARGETS, targets: [{ competency: 'devops', level: 'x' }] }, 'targets[0].level'],
    [
      'an unknown option',
      { ...TARGETS, targets: [{ competency: 'devops', level: 'gold', option: 'x' }] },
      'targets[0].option',
    ],
    ['an impossible date', { ...TARGETS, by: '2018-02-30' }, 'by: "2018-02-30"'],
    ['a day in the past', { ...TARGETS, by: '2018-05-31' }, 'by: "2018-05-31"'],
    ['a negative cost', { ...TARGETS, costs: { default: { money: -1, hours: 0 } } }, 'costs.default.money'],
    ['half a departure', { ...TARGETS, survive: 0.5 }, 'survive'],
    [
      'a probability above 1',
      { ...TARGETS, people: { p1: { successProbability: 2 } } },
      'people.p1.successProbability',
    ],
  ])('refuses %s with the file and the field', async (_, targets, field) => {
    const { exitCode, out, err } = await run(targets);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toContain(`/targets.json: `);
    expect(err).toContain(field);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('refuses facts that cannot be read, and a limit of time that is none', async () => {
    const bad = await run(TARGETS, JSON.stringify({ ...FACTS, people: [{ id: 3 }] }));
    expect([bad.exitCode, bad.err]).toEqual([2, expect.stringContaining('people[0].id')]);
    const late = await run(TARGETS, undefined, '--time-limit', 'soon');
    expect([late.exitCode, late.err]).toEqual([2, expect.stringContaining('--time-limit soon')]);
  });
});
