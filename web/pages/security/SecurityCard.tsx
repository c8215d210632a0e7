import type { ReactNode } from 'react';
import { Failure } from '../../components/Failure.tsx';
import styles from './Security.module.css';
import type { SecurityAct } from './use-security-act.ts';

interface SecurityCardProps {
  readonly title: string;
  /** What the card can do; their failures and questions are shown in it. */
  readonly acts: readonly Pick<SecurityAct<never>, 'failure' | 'dialog'>[];
  readonly children: ReactNode;
}

export function SecurityCard({ title, acts, children }: SecurityCardProps) {
  return (
    <section className={styles.card}>
      <h2>{title}</h2>
      {acts.map(({ failure, dialog }, index) => (
        // The acts of a card are always the same, in the same order.
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no name of their own
        <div key={index} className={styles.act}>
          {failure !== null && <Failure>{failure}</Failure>}
          {dialog}
        </div>
      ))}
      {children}
    </section>
  );
}
