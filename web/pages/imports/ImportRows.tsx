import { Button, Tab, TabList } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportRow, ImportRun } from '../../../src/contract/imports.ts';
import { importRowsQuery } from '../../api/queries.ts';
import { usePartnerId } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import styles from './Imports.module.css';
import { fieldLabel, RESULT_LABELS } from './import-labels.ts';
import { rowReasonText } from './import-problems.ts';

const ROWS_AT_ONCE = 50;

const RESULTS = Object.keys(RESULT_LABELS) as ImportRow['result'][];

function RowsTable({ rows }: { rows: readonly ImportRow[] }) {
  const t = useText();
  if (rows.every(({ reason, field, value }) => reason === null && field === null && value === null)) {
    return (
      <p className={styles.state}>
        {t('import.rows.unremarkable', {
          count: rows.length,
          lines: rows.map(({ line }) => line).join(', '),
        })}
      </p>
    );
  }
  return (
    <div className={table.card}>
      <table className={`${table.table} ${table.cards}`} aria-label={t('import.rows')}>
        <thead>
          <tr>
            <th>{t('import.rows.line')}</th>
            <th>{t('import.rows.reason')}</th>
            <th>{t('import.rows.field')}</th>
            <th>{t('import.rows.value')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td data-label={t('import.rows.line')}>{row.line}</td>
              <td data-label={t('import.rows.reason')}>
                {row.reason === null ? '–' : rowReasonText(t, row.reason, row.value)}
              </td>
              <td data-label={t('import.rows.field')}>
                {row.field === null ? '–' : fieldLabel(t, row.field)}
              </td>
              <td data-label={t('import.rows.value')} className={styles.samples}>
                {row.value ?? '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The answer to every row, the refused ones first. */
export function ImportRows({ run }: { run: ImportRun }) {
  const t = useText();
  const partner = usePartnerId();
  const filled = RESULTS.filter((result) => run.counts[result] > 0);
  const [chosen, setChosen] = useState<ImportRow['result'] | null>(null);
  const [skip, setSkip] = useState(0);
  const first = filled.includes('rejected') ? 'rejected' : (filled[0] ?? 'created');
  const result = chosen ?? first;
  const query = useQuery(importRowsQuery(partner, run, result, skip, ROWS_AT_ONCE));
  if (filled.length === 0) return null;
  const count = query.data?.count ?? 0;
  return (
    <section className={styles.section}>
      <h2>{t('import.rows')}</h2>
      <TabList
        size="small"
        selectedValue={result}
        onTabSelect={(_, data) => {
          setChosen(data.value as ImportRow['result']);
          setSkip(0);
        }}
      >
        {filled.map((one) => (
          <Tab key={one} value={one}>
            {t('import.rows.tab', { result: t(RESULT_LABELS[one]), count: run.counts[one] })}
          </Tab>
        ))}
      </TabList>
      {query.data !== undefined && <RowsTable rows={query.data.value} />}
      {count > ROWS_AT_ONCE && (
        <div className={styles.actions}>
          <Button disabled={skip === 0} onClick={() => setSkip(Math.max(0, skip - ROWS_AT_ONCE))}>
            {t('import.rows.before')}
          </Button>
          <span className={styles.hint}>
            {t('import.rows.range', {
              first: skip + 1,
              last: Math.min(count, skip + ROWS_AT_ONCE),
              count,
            })}
          </span>
          <Button disabled={skip + ROWS_AT_ONCE >= count} onClick={() => setSkip(skip + ROWS_AT_ONCE)}>
            {t('import.rows.after')}
          </Button>
        </div>
      )}
    </section>
  );
}
