import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { PlanResultView, PlanView } from '../../../src/contract/plans.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import styles from './Plan.module.css';
import { usePlanNames } from './use-plan-names.ts';
import { useRequirementText } from './use-requirement-text.ts';

const WARNINGS: Readonly<Record<PlanResultView['warnings'][number]['code'], MessageId>> = {
  'unknown-field': 'plans.warning.field',
  'unknown-skill': 'plans.warning.skill',
  'unknown-person': 'plans.warning.person',
};

export function PlanWarnings({ warnings }: Pick<PlanResultView, 'warnings'>) {
  const t = useText();
  if (warnings.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <ul className={styles.plain}>
          {warnings.map(({ code, about }) => (
            <li key={`${code} ${about}`}>{t(WARNINGS[code], { about: about ?? '' })}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

/** Figures and assets that the plan rests on and training cannot bring. */
export function PlanConditions({ plan, result }: { plan: PlanView; result: PlanResultView }) {
  const t = useText();
  const names = usePlanNames(plan);
  const text = useRequirementText(names);
  if (result.conditions.length === 0) return null;
  return (
    <section className={card.card}>
      <h2>{t('plans.conditions')}</h2>
      <p className={styles.quiet}>{t('plans.conditions.text')}</p>
      <ul className={styles.list}>
        {result.conditions.map((condition) => (
          <li key={JSON.stringify(condition)}>
            {names.target(condition)}
            {t('plans.infeasible.because')}
            {text(condition.requirement)}
          </li>
        ))}
      </ul>
    </section>
  );
}
