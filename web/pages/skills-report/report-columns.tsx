import { CheckmarkRegular, SubtractCircleRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import type { SkillsReportColumn, SkillsReportRow } from '../../../src/contract/skills-report.ts';
import { useProviderLabel, useSkillTypeLabel, useUserStatusLabel } from '../../components/use-labels.ts';
import { TwoParts } from '../../components/virtual-table/TwoParts.tsx';
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

/**
 * In the fixed order of the files. The widths let the title of the skill be read without scrolling on a
 * window of 1440 pixels.
 */
export const REPORT_COLUMNS: Readonly<Record<SkillsReportColumn, ColumnShape>> = {
  firstName: { header: 'report.column.firstName', width: 84 },
  lastName: { header: 'report.column.lastName', width: 88 },
  workEmail: { header: 'report.column.workEmail', width: 150 },
  userStatus: { header: 'report.column.userStatus', width: 96 },
  mcid: { header: 'report.column.mcid', width: 76 },
  provider: { header: 'report.column.provider', width: 96 },
  skillType: { header: 'report.column.skillType', width: 102 },
  skillId: { header: 'report.column.skillId', width: 128 },
  skillTitle: { header: 'report.column.skillTitle', width: 204 },
  achievedOn: { header: 'report.column.achievedOn', width: 104 },
  expiresOn: { header: 'report.column.expiresOn', width: 140 },
  retiredOn: { header: 'report.column.retiredOn', width: 104 },
  associatedInPmc: { header: 'report.column.associatedInPmc', width: 112 },
  associatedInPartnerCenter: { header: 'report.column.associatedInPartnerCenter', width: 136 },
  relevantFor: { header: 'report.column.relevantFor', width: 280 },
  countsNow: { header: 'report.column.countsNow', width: 96 },
  reason: { header: 'report.column.reason', width: 340 },
};

/** Who and the answer stay in sight however far one scrolls sideways. */
const PINNED: Partial<Record<SkillsReportColumn, 'start' | 'end'>> = {
  firstName: 'start',
  lastName: 'start',
  countsNow: 'end',
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
      workEmail: (row) => <TwoParts text={row.workEmail} mark="@" />,
      userStatus: (row) => status(row.userStatus),
      mcid: (row) => row.mcid,
      provider: (row) => provider(row.provider),
      skillType: (row) => type(row.skillType),
      skillId: (row) => <TwoParts text={row.skillId} mark=":" />,
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
        const pinned = PINNED[id];
        return [id, { id, header: t(header), width, sortable: true, pinned, cell: cells[id] }];
      }),
    ) as Record<SkillsReportColumn, TableColumn<SkillsReportRow>>;
  }, [t, dates, local, provider, type, status, reason]);
}
