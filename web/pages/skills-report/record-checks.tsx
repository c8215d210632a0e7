import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RecordCheckView } from '../../../src/contract/list-checks.ts';
import type { SkillsReportRow } from '../../../src/contract/skills-report.ts';
import { recordChecksQuery } from '../../api/list-checks.ts';
import { usePartnerId } from '../../components/session.tsx';
import type { TableColumn } from '../../components/virtual-table/table-column.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';

/** What people have said of the records that are listed as theirs, by record. */
export function useRecordChecks(): ReadonlyMap<string, RecordCheckView> {
  const { data } = useQuery(recordChecksQuery(usePartnerId()));
  return useMemo(() => new Map((data?.value ?? []).map((check) => [check.recordId, check])), [data]);
}

export function CheckedText({ check }: { check: RecordCheckView }) {
  const t = useText();
  const dates = useDates();
  const text = check.verdict === 'confirmed' ? 'listCheck.confirmedOn' : 'listCheck.disputedOn';
  return t(text, { day: dates.day(check.checkedAt) });
}

/** A column of the screen alone, once somebody has said something: the files keep theirs. */
export function useCheckedColumn(): readonly TableColumn<SkillsReportRow>[] {
  const t = useText();
  const checks = useRecordChecks();
  if (checks.size === 0) return [];
  return [
    {
      id: 'checked',
      header: t('listCheck.column'),
      width: 200,
      sortable: false,
      cell: (row) => {
        const check = checks.get(row.recordId);
        return check === undefined ? '' : <CheckedText check={check} />;
      },
    },
  ];
}
