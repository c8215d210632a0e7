import { ProgressBar } from '@fluentui/react-components';
import type { NetworkRunView } from '../../../src/contract/network-risk.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import styles from './NetworkRisk.module.css';

function UnderWay({ run }: { run: NetworkRunView }) {
  const t = useText();
  const dates = useDates();
  const { done, failed, total, startedAt, expectedEnd } = run;
  return (
    <>
      <ProgressBar
        value={done + failed}
        max={Math.max(total, 1)}
        aria-label={t('networkRisk.run.progress')}
      />
      <p role="status">{t('networkRisk.run.done', { done: done + failed, total })}</p>
      <p className={styles.quiet}>
        {t('networkRisk.run.times', {
          started: dates.instant(startedAt),
          end: expectedEnd === null ? 'none' : dates.instant(expectedEnd),
        })}
      </p>
      <p className={styles.quiet}>{t('networkRisk.run.leave')}</p>
    </>
  );
}

/** How far the look at all companies is, and by which rules they are looked at. */
export function NetworkRunCard({ run }: { run: NetworkRunView | null }) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  if (run === null) {
    return (
      <section className={card.card}>
        <p>{t('networkRisk.run.none')}</p>
      </section>
    );
  }
  const { finishedAt, total } = run;
  return (
    <section className={card.card} aria-labelledby="network-run">
      <h2 id="network-run">{t(finishedAt === null ? 'networkRisk.run.underWay' : 'networkRisk.run.over')}</h2>
      {finishedAt === null ? (
        <UnderWay run={run} />
      ) : (
        <p>{t('networkRisk.run.finished', { total, at: dates.instant(finishedAt) })}</p>
      )}
      <ul className={styles.versions} aria-label={t('networkRisk.run.versions')}>
        {run.versions.map(({ programme, name, version }) => (
          <li key={programme}>{t('networkRisk.run.version', { name: local(name), version })}</li>
        ))}
      </ul>
    </section>
  );
}
