import { useIntl } from 'react-intl';
import type { PlainRequirementView } from '../../../src/contract/plans.ts';
import { useAllOf } from '../../messages/use-all-of.ts';
import { useAnyOf } from '../../messages/use-any-of.ts';
import { useText } from '../../messages/use-text.ts';
import type { PlanNames } from './use-plan-names.ts';

/** Skills that one sentence names; the others are counted. */
const MOST_NAMED = 6;

/** One requirement in a few words, as a condition or an obstacle names it, and what limits the people who are possible. */
export function useRequirementText(
  names: PlanNames,
): (requirement: PlainRequirementView, within?: 'hours' | 'other') => string {
  const t = useText();
  const anyOf = useAnyOf();
  const allOf = useAllOf();
  const { formatNumber } = useIntl();
  return (requirement, within = 'other') => {
    switch (requirement.kind) {
      case 'performance':
        return t('plans.requirement.performance', {
          metric: names.metric(requirement.metric),
          need: formatNumber(requirement.need),
          unit: names.unit(requirement.metric),
        });
      case 'asset':
        return names.asset(requirement.asset);
      case 'asset-count':
        return t('plans.requirement.assets', {
          count: requirement.need,
          names: anyOf(requirement.anyOf.map(names.asset)),
        });
      case 'attained':
        return t('plans.requirement.attained', { levels: anyOf(requirement.anyOf.map(names.level)) });
      case 'score':
        return t('plans.requirement.score', { need: formatNumber(requirement.need) });
      default: {
        const { need, possible, groups, skills } = requirement;
        const named = skills.slice(0, MOST_NAMED).map(names.skill);
        const further = skills.length - named.length;
        return t('plans.requirement.people', {
          need,
          possible,
          within,
          group: groups.length === 0 ? 'none' : allOf(groups.map(names.group)),
          skills: anyOf(further > 0 ? [...named, t('plans.requirement.further', { count: further })] : named),
        });
      }
    }
  };
}
