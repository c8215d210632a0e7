/**
 * How long does the cheapest plan take, solver and proof included, the start of the process not?
 *   npx tsx bench/plan-bench.ts
 * Random companies, the same in each run: every person holds some of the skills that three gold levels name, and their
 * costs differ from skill to skill.
 */
import { join } from 'node:path';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import { makePlan } from '../src/domain/planning/make-plan.ts';
import { readPlanQuestion } from '../src/domain/planning/read-plan-question.ts';
import { parseDay } from '../src/domain/time/day.ts';
import { warmUp } from '../src/features/shared/planning/warm-up.ts';
import { openSolver } from '../src/solver/highs-solver.ts';
import { printTable, quantile } from './bench-table.ts';
import { cpuMilliseconds, PLAN_AS_OF, PLAN_BY, planCompany, planCosts, skillsNamed } from './plan-company.ts';

const ROUNDS = 5;
const SECONDS = 5;

const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
const solver = await openSolver();
// As a server does before anybody asks.
warmUp([programme], solver);
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
        const facts = planCompany(people, skills, share, round + 1);
        const value = {
          targets: asked.map((competency) => ({ competency, level: 'gold', option: null })),
          by: PLAN_BY,
          survive: 1,
          costs: planCosts(skills, varied, round + 1),
        };
        const read = readPlanQuestion(value, programme, parseDay(PLAN_AS_OF)!, new Set());
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
