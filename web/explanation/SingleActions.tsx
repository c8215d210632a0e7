import { useIntl } from 'react-intl';
import type { SingleActionView } from '../../src/contract/explanation.ts';
import { useLocalText, useText } from '../messages/use-text.ts';
import styles from './Explanation.module.css';
import { useExplanation } from './explanation-context.ts';
import { skillName } from './PredicateList.tsx';

/** The sentence of one action: who does what, with names where the reader may see them. */
function useActionText(): (action: SingleActionView) => string {
  const t = useText();
  const local = useLocalText();
  const { formatList, formatNumber } = useIntl();
  const { people, programme } = useExplanation();
  const nameOf = (person: string) => people[person]?.label ?? person;
  return (action) => {
    switch (action.kind) {
      case 'obtain': {
        const further = action.count - action.people.length;
        const named = action.people.map(nameOf);
        const names = further > 0 ? [...named, t('competency.action.further', { count: further })] : named;
        return t('competency.action.obtain', {
          count: action.count,
          names: formatList(names, { type: further > 0 ? 'conjunction' : 'disjunction' }),
          skill: skillName(programme.skills, action.skill),
        });
      }
      case 'associate': {
        const name = nameOf(action.person);
        return action.account === null
          ? t('competency.action.associate', { name })
          : t('competency.action.associateAccount', { name, account: action.account });
      }
      case 'raise-metric': {
        const metric = programme.metrics[action.metric];
        return t('competency.action.metric', {
          metric: metric === undefined ? action.metric : local(metric.name),
          by: formatNumber(action.by),
          unit: metric === undefined ? '' : local(metric.unit),
        });
      }
      case 'have-asset': {
        const asset = programme.assets[action.asset];
        return t('competency.action.asset', { asset: asset === undefined ? action.asset : local(asset) });
      }
    }
  };
}

interface SingleActionsProps {
  readonly actions: readonly SingleActionView[];
  readonly complete: boolean;
}

/** What one person or the company could do by which the level would be met at once. */
export function SingleActions({ actions, complete }: SingleActionsProps) {
  const t = useText();
  const text = useActionText();
  if (actions.length === 0) {
    return complete ? <p className={styles.quiet}>{t('competency.action.none')}</p> : null;
  }
  return (
    <div className={styles.actions}>
      <span className={styles.quiet}>{t('competency.action.title')}</span>
      <ul>
        {actions.map((action) => (
          <li key={JSON.stringify(action)}>{text(action)}</li>
        ))}
      </ul>
      {!complete && <span className={styles.quiet}>{t('competency.action.notAll')}</span>}
    </div>
  );
}
