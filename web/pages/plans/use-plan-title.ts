import type { PlanSummary } from '../../../src/contract/plans.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';

/** The name somebody gave it, else the levels it is about. */
export function usePlanTitle(): (plan: Pick<PlanSummary, 'name' | 'targets'>) => string {
  const t = useText();
  const local = useLocalText();
  return ({ name, targets }) =>
    name ??
    targets
      .map((target) => t('plans.target', { competency: local(target.name), level: local(target.levelName) }))
      .join(', ');
}
