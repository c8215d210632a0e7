import type { MatrixPerson, MatrixSkill, SkillsMatrix } from '../../../src/contract/skills-matrix.ts';
import { PrintedRows } from '../../components/virtual-table/PrintedRows.tsx';
import type { WindowedRows } from '../../components/windowed-rows.ts';
import { useText } from '../../messages/use-text.ts';
import { CellMark } from './CellMark.tsx';
import styles from './SkillsMatrix.module.css';
import { StandingText } from './StandingText.tsx';

/** An upright sheet has room for a name and so many skills; further ones follow below, with the names again. */
const SKILLS_A_SHEET = 6;

interface PrintedMatrixProps {
  readonly matrix: SkillsMatrix;
  readonly rows: WindowedRows<MatrixPerson, SkillsMatrix>;
}

function inSheets(skills: readonly MatrixSkill[]): readonly (readonly MatrixSkill[])[] {
  const sheets = Math.ceil(skills.length / SKILLS_A_SHEET);
  return Array.from({ length: sheets }, (_, sheet) =>
    skills.slice(sheet * SKILLS_A_SHEET, (sheet + 1) * SKILLS_A_SHEET),
  );
}

export function PrintedMatrix({ matrix, rows }: PrintedMatrixProps) {
  const t = useText();
  const person = {
    id: 'person',
    header: t('matrix.person'),
    cell: (row: MatrixPerson) => (
      <>
        {row.lastName} {row.firstName}
        <StandingText standing={row.standing} />
      </>
    ),
  };
  return (
    <div className={styles.printed}>
      {inSheets(matrix.skills).map((skills) => (
        <PrintedRows
          key={skills[0]!.id}
          rows={rows}
          columns={[
            person,
            ...skills.map(({ id, code }) => ({
              id,
              header: code,
              cell: (row: MatrixPerson) => <CellMark cell={row.cells[id]} />,
            })),
          ]}
          paper={[['person'], ...skills.map(({ id }) => [id])]}
        />
      ))}
    </div>
  );
}
