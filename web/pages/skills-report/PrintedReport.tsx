import type {
  SkillsReport,
  SkillsReportColumn,
  SkillsReportRow,
} from '../../../src/contract/skills-report.ts';
import { PrintedRows } from '../../components/virtual-table/PrintedRows.tsx';
import type { WindowedRows } from '../../components/windowed-rows.ts';
import { useReportColumns } from './report-columns.tsx';

/** An upright sheet has room for who, what, until when and why not; names that belong together share a column. */
const ON_PAPER: readonly (readonly SkillsReportColumn[])[] = [
  ['firstName', 'lastName'],
  ['mcid'],
  ['skillId', 'skillTitle'],
  ['achievedOn'],
  ['expiresOn'],
  ['countsNow'],
  ['reason'],
];

interface PrintedReportProps {
  readonly rows: WindowedRows<SkillsReportRow, SkillsReport>;
  readonly chosen: readonly SkillsReportColumn[];
}

/** The chosen columns of the report on paper. */
export function PrintedReport({ rows, chosen }: PrintedReportProps) {
  const columns = useReportColumns();
  return <PrintedRows rows={rows} columns={chosen.map((id) => columns[id])} paper={ON_PAPER} />;
}
