/**
 * How long does the joint choice under sharing limits take for one partner, and its risk of departures?
 *   npx tsx bench/sharing-bench.ts
 * Random companies around the point at which not everything can be had, which is where the search is hardest.
 */
import { join } from 'node:path';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import type {
  Competency,
  Programme,
  Requirement,
  SharingLimit,
  SkillId,
} from '../src/domain/catalogue/catalogue.ts';
import { createEvaluator, isFailure } from '../src/domain/evaluation/evaluate.ts';
import type { Evaluator } from '../src/domain/evaluation/evaluator.ts';
import type { FactsDocument } from '../src/domain/facts/facts-document.ts';
import { levelRisk } from '../src/domain/projection/level-risk.ts';

const ROUNDS = 40;

/** A small generator of our own, so that every run measures the same companies. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

function company(people: number, skills: readonly SkillId[], share: number, seed: number): FactsDocument {
  const random = generator(seed);
  return {
    partner: { id: 'bench', market: 'developed' },
    people: Array.from({ length: people }, (_, person) => ({
      id: `p${person}`,
      records: skills
        .filter(() => random() < share)
        .map((skill, index) => ({ id: `p${person}-${index}`, skill, achievedOn: '2009-06-01' })),
    })),
    complete: true,
  };
}

/** Gold of several competencies, each for a number of people whom no other gold may use. */
function exclusiveGold(like: Programme, competencies: number, people: number, asOf: string): Programme {
  const [model] = like.competencies as [Competency];
  const skills = [...like.skills.keys()];
  const sets = (holds: SkillId) => [
    {
      from: model.options[0]!.levels[0]!.sets[0]!.from,
      until: null,
      source: model.source,
      requirement: {
        kind: 'people',
        count: people,
        holds: { kind: 'holds', skill: holds },
        ofWhich: [],
        group: null,
        overlap: 'distinct',
      } as const,
    },
  ];
  return {
    ...like,
    id: `exclusive-gold-${asOf}`,
    competencies: Array.from({ length: competencies }, (_, index) => ({
      ...model,
      id: `c${index}`,
      options: [
        {
          id: 'only',
          track: null,
          name: model.name,
          levels: [{ level: 'advanced', sets: sets(skills[index]!) }],
        },
      ],
    })),
    sharingLimits: [{ kind: 'at-most', atMost: 1, levels: ['advanced'], groups: null, exempt: [] }],
  };
}

/** Six competencies of two levels each, with one to three teams of people each: drawn anew for every seed. */
function twoLevels(like: Programme, limits: readonly SharingLimit[], seed: number): Programme {
  const random = generator(seed * 7919);
  const [model] = like.competencies as [Competency];
  const skills = [...like.skills.keys()].slice(0, 6);
  const pick = (count: number) => Math.floor(random() * count);
  const team = (group: string, most: number): Requirement => ({
    kind: 'people',
    count: 1 + pick(most),
    holds: { kind: 'holds', skill: skills[pick(skills.length)]! },
    ofWhich: [],
    group,
    overlap: 'distinct',
  });
  const level = (id: string, most: number) => ({
    level: id,
    sets: [
      {
        from: model.options[0]!.levels[0]!.sets[0]!.from,
        until: null,
        source: model.source,
        requirement: {
          kind: 'all-of',
          of: [...like.groups.keys()].filter(() => random() < 0.7).map((group) => team(group, most)),
        } as const,
      },
    ],
  });
  return {
    ...like,
    id: `two-levels-${seed}`,
    competencies: Array.from({ length: 6 }, (_, index) => ({
      ...model,
      id: `c${index}`,
      options: [
        { id: 'only', track: null, name: model.name, levels: [level('express', 3), level('advanced', 4)] },
      ],
    })),
    sharingLimits: limits,
  };
}

interface Measured {
  readonly median: number;
  readonly worst: number;
  readonly undecided: number;
}

interface Case {
  readonly programme: Programme;
  readonly document: FactsDocument;
}

function measure(asked: readonly Case[], explain: boolean): Measured {
  const evaluators = new Map<Programme, Evaluator>();
  const times: number[] = [];
  let undecided = 0;
  const ask = ({ programme, document }: Case) => {
    const known = evaluators.get(programme);
    const evaluator =
      known ?? createEvaluator(programme, { validAt: '2010-06-01', knownAt: null }, { explain });
    if (isFailure(evaluator)) throw new Error('the question is refused');
    evaluators.set(programme, evaluator);
    const answer = explain ? evaluator.explain(document) : evaluator.evaluate(document);
    if (isFailure(answer)) throw new Error('the facts are refused');
    return 'result' in answer ? answer.result : answer;
  };
  for (const one of asked) ask(one);
  for (const one of asked) {
    // Processor time, because the machine has other things to do.
    const started = process.cpuUsage();
    const { warnings } = ask(one);
    const { user, system } = process.cpuUsage(started);
    times.push((user + system) / 1e3);
    if (warnings.some(({ code }) => code === 'sharing-limits-undecided')) undecided++;
  }
  times.sort((left, right) => left - right);
  return { median: times[times.length >> 1]!, worst: times.at(-1)!, undecided };
}

const cisco = await loadProgramme(join(catalogueRoot(), 'cisco-role-caps'));
const roles = [...cisco.skills.keys()];
const gold = exclusiveGold(cisco, 3, 20, '2010');
const manyGolds = exclusiveGold(cisco, 20, 4, '2010');
const exclusive: SharingLimit = { kind: 'at-most', atMost: 1, levels: null, groups: null, exempt: [] };
const roleCaps = cisco.sharingLimits.map((limit) => ({ ...limit, exempt: [] }));
const sixSkills = [...cisco.skills.keys()].slice(0, 6);

function always(programme: Programme, make: (seed: number) => FactsDocument): (seed: number) => Case {
  return (seed) => ({ programme, document: make(seed) });
}

function drawn(limits: readonly SharingLimit[], people: number): (seed: number) => Case {
  return (seed) => ({
    programme: twoLevels(cisco, limits, seed),
    document: company(people, sixSkills, 0.4, seed),
  });
}

const cases: readonly (readonly [string, (seed: number) => Case])[] = [
  [
    'exclusive gold, 3 × 20 people, 60 people',
    always(gold, (seed) => company(60, [...gold.skills.keys()].slice(0, 3), 0.6, seed)),
  ],
  [
    'exclusive gold, 20 × 4 people, 45 people',
    always(manyGolds, (seed) => company(45, [...manyGolds.skills.keys()].slice(0, 20), 0.3, seed)),
  ],
  ['role caps, 200 people', always(cisco, (seed) => company(200, roles, 0.1, seed))],
  [
    'role caps, 12 people who hold half of everything',
    always(cisco, (seed) => company(12, roles, 0.5, seed)),
  ],
  ['role caps, 9 people who hold half of everything', always(cisco, (seed) => company(9, roles, 0.5, seed))],
  ['role caps, 20 people who hold a fifth', always(cisco, (seed) => company(20, roles, 0.2, seed))],
  ['role caps, 5,000 people', always(cisco, (seed) => company(5000, roles, 0.1, seed))],
  ['one competency a person, 6 × 2 levels, 12 people', drawn([exclusive], 12)],
  ['one competency a person, 6 × 2 levels, 30 people', drawn([exclusive], 30)],
  ['role caps, 6 × 2 levels, 12 people', drawn(roleCaps, 12)],
  ['role caps, 6 × 2 levels, 20 people', drawn(roleCaps, 20)],
];

console.log('| case | explained | median CPU ms | worst CPU ms | given up |');
console.log('|---|---|---|---|---|');
for (const [name, make] of cases) {
  const asked = Array.from({ length: ROUNDS }, (_, seed) => make(seed + 1));
  for (const explain of [false, true]) {
    const { median, worst, undecided } = measure(asked, explain);
    const figures = [median.toFixed(2), worst.toFixed(2), `${undecided} of ${ROUNDS}`];
    console.log(`| ${name} | ${explain ? 'yes' : 'no'} | ${figures.join(' | ')} |`);
  }
}

const RISK_ROUNDS = 10;
/** People, and the share of them who hold each certification. */
const COMPANIES = [
  [10, 0.3],
  [30, 0.1],
  [60, 0.1],
  [200, 0.1],
  [200, 0.02],
  [1000, 0.05],
  [1000, 0.004],
  [5000, 0.001],
] as const;

console.log('\n| people | share | median CPU ms | worst CPU ms | levels | undecided |');
console.log('|---|---|---|---|---|---|');
for (const [people, share] of COMPANIES) {
  const times: number[] = [];
  let levels = 0;
  let undecided = 0;
  for (let seed = 1; seed <= RISK_ROUNDS; seed++) {
    const document = company(people, roles, share, people * 100 + seed);
    const started = process.cpuUsage();
    const asked = { validAt: '2010-06-01', knownAt: null, until: '2010-12-31' };
    const answer = levelRisk(document, cisco, asked);
    const { user, system } = process.cpuUsage(started);
    times.push((user + system) / 1e3);
    if (answer.kind !== 'projected') throw new Error('the question is refused');
    levels += answer.risk.levels.length;
    undecided += (answer.risk.warnings ?? []).length;
  }
  times.sort((left, right) => left - right);
  const figures = [times[times.length >> 1]!.toFixed(0), times.at(-1)!.toFixed(0), levels, undecided];
  console.log(`| ${people} | ${share} | ${figures.join(' | ')} |`);
}
