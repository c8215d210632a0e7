import type { ReactNode } from 'react';
import styles from './Explanation.module.css';
import { type Outcome, OutcomeBadge } from './OutcomeBadge.tsx';

interface RequirementFrameProps {
  /** « basé sur les compétences » or « basé sur les performances », with the kind of figure. */
  readonly basis: string;
  readonly outcome: Outcome;
  readonly figure?: string;
  readonly children: ReactNode;
}

export function RequirementFrame({ basis, outcome, figure, children }: RequirementFrameProps) {
  return (
    <section className={styles.requirement}>
      <div className={styles.requirementHead}>
        <h3>{basis}</h3>
        {figure !== undefined && <span className={styles.figure}>{figure}</span>}
        <OutcomeBadge outcome={outcome} />
      </div>
      {children}
    </section>
  );
}
