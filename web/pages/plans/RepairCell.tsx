import type { PlanResultView } from '../../../src/contract/plans.ts';
import { useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import styles from './Scenarios.module.css';
import { useAmounts } from './use-amounts.ts';
import type { PlanNames } from './use-plan-names.ts';

interface RepairCellProps {
  /** Null until it is planned. */
  readonly repair: PlanResultView | null;
  readonly currency: string;
  readonly names: PlanNames;
}

/** What a plan costs, and who achieves what in it. */
export function RepairCell({ repair, currency, names }: RepairCellProps) {
  const t = useText();
  const amounts = useAmounts(currency);
  if (repair === null) return <span className={table.quiet}>–</span>;
  if (repair.cost === null) return <span className={styles.down}>{t('plans.state.infeasible')}</span>;
  if (repair.actions.length === 0) return <span className={table.quiet}>{t('study.repair.nothing')}</span>;
  return (
    <div className={styles.cell}>
      <strong>{amounts.money(repair.cost)}</strong>
      {repair.hours !== null && <span className={styles.note}>{amounts.hours(repair.hours)}</span>}
      <details>
        <summary>{t('study.repair.actions', { count: repair.actions.length })}</summary>
        <ul className={styles.actions}>
          {repair.actions.map(({ person, skill }) => (
            <li key={`${person} ${skill}`}>
              {t('study.repair.line', { name: names.person(person), skill: names.skill(skill) })}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
