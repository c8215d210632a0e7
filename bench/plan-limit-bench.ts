/**
 * Is a plan told when its time is over? Every gold level at once, which no limit of a second or two suffices for.
 *   npx tsx bench/plan-limit-bench.ts
 */
import { join } from 'node:path';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import { makePlan } from '../src/domain/planning/make-plan.ts';
import { readPlanQuestion } from '../src/domain/planning/read-plan-question.ts';
import { parseDay } from '../src/domain/time/day.ts';
import { openSolver } from '../src/solver/highs-solver.ts';
import { printTable } from './bench-table.ts';
import {
  cpuMilliseconds,
  figuresMet,
  PLAN_AS_OF,
  PLAN_BY,
  planCompany,
  planCosts,
  skillsNamed,
} from './plan-company.ts';

const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
const solver = await openSolver();
const asked = programme.competencies
  .filter(({ options }) => options.some(({ levels }) => levels.some(({ level }) => level === 'gold')))
  .map(({ id }) => id);
const skills = skillsNamed(programme, asked);
const rows: string[][] = [];
for (const seconds of [1, 2]) {
  for (const [people, share] of [
    [50, 0.05],
    [500, 0.05],
    [5000, 0.02],
    [5000, 0.1],
  ] as const) {
    for (const varied of [false, true]) {
      for (const survive of [0, 1, 2]) {
        const value = {
          targets: asked.map((competency) => ({ competency, level: 'gold', option: null })),
          by: PLAN_BY,
          survive,
          costs: planCosts(skills, varied, 1),
        };
        const read = readPlanQuestion(value, programme, parseDay(PLAN_AS_OF)!, new Set());
        if (read.kind !== 'question') throw new Error(JSON.stringify(read));
        const facts = { ...planCompany(people, skills, share, 1), metrics: figuresMet(programme) };
        const begun = [performance.now(), cpuMilliseconds()] as const;
        const plan = makePlan(facts, programme, read.question, solver, seconds);
        const took = [performance.now() - begun[0], cpuMilliseconds() - begun[1]] as const;
        if ('kind' in plan) throw new Error(JSON.stringify(plan));
        const found = plan.cost === null ? plan.reason!.code : `${plan.cost}, none below ${plan.bound}`;
        rows.push([
          String(seconds),
          String(people),
          String(share),
          varied ? 'of its own' : 'one for all',
          String(survive),
          ...took.map((ms) => (ms / 1000).toFixed(2)),
          `${plan.status}: ${found}`,
        ]);
      }
    }
  }
}
printTable(['limit s', 'people', 'share held', 'cost', 'survive', 'took s', 'CPU s', 'ended'], rows);
