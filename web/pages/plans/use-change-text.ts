import { useIntl } from 'react-intl';
import type { ScenarioChangeView } from '../../../src/contract/plan-scenarios.ts';
import { useAllOf } from '../../messages/use-all-of.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import type { PlanNames } from './use-plan-names.ts';

/** One supposed change as a sentence. */
export function useChangeText(names: PlanNames): (change: ScenarioChangeView) => string {
  const t = useText();
  const dates = useDates();
  const allOf = useAllOf();
  const { formatNumber } = useIntl();
  const on = (day: string | undefined) => (day === undefined ? 'none' : dates.day(day));
  return (change) => {
    switch (change.kind) {
      case 'leaves':
        return t('study.change.leaves', { name: names.person(change.person), day: on(change.on) });
      case 'joins':
        return t('study.change.joins', {
          name: change.name,
          skills:
            change.skills.length === 0 ? 'none' : allOf(change.skills.map(({ skill }) => names.skill(skill))),
        });
      case 'passes':
        return t('study.change.passes', {
          name: names.person(change.person),
          skill: names.skill(change.skill),
        });
      case 'skill-retires':
        return t('study.change.retires', { skill: names.skill(change.skill), day: dates.day(change.on) });
      case 'rules-of':
        return t('study.change.rules', { day: dates.day(change.day) });
      case 'metric':
        return t('study.change.metric', {
          metric: names.metric(change.metric),
          value: formatNumber(change.value),
          unit: names.unit(change.metric),
        });
    }
  };
}
