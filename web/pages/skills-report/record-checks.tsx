import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RecordCheckView } from '../../../src/contract/list-checks.ts';
import type { SkillsReportRow } from '../../../src/contract/skills-report.ts';
import { recordChecksQuery } from '../../api/list-checks.ts';
import { usePartnerId } from '../../components/session.tsx';
import type { TableColumn } from '../../components/virtual-table/table-column.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './SkillsReport.module.css';

/** What people have said of the records that are listed as theirs, by record. */
export function useRecordChecks(): ReadonlyMap<string, RecordCheckView> {
  const { data } = useQuery(recordChecksQuery(usePartnerId()));
  return useMemo(() => new Map((data?.value ?? []).map((check) => [check.recordId, check])), [data]);
}

export function CheckedText({ check, short = false }: { check: RecordCheckView; short?: boolean }) {
  const t = useText();
  const dates = useDates();
  const text = check.verdict === 'confirmed' ? 'listCheck.confirmedOn' : 'listCheck.disputedOn';
  return t(text, { day: short ? dates.shortDay(check.checkedAt) : dates.day(check.checkedAt) });
}

/** Room for a day in words beside what counts. */
const WIDTH = 176;

/** Beneath the answer of a row what the person said of it, on the screen alone: the files keep their columns. */
export function useWithChecks(): (column: TableColumn<SkillsReportRow>) => TableColumn<SkillsReportRow> {
  const checks = useRecordChecks();
  return (column) => {
    if (column.id !== 'countsNow' || checks.size === 0) return column;
    return {
      ...column,
      width: WIDTH,
      cell: (row) => {
        const check = checks.get(row.recordId);
        return (
          <>
            {column.cell(row)}
            {check !== undefined && (
              <div className={styles.checked}>
                <CheckedText check={check} short />
              </div>
            )}
          </>
        );
      },
    };
  };
}
