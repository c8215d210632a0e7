import type { ReactNode } from 'react';
import styles from './FilterChip.module.css';

interface FilterChipProps {
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A number that filters the list below it. */
export function FilterChip({ pressed, onClick, children }: FilterChipProps) {
  return (
    <button type="button" aria-pressed={pressed} className={styles.chip} onClick={onClick}>
      {children}
    </button>
  );
}
