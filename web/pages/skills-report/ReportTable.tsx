import { Button } from '@fluentui/react-components';
import { TableDismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type {
  SkillsReport,
  SkillsReportColumn,
  SkillsReportRow,
} from '../../../src/contract/skills-report.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { nextOrder, parseOrder } from '../../components/virtual-table/table-column.ts';
import { VirtualCards } from '../../components/virtual-table/VirtualCards.tsx';
import { VirtualTable } from '../../components/virtual-table/VirtualTable.tsx';
import type { WindowedRows } from '../../components/windowed-rows.ts';
import { useReasonText } from '../../explanation/use-reason-text.ts';
import { useText } from '../../messages/use-text.ts';
import { usePhone } from '../../ui/use-phone.ts';
import { PrintedReport } from './PrintedReport.tsx';
import { RecordPanel } from './RecordPanel.tsx';
import { useWithChecks } from './record-checks.tsx';
import { CountsMark, useReportColumns } from './report-columns.tsx';
import { withoutFilters } from './report-filters.ts';
import styles from './SkillsReport.module.css';

interface ReportTableProps {
  readonly rows: WindowedRows<SkillsReportRow, SkillsReport>;
  readonly chosen: readonly SkillsReportColumn[];
}

function Card({ row }: { row: SkillsReportRow }) {
  const reason = useReasonText();
  return (
    <>
      <span className={styles.cardHead}>
        <strong>
          {row.firstName} {row.lastName}
        </strong>
        <CountsMark counts={row.countsNow} />
      </span>
      <span>
        {row.skillId} · {row.skillTitle}
      </span>
      {row.reason !== null && <span className={styles.state}>{reason(row.reason)}</span>}
    </>
  );
}

/** The rows: a table on a wide screen, cards on a phone; a row opens its record. */
export function ReportTable({ rows, chosen }: ReportTableProps) {
  const t = useText();
  const phone = usePhone();
  const columns = useReportColumns();
  const withChecks = useWithChecks();
  const [url, patch] = useUrlState();
  const [open, setOpen] = useState<SkillsReportRow | null>(null);
  const order = parseOrder(url.orderby);
  if (rows.count === 0) {
    return (
      <EmptyState icon={<TableDismissRegular />} title={t('report.nothing')}>
        <Button onClick={() => patch(withoutFilters())}>{t('report.filters.clear')}</Button>
      </EmptyState>
    );
  }
  const shared = {
    label: t('report.tab'),
    count: rows.count,
    rowAt: rows.rowAt,
    onRange: rows.onRange,
    onOpen: setOpen,
  };
  return (
    <>
      <PrintedReport rows={rows} chosen={chosen} />
      {phone ? (
        <VirtualCards {...shared} card={(row) => <Card row={row} />} />
      ) : (
        <VirtualTable
          {...shared}
          columns={chosen.map((id) => withChecks(columns[id]))}
          order={order}
          onOrder={(column) => patch({ orderby: nextOrder(order, column) })}
          stale={rows.head.isPlaceholderData}
        />
      )}
      <RecordPanel row={open} onClose={() => setOpen(null)} />
    </>
  );
}
