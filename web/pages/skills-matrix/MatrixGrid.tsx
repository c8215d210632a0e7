import { useMemo, useState } from 'react';
import type { MatrixPerson, SkillsMatrix } from '../../../src/contract/skills-matrix.ts';
import { type MatrixColumn, VirtualMatrix } from '../../components/virtual-matrix/VirtualMatrix.tsx';
import { VirtualCards } from '../../components/virtual-table/VirtualCards.tsx';
import type { WindowedRows } from '../../components/windowed-rows.ts';
import { useReasonText } from '../../explanation/use-reason-text.ts';
import { useText } from '../../messages/use-text.ts';
import { usePhone } from '../../ui/use-phone.ts';
import { CellMark, useCellText } from './CellMark.tsx';
import { CellPanel, type OpenedCell } from './CellPanel.tsx';
import { PrintedMatrix } from './PrintedMatrix.tsx';
import { SkillHeader } from './SkillHeader.tsx';
import styles from './SkillsMatrix.module.css';
import { StandingText } from './StandingText.tsx';

interface MatrixGridProps {
  readonly matrix: SkillsMatrix;
  readonly rows: WindowedRows<MatrixPerson, SkillsMatrix>;
}

function fullName({ firstName, lastName }: MatrixPerson): string {
  return `${lastName} ${firstName}`;
}

function PersonCard({ person, matrix }: { person: MatrixPerson; matrix: SkillsMatrix }) {
  return (
    <>
      <span className={styles.name}>{fullName(person)}</span>
      <StandingText standing={person.standing} />
      <span className={styles.card}>
        {matrix.skills.flatMap(({ id, code }) => {
          const cell = person.cells[id];
          return cell === undefined
            ? []
            : [<span key={`${id} code`}>{code}</span>, <CellMark key={id} cell={cell} />];
        })}
      </span>
    </>
  );
}

/** The sentence of the cell under the pointer or the focus: a cell that says no says why. */
function useReadout(matrix: SkillsMatrix): (looked: OpenedCell | null) => string {
  const t = useText();
  const cellText = useCellText();
  const reasonText = useReasonText();
  return (looked) => {
    if (looked === null || looked.skill === null) return '';
    const { person, skill } = looked;
    const cell = person.cells[skill.id];
    const values = { person: fullName(person), skill: skill.title, state: cellText(cell) };
    if (!matrix.skills.includes(skill)) return '';
    return cell?.reason == null
      ? t('matrix.cell.why', values)
      : t('matrix.cell.whyNot', { ...values, reason: reasonText(cell.reason) });
  };
}

/** People and skills: a matrix on a wide screen, cards on a phone, tables on paper. */
export function MatrixGrid({ matrix, rows }: MatrixGridProps) {
  const t = useText();
  const phone = usePhone();
  const [opened, setOpened] = useState<OpenedCell | null>(null);
  const [looked, setLooked] = useState<OpenedCell | null>(null);
  const readout = useReadout(matrix);
  const { skills, competency } = matrix;
  const columns = useMemo(
    () =>
      skills.map(
        (skill): MatrixColumn => ({
          id: skill.id,
          header: <SkillHeader skill={skill} competency={competency} />,
        }),
      ),
    [skills, competency],
  );
  const cellAt = (person: MatrixPerson | null, id: string | null): OpenedCell | null =>
    person === null ? null : { person, skill: skills.find((skill) => skill.id === id) ?? null };
  const shared = {
    label: t('matrix.title'),
    count: rows.count,
    rowAt: rows.rowAt,
    onRange: rows.onRange,
  };
  return (
    <>
      {phone ? (
        <VirtualCards
          {...shared}
          onOpen={(person) => setOpened(cellAt(person, null))}
          card={(person) => <PersonCard person={person} matrix={matrix} />}
        />
      ) : (
        <>
          <VirtualMatrix
            {...shared}
            corner={t('matrix.person')}
            columns={columns}
            rowHeader={(person) => (
              <>
                <span className={styles.name}>{fullName(person)}</span>
                <StandingText standing={person.standing} />
              </>
            )}
            cell={(person, skill) => <CellMark cell={person.cells[skill]} />}
            onOpen={(person, skill) => setOpened(cellAt(person, skill))}
            onLookAt={(person, skill) => setLooked(cellAt(person, skill))}
            stale={rows.head.isPlaceholderData}
          />
          <p className={`${styles.readout} no-print`} aria-live="polite">
            {readout(looked)}
          </p>
        </>
      )}
      <PrintedMatrix matrix={matrix} rows={rows} />
      <CellPanel opened={opened} matrix={matrix} onClose={() => setOpened(null)} />
    </>
  );
}
