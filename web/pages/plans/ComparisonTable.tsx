import { ArrowDownFilled, ArrowUpFilled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ScenarioResult, StudyView } from '../../../src/contract/plan-studies.ts';
import { FilterChip } from '../../components/FilterChip.tsx';
import { LevelMark } from '../../components/LevelMark.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import { RepairCell } from './RepairCell.tsx';
import styles from './Scenarios.module.css';
import { usePlanNames } from './use-plan-names.ts';

type Comparison = Extract<StudyView, { kind: 'comparison' }>;
type Cell = ScenarioResult['competencies'][number];

const CHANGES: Readonly<Record<Exclude<Cell['change'], 'same'>, { label: MessageId; up: boolean }>> = {
  gained: { label: 'study.gained', up: true },
  higher: { label: 'study.higher', up: true },
  lost: { label: 'study.lost', up: false },
  lower: { label: 'study.lower', up: false },
};

function LevelCell({ cell }: { cell: Cell | undefined }) {
  const t = useText();
  if (cell === undefined) return <span className={table.quiet}>–</span>;
  const { level, change, departuresSurvived } = cell;
  const moved = change === 'same' ? null : CHANGES[change];
  return (
    <div className={styles.cell}>
      {level === null ? (
        <span className={table.quiet}>{t('competencies.none')}</span>
      ) : (
        <LevelMark level={level} size={22} />
      )}
      {moved !== null && (
        <span className={moved.up ? styles.up : styles.down}>
          {moved.up ? <ArrowUpFilled /> : <ArrowDownFilled />}
          {t(moved.label)}
        </span>
      )}
      {level !== null && departuresSurvived !== null && (
        <span className={styles.note}>{t('study.departures', { count: departuresSurvived })}</span>
      )}
    </div>
  );
}

/** Worth a row while only what matters is shown: a level here or there, or a change. */
function matters(scenarios: readonly ScenarioResult[], competency: string): boolean {
  return scenarios.some(({ competencies }) =>
    competencies.some(
      (one) => one.competency === competency && (one.level !== null || one.change !== 'same'),
    ),
  );
}

/** Every competency and the cost of keeping what is held, by scenario; the first column is how things are. */
export function ComparisonTable({ study }: { study: Comparison }) {
  const t = useText();
  const local = useLocalText();
  const names = usePlanNames(study);
  const [all, setAll] = useState(false);
  const { scenarios } = study;
  const rows = (scenarios[0]?.competencies ?? []).filter(
    ({ competency }) => all || matters(scenarios, competency),
  );
  return (
    <section className={card.card}>
      <div className={styles.resultHead}>
        <h2>{t('study.comparison')}</h2>
        <FilterChip pressed={all} onClick={() => setAll(!all)}>
          {t('study.all')}
        </FilterChip>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached with the keyboard. */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('study.comparison')}>
        <table className={`${table.table} ${styles.comparison}`}>
          <thead>
            <tr>
              <th scope="col">{t('competencies.column.competency')}</th>
              {scenarios.map(({ name }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two scenarios may have the same name.
                <th key={index} scope="col">
                  {name ?? t('study.asIs')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ competency, name }) => (
              <tr key={competency}>
                <th scope="row">{local(name)}</th>
                {scenarios.map(({ competencies }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two scenarios may have the same name.
                  <td key={index}>
                    <LevelCell cell={competencies.find((one) => one.competency === competency)} />
                  </td>
                ))}
              </tr>
            ))}
            {rows.length === 0 && (
              <tr>
                <td colSpan={scenarios.length + 1}>{t('study.noLevels')}</td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('study.repair')}</th>
              {scenarios.map(({ repair }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two scenarios may have the same name.
                <td key={index}>
                  <RepairCell repair={repair} currency={study.currency} names={names} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
      <p className={styles.note}>{t('study.repair.text')}</p>
    </section>
  );
}
