import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import type { PlanActionView } from '../../../src/contract/plans.ts';
import { useText } from '../../messages/use-text.ts';
import { NumberField } from './NumberField.tsx';
import styles from './Planner.module.css';
import type { PlanDraft } from './plan-draft.ts';
import type { Amounts } from './use-amounts.ts';

interface AdjustFormProps {
  readonly action: PlanActionView;
  readonly name: string;
  readonly draft: PlanDraft;
  readonly amounts: Amounts;
  readonly onApply: (draft: PlanDraft) => void;
}

/** The price of a skill is asked for by its own name, that of a renewal by another one. */
const priceKey = ({ skill, renewal }: PlanActionView) => (renewal ? `renewal:${skill}` : skill);

/** The own price of a skill, and how much time one person may spend. */
export function AdjustForm({ action, name, draft, amounts, onApply }: AdjustFormProps) {
  const t = useText();
  const [price, setPrice] = useState({ money: action.cost, hours: action.hours });
  const known = draft.maxHours[action.person];
  const [limited, setLimited] = useState(known !== undefined);
  const [most, setMost] = useState(known ?? action.hours);
  const apply = () => {
    const { [action.person]: _, ...others } = draft.maxHours;
    const changed = price.money !== action.cost || price.hours !== action.hours;
    onApply({
      ...draft,
      costs: changed ? { ...draft.costs, [priceKey(action)]: price } : draft.costs,
      maxHours: limited ? { ...others, [action.person]: most } : others,
    });
  };
  return (
    <div className={styles.limits}>
      <div className={styles.pair}>
        <NumberField
          label={t('plans.cost.money', { unit: amounts.unit })}
          value={price.money}
          onChange={(money) => setPrice({ ...price, money })}
        />
        <NumberField
          label={t('plans.cost.hours')}
          value={price.hours}
          onChange={(hours) => setPrice({ ...price, hours })}
        />
      </div>
      <Checkbox
        label={t('plans.adjust.limit', { name })}
        checked={limited}
        onChange={(_, data) => setLimited(data.checked === true)}
      />
      {limited && <NumberField label={t('plans.adjust.most')} value={most} onChange={setMost} />}
      <div>
        <Button onClick={apply}>{t('plans.adjust.apply')}</Button>
      </div>
    </div>
  );
}
