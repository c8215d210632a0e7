import { Button } from '@fluentui/react-components';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { HistoryChange } from '../../../src/contract/performance-report.ts';
import { DateText } from '../../components/DateText.tsx';
import { ChangeCells } from '../../components/lifecycle/ChangeCells.tsx';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import { usePrinting } from '../../ui/use-printing.ts';
import styles from './PerformanceReport.module.css';

/** So many changes are told before the reader asks for all. */
const SHOWN = 20;

function Change({ change }: { change: HistoryChange }) {
  const t = useText();
  const local = useLocalText();
  const { on, competency, name } = change;
  return (
    <tr>
      <td data-label={t('lifecycle.history.on')}>
        <DateText on={on} />
      </td>
      <td data-label={t('competencies.column.competency')}>
        <Link to={PATHS.competency} params={{ competency }} className={table.link}>
          {local(name)}
        </Link>
      </td>
      <ChangeCells change={change} />
    </tr>
  );
}

/** Every change of a level of any competency, the latest first. */
export function ReportHistory({ history }: { history: readonly HistoryChange[] }) {
  const t = useText();
  const printing = usePrinting();
  const [all, setAll] = useState(false);
  const shown = all || printing ? history : history.slice(0, SHOWN);
  return (
    <section className={styles.competency}>
      <h2>{t('lifecycle.history')}</h2>
      {history.length === 0 ? (
        <p className={table.quiet}>{t('lifecycle.history.nothing')}</p>
      ) : (
        <div className={table.card}>
          <table className={`${table.table} ${table.cards}`} aria-label={t('lifecycle.history')}>
            <thead>
              <tr>
                <th>{t('lifecycle.history.on')}</th>
                <th>{t('competencies.column.competency')}</th>
                <th>{t('lifecycle.history.level')}</th>
                <th>{t('lifecycle.column')}</th>
                <th>{t('lifecycle.history.cause')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((change) => (
                <Change
                  key={`${change.competency} ${change.level} ${change.on} ${change.cause}`}
                  change={change}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length < history.length && (
        <p className="no-print">
          <Button onClick={() => setAll(true)}>
            {t('performance.history.all', { count: history.length })}
          </Button>
        </p>
      )}
    </section>
  );
}
