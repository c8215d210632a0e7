/**
 * How long does the cheapest plan take, solver and proof included, the start of the process not?
 *   npx tsx bench/plan-bench.ts
 * Random companies, the same in each run: every person holds some of the skills that three gold levels name, and their
 * costs differ from skill to skill.
 */
import { join } from 'node:path';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import type { Programme } from '../src/domain/catalogue/catalogue.ts';
import type { FactsDocument } from '../src/domain/facts/facts-document.ts';
import { makePlan } from '../src/domain/planning/make-plan.ts';
import { readPlanQuestion } from '../src/domain/planning/read-plan-question.ts';
import { requirementWalk } from '../src/domain/requirement-kinds/requirement-kinds.ts';
import { parseDay } from '../src/domain/time/day.ts';
import { openSolver } from '../src/solver/highs-solver.ts';
import { printTable, quantile } from './bench-table.ts';

const ROUNDS = 5;
const AS_OF = '2018-06-01';
const BY = '2018-12-01';
const SECONDS = 5;

/** Of the whole process, the threads that compile the solver included: what others do on the machine does not show. */
function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

function skillsNamed({ competencies }: Programme, asked: readonly string[]): readonly string[] {
  const sets = competencies
    .filter(({ id }) => asked.includes(id))
    .flatMap(({ options }) => options.flatMap(({ levels }) => levels.flatMap((level) => level.sets)));
  return [...new Set(sets.flatMap((set) => requirementWalk.skills(set.requirement)))].sort();
}

/** `share` of the skills is held by each of the people who hold any; nine of ten hold none in a large company. */
function company(people: number, skills: readonly string[], share: number, seed: number): FactsDocument {
  const random = generator(seed);
  return {
    partner: { id: 'bench', market: 'developed' },
    complete: true,
    people: Array.from({ length: people }, (_, person) => ({
      id: `p${person}`,
      records: skills
        .filter(() => random() < share)
        .map((skill, index) => ({ id: `p${person}-${index}`, skill, achievedOn: '2017-09-01' })),
    })),
    metrics: [],
  };
}

function costsOf(skills: readonly string[], varied: boolean, seed: number) {
  const random = generator(seed);
  const own = skills.map(
    (skill) =>
      [
        skill,
        { money: 60 + 15 * Math.floor(random() * 9), hours: 5 + 5 * Math.floor(random() * 8) },
      ] as const,
  );
  return { default: { money: 165, hours: 40 }, ...(varied ? Object.fromEntries(own) : {}) };
}

const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
const solver = await openSolver();
const TARGETS: readonly (readonly string[])[] = [
  ['data-platform', 'data-analytics', 'application-development'],
  ['data-platform', 'datacenter', 'devops'],
  ['application-integration', 'collaboration-and-content', 'messaging'],
];
const rows: (string | number)[][] = [];
for (const asked of TARGETS) {
  const skills = skillsNamed(programme, asked);
  for (const [people, share] of [
    [50, 0.15],
    [500, 0.05],
    [5000, 0.02],
    [5000, 0.1],
  ] as const) {
    for (const varied of [false, true]) {
      const times: number[] = [];
      const ends = new Map<string, number>();
      for (let round = 0; round < ROUNDS; round++) {
        const facts = company(people, skills, share, round + 1);
        const value = {
          targets: asked.map((competency) => ({ competency, level: 'gold', option: null })),
          by: BY,
          survive: 1,
          costs: costsOf(skills, varied, round + 1),
        };
        const read = readPlanQuestion(value, programme, parseDay(AS_OF)!, new Set());
        if (read.kind !== 'question') throw new Error(JSON.stringify(read));
        const begun = cpuMilliseconds();
        const plan = makePlan(facts, programme, read.question, solver, SECONDS);
        times.push(cpuMilliseconds() - begun);
        if ('kind' in plan) throw new Error(JSON.stringify(plan));
        const end = plan.status === 'infeasible' ? `infeasible (${plan.reason!.code})` : plan.status;
        ends.set(end, (ends.get(end) ?? 0) + 1);
      }
      times.sort((left, right) => left - right);
      rows.push([
        asked.join(', '),
        people,
        share,
        varied ? 'of its own' : 'one for all',
        quantile(times, 0.5),
        times.at(-1)!,
        [...ends].map(([end, count]) => `${count} ${end}`).join(', '),
      ]);
    }
  }
}
printTable(
  ['gold', 'people', 'share held', 'cost of a skill', 'median CPU ms', 'worst CPU ms', 'ended'],
  rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toFixed(cell < 1 ? 2 : 0) : cell))),
);
