import type {
  SkillsReport,
  SkillsReportColumn,
  SkillsReportRow,
} from '../../../src/contract/skills-report.ts';
import type { WindowedRows } from '../../components/windowed-rows.ts';
import { useText } from '../../messages/use-text.ts';
import { usePrinting } from '../../ui/use-printing.ts';
import { useReportColumns } from './report-columns.tsx';
import styles from './SkillsReport.module.css';

const ON_PAPER: readonly (readonly SkillsReportColumn[])[] = [
  ['firstName', 'lastName'],
  ['mcid'],
  ['skillId', 'skillTitle'],
  ['achievedOn'],
  ['expiresOn'],
  ['countsNow'],
  ['reason'],
];

function loadedRows(rows: WindowedRows<SkillsReportRow, SkillsReport>): SkillsReportRow[] {
  const loaded: SkillsReportRow[] = [];
  for (let index = 0; index < rows.count; index++) {
    const row = rows.rowAt(index);
    if (row === undefined) break;
    loaded.push(row);
  }
  return loaded;
}

interface PrintedReportProps {
  readonly rows: WindowedRows<SkillsReportRow, SkillsReport>;
  readonly chosen: readonly SkillsReportColumn[];
}

/**
 * The rows on paper, where nothing scrolls: a plain table, drawn only while printing. A long report prints its
 * first rows and says where the others are.
 */
export function PrintedReport({ rows, chosen }: PrintedReportProps) {
  const t = useText();
  const columns = useReportColumns();
  const printing = usePrinting();
  if (!printing) return null;
  // An upright sheet has room for who, what, until when and why not; names that belong together share a column.
  const shown = ON_PAPER.map((ids) => ids.filter((id) => chosen.includes(id))).filter(
    (ids) => ids.length > 0,
  );
  const printed = loadedRows(rows);
  return (
    <div className={styles.printed}>
      <table>
        <thead>
          <tr>
            {shown.map((ids) => (
              <th key={ids.join()}>{ids.map((id) => columns[id].header).join(' · ')}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {printed.map((row) => (
            <tr key={row.id}>
              {shown.map((ids) => (
                <td key={ids.join()} className={ids.includes('skillTitle') ? styles.printedSkill : ''}>
                  {ids.map((id) => (
                    <span key={id}>{columns[id].cell(row)} </span>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {printed.length < rows.count && (
        <p>{t('report.printed.more', { printed: printed.length, count: rows.count })}</p>
      )}
    </div>
  );
}
