import type { SkillsReportColumn } from '../../../../src/contract/skills-report.ts';
import { COLUMN_NOTES } from '../../../help/column-notes.ts';
import { useLocalText, useText } from '../../../messages/use-text.ts';
import styles from './HelpParts.module.css';

/** In the order of the files; the schemas of the contract stay out of what a browser loads. */
const COLUMNS = Object.keys(COLUMN_NOTES) as SkillsReportColumn[];

/** Every column of the skills report, in the order of the files, under the header of the screen. */
export function ReportColumnsPart() {
  const t = useText();
  const local = useLocalText();
  return (
    <table className={styles.columns}>
      <thead>
        <tr>
          <th scope="col">{t('help.column')}</th>
          <th scope="col">{t('help.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {COLUMNS.map((column) => (
          <tr key={column}>
            <th scope="row">{t(`report.column.${column}`)}</th>
            <td>{local(COLUMN_NOTES[column])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
