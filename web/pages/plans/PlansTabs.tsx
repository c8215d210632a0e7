import { PageTabs } from '../../components/PageTabs.tsx';
import { PATHS } from '../../paths.ts';

const TABS = {
  plans: { path: PATHS.plans, label: 'plans.tab.list' },
  planner: { path: PATHS.planner, label: 'plans.new' },
} as const;

/** The pages of planning: what there is, and what is wanted. */
export function PlansTabs({ shown }: { shown: keyof typeof TABS }) {
  return <PageTabs tabs={TABS} selected={shown} />;
}
