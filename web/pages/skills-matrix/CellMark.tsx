import { CheckmarkRegular, ClockRegular, DismissRegular } from '@fluentui/react-icons';
import type { MatrixCell } from '../../../src/contract/skills-matrix.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './SkillsMatrix.module.css';

const ICONS = { counts: CheckmarkRegular, ending: ClockRegular, not: DismissRegular };

/** The state of a cell in words. */
export function useCellText(): (cell: MatrixCell | undefined) => string {
  const t = useText();
  const dates = useDates();
  return (cell) => {
    if (cell === undefined) return t('matrix.cell.none');
    if (cell.countsUntil !== null) return t('matrix.cell.ending', { day: dates.shortDay(cell.countsUntil) });
    return t(cell.state === 'not' ? 'matrix.cell.not' : 'matrix.cell.counts');
  };
}

/** A skill of a person: a sign, a colour and the words. Where there is none the cell is quiet, and still says so. */
export function CellMark({ cell }: { cell: MatrixCell | undefined }) {
  const text = useCellText()(cell);
  if (cell === undefined) {
    return (
      <span className={`${styles.mark} ${styles.none}`}>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{text}</span>
      </span>
    );
  }
  const Icon = ICONS[cell.state];
  return (
    <span className={`${styles.mark} ${styles[cell.state]}`}>
      <Icon fontSize={16} />
      <span>{text}</span>
    </span>
  );
}
