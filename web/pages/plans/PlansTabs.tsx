import { PageTabs } from '../../components/PageTabs.tsx';
import { PATHS } from '../../paths.ts';

const TABS = {
  plans: { path: PATHS.plans, label: 'plans.tab.list' },
  planner: { path: PATHS.planner, label: 'plans.new' },
  scenarios: { path: PATHS.planScenarios, label: 'study.scenarios' },
  candidates: { path: PATHS.planCandidates, label: 'study.candidates' },
} as const;

/** The pages of planning: what there is, what is wanted, what if, and whom to hire. */
export function PlansTabs({ shown }: { shown: keyof typeof TABS }) {
  return <PageTabs tabs={TABS} selected={shown} />;
}
