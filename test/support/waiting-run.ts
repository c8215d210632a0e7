import type { NewPlannerRun } from '../../src/store/planner-runs-store.ts';

/** A question about a level that nobody has begun to work on. */
export function waitingRun(kind: NewPlannerRun['kind']): NewPlannerRun {
  return {
    kind,
    programme: 'microsoft-competencies',
    name: null,
    kept: false,
    rerunOf: null,
    request: {
      question: {
        targets: [{ competency: 'data-analytics', level: 'silver' }],
        by: '2027-03-01',
        costs: { default: { money: 165, hours: 40 } },
      },
    },
    asOf: '2026-11-21',
    knownAt: null,
  };
}
