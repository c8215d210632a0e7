/** Every level of the delivered programmes can be planned for, and the plan holds by the rules themselves. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueRoot } from '../../../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../../../src/catalogue/load-programme.ts';
import type { Programme } from '../../../src/domain/catalogue/catalogue.ts';
import { setInForce } from '../../../src/domain/catalogue/requirement-sets.ts';
import type { FactsDocument, FactsMetric } from '../../../src/domain/facts/facts-document.ts';
import type { IntegerSolver } from '../../../src/domain/planning/integer-programme.ts';
import { withActions } from '../../../src/domain/planning/planned-facts.ts';
import { requirementWalk } from '../../../src/domain/requirement-kinds/requirement-kinds.ts';
import { addMonths, formatMonth, monthOf, parseDay } from '../../../src/domain/time/day.ts';
import { openSolver } from '../../../src/solver/highs-solver.ts';
import { isMet, leaving, planFor } from './support/plans.ts';

let solver: IntegerSolver;
beforeAll(async () => {
  solver = await openSolver();
});

interface Asked {
  readonly competency: string;
  readonly level: string;
  readonly option: string | null;
}

/** All levels and options in force on the day, with a company that lacks nothing but people. */
function everythingOf({ competencies, assets }: Programme, by: string, people: number) {
  const day = parseDay(by)!;
  const asked: Asked[] = [];
  const metrics: FactsMetric[] = [];
  const months = Array.from({ length: 12 }, (_, index) => formatMonth(monthOf(addMonths(day, -1 - index))));
  for (const competency of competencies) {
    for (const option of competency.options) {
      for (const { level, sets } of option.levels) {
        const set = setInForce(sets, day);
        if (set === null) continue;
        asked.push({ competency: competency.id, level, option: option.id });
        for (const leaf of requirementWalk.leaves(set.requirement)) {
          if (leaf.kind === 'performance') {
            for (const month of months) metrics.push({ metric: leaf.metric, month, value: leaf.min });
          }
          for (const metric of leaf.kind === 'score' ? leaf.metrics : []) {
            if (metric.kind !== 'units') continue;
            for (const { metric: id, unitsForMax } of metric.inputs) {
              const value = unitsForMax.developed;
              metrics.push({ metric: id, month: months[0]!, value, competency: competency.id });
            }
          }
        }
      }
    }
  }
  const facts: FactsDocument = {
    partner: { id: 'contoso', market: 'developed' },
    people: Array.from({ length: people }, (_, index) => ({ id: `p${index}`, records: [] })),
    metrics: [
      ...new Map(
        metrics.map((one) => [JSON.stringify([one.metric, one.month, one.competency]), one]),
      ).values(),
    ],
    assets: [...assets.keys()].map((asset) => ({ asset, from: '2000-01-01' })),
  };
  return { asked, facts };
}

const COSTS = { default: { money: 165, hours: 40 } };

describe.each([
  ['microsoft-competencies', '2018-12-01', 12, 40],
  ['microsoft-competencies', '2020-12-01', 24, 3],
  ['solutions-partner', '2024-06-01', 24, 4],
  ['solutions-partner', '2025-12-01', 24, 8],
  ['aws-services-path', '2024-06-01', 30, 3],
  ['cisco-role-caps', '2010-06-01', 8, 8],
] as const)('plans for %s on %s', (id, by, people, levels) => {
  it('meet every level and option at the least cost, also after any departure', async () => {
    const rules = await loadProgramme(join(catalogueRoot(), id));
    const { asked, facts } = everythingOf(rules, by, people);
    expect(asked.length).toBeGreaterThanOrEqual(levels);
    for (const target of asked) {
      for (const survive of [0, 1]) {
        const targets = { targets: [target], by, survive, costs: COSTS };
        const plan = planFor(rules, facts, targets, solver);
        const name = JSON.stringify({ ...target, survive, reason: plan.reason?.code });
        if (plan.status === 'infeasible') {
          const { code, competency, requirement } = plan.reason!;
          expect([name, competency, requirement !== null || code === 'other-track']).toEqual([
            name,
            target.competency,
            true,
          ]);
          continue;
        }
        expect([name, plan.status]).toEqual([name, 'optimal']);
        const planned = withActions(facts, plan.actions, by);
        expect([name, isMet(rules, planned, targets)]).toEqual([name, true]);
        for (const rest of leaving(planned, survive))
          expect([name, isMet(rules, rest, targets)]).toEqual([name, true]);
        if (survive > 0) continue;
        for (const action of plan.actions) {
          const fewer = plan.actions.filter((one) => one !== action);
          const dropped = withActions(facts, fewer, by);
          const isPrerequisite = plan.actions.some(({ person, skill }) => {
            const { prerequisites } = rules.skills.get(skill)!;
            return person === action.person && prerequisites.includes(action.skill);
          });
          if (!isPrerequisite) expect([name, isMet(rules, dropped, targets)]).toEqual([name, false]);
        }
      }
    }
  }, 120_000);
});
