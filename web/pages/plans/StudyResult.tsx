import type { ReactNode } from 'react';
import { isUnderWay, type StudyKind, type StudyOf } from '../../api/plans.ts';
import { ErrorView } from '../../components/ErrorView.tsx';
import { Bones } from '../../ui/Bones.tsx';
import { PlanProgress } from './PlanProgress.tsx';
import { RunFailure } from './RunFailure.tsx';
import styles from './Scenarios.module.css';
import type { useStudy } from './use-study.ts';

interface StudyResultProps<Kind extends StudyKind> {
  readonly asked: ReturnType<typeof useStudy<Kind>>;
  /** How many rows it will be about, before anything is known. */
  readonly bones: number;
  /** What is known of it so far. */
  readonly children: (study: StudyOf<Kind>) => ReactNode;
}

/** A study as far as it is: waiting, with its progress, its failure and what it has found. */
export function StudyResult<Kind extends StudyKind>({ asked, bones, children }: StudyResultProps<Kind>) {
  const { study, older, error, retry, stop } = asked;
  if (error !== null) return <ErrorView error={error} onRetry={retry} />;
  if (study === undefined) {
    return (
      <div aria-busy="true">
        <Bones count={bones} height={90} />
      </div>
    );
  }
  return (
    <div className={styles.result} aria-busy={older}>
      {isUnderWay(study.state) && (
        <PlanProgress progress={study.progress} currency={study.currency} onStop={stop} />
      )}
      <RunFailure failure={study.failure} />
      {children(study)}
    </div>
  );
}
