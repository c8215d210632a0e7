import { ProgressBar } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ImportRun } from '../../../src/contract/imports.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Imports.module.css';

/** Seconds left at the speed since the page was opened; null until something has moved. */
function useSecondsLeft(done: number, total: number): number | null {
  const start = useRef<{ at: number; done: number } | null>(null);
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const now = performance.now();
    start.current ??= { at: now, done };
    const moved = done - start.current.done;
    if (moved > 0) setLeft(Math.ceil(((now - start.current.at) / 1000 / moved) * (total - done)));
  }, [done, total]);
  return left;
}

export function ImportProgress({ run }: { run: ImportRun }) {
  const t = useText();
  const total = run.rowsTotal ?? 0;
  const left = useSecondsLeft(run.rowsDone, total);
  return (
    <section className={styles.section}>
      <ProgressBar value={run.rowsDone} max={Math.max(total, 1)} aria-label={t('import.progress')} />
      <p role="status" className={styles.figures}>
        {t('import.progress.rows', { done: run.rowsDone, total })}
        {left !== null && ` · ${t('import.progress.left', { seconds: left })}`}
      </p>
      <p className={styles.hint}>{t('import.progress.leave')}</p>
    </section>
  );
}
