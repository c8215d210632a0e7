import { CheckmarkRegular, SubtractCircleRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import type { SkillsReportColumn, SkillsReportRow } from '../../../src/contract/skills-report.ts';
import { useProviderLabel, useSkillTypeLabel, useUserStatusLabel } from '../../components/use-labels.ts';
import type { TableColumn } from '../../components/virtual-table/table-column.ts';
import { optionText } from '../../explanation/option-text.ts';
import { useReasonText } from '../../explanation/use-reason-text.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import styles from './SkillsReport.module.css';

interface ColumnShape {
  readonly header: MessageId;
  readonly width: number;
}

/** In the fixed order of the files. */
export const REPORT_COLUMNS: Readonly<Record<SkillsReportColumn, ColumnShape>> = {
  firstName: { header: 'report.column.firstName', width: 100 },
  lastName: { header: 'report.column.lastName', width: 112 },
  workEmail: { header: 'report.column.workEmail', width: 216 },
  userStatus: { header: 'report.column.userStatus', width: 100 },
  mcid: { header: 'report.column.mcid', width: 92 },
  provider: { header: 'report.column.provider', width: 160 },
  skillType: { header: 'report.column.skillType', width: 116 },
  skillId: { header: 'report.column.skillId', width: 176 },
  skillTitle: { header: 'report.column.skillTitle', width: 300 },
  achievedOn: { header: 'report.column.achievedOn', width: 130 },
  expiresOn: { header: 'report.column.expiresOn', width: 176 },
  retiredOn: { header: 'report.column.retiredOn', width: 130 },
  associatedInPmc: { header: 'report.column.associatedInPmc', width: 138 },
  associatedInPartnerCenter: { header: 'report.column.associatedInPartnerCenter', width: 168 },
  relevantFor: { header: 'report.column.relevantFor', width: 360 },
  countsNow: { header: 'report.column.countsNow', width: 104 },
  reason: { header: 'report.column.reason', width: 440 },
};

export const COLUMN_IDS = Object.keys(REPORT_COLUMNS) as SkillsReportColumn[];

export function CountsMark({ counts }: { counts: boolean }) {
  const t = useText();
  return (
    <span className={counts ? styles.counts : styles.countsNot}>
      {counts ? <CheckmarkRegular /> : <SubtractCircleRegular />}
      {t(counts ? 'common.yes' : 'common.no')}
    </span>
  );
}

/** The columns with their headers and cells in the language of the page. */
export function useReportColumns(): Readonly<Record<SkillsReportColumn, TableColumn<SkillsReportRow>>> {
  const t = useText();
  const dates = useDates();
  const local = useLocalText();
  const provider = useProviderLabel();
  const type = useSkillTypeLabel();
  const status = useUserStatusLabel();
  const reason = useReasonText();
  return useMemo(() => {
    const day = (on: string | null) => (on === null ? '' : dates.shortDay(on));
    const yesNo = (value: boolean) => t(value ? 'common.yes' : 'common.no');
    const cells: Readonly<Record<SkillsReportColumn, (row: SkillsReportRow) => React.ReactNode>> = {
      firstName: (row) => <span title={row.firstName}>{row.firstName}</span>,
      lastName: (row) => <span title={row.lastName}>{row.lastName}</span>,
      workEmail: (row) => <span title={row.workEmail}>{row.workEmail}</span>,
      userStatus: (row) => status(row.userStatus),
      mcid: (row) => row.mcid,
      provider: (row) => provider(row.provider),
      skillType: (row) => type(row.skillType),
      skillId: (row) => <span title={row.skillId}>{row.skillId}</span>,
      skillTitle: (row) => <span title={row.skillTitle}>{row.skillTitle}</span>,
      achievedOn: (row) => day(row.achievedOn),
      expiresOn: (row) => day(row.expiresOn),
      retiredOn: (row) => day(row.retiredOn),
      associatedInPmc: (row) => yesNo(row.associatedInPmc),
      associatedInPartnerCenter: (row) => yesNo(row.associatedInPartnerCenter),
      relevantFor: (row) => {
        const text = row.relevantFor.map((one) => optionText(one, local)).join(', ');
        return <span title={text}>{text}</span>;
      },
      countsNow: (row) => (
        <span title={row.reason === null ? undefined : reason(row.reason)}>
          <CountsMark counts={row.countsNow} />
        </span>
      ),
      reason: (row) => {
        const text = row.reason === null ? '' : reason(row.reason);
        return <span title={text}>{text}</span>;
      },
    };
    return Object.fromEntries(
      COLUMN_IDS.map((id) => {
        const { header, width } = REPORT_COLUMNS[id];
        const pinned = id === 'countsNow';
        return [id, { id, header: t(header), width, sortable: true, pinned, cell: cells[id] }];
      }),
    ) as Record<SkillsReportColumn, TableColumn<SkillsReportRow>>;
  }, [t, dates, local, provider, type, status, reason]);
}
