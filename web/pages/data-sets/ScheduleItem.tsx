import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { SCHEDULED_REPORT_TITLES } from '../../../src/contract/messages/scheduled-report-texts.ts';
import type { ScheduleView } from '../../../src/contract/scheduled-reports.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import styles from './DataSets.module.css';
import { DELIVERY_NAMES, FREQUENCY_NAMES } from './schedule-names.ts';

interface ScheduleItemProps {
  readonly schedule: ScheduleView;
  readonly busy: boolean;
  readonly onDownload: () => void;
  readonly onPause: (paused: boolean) => void;
  readonly onDelete: () => void;
}

/** One regular report: what, how often, the latest file, and what can be done with it. */
export function ScheduleItem({ schedule, busy, onDownload, onPause, onDelete }: ScheduleItemProps) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  const { report, format, frequency, delivery, paused, nextOn, failedAt, latest, pullAddress } = schedule;
  const title = local(SCHEDULED_REPORT_TITLES[report]);
  return (
    <li className={styles.card}>
      <h2>{title}</h2>
      <p className={styles.quiet}>
        {t(FREQUENCY_NAMES[frequency])} · {format.toUpperCase()} · {t(DELIVERY_NAMES[delivery])}
      </p>
      {failedAt !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('scheduled.failed', { at: dates.instant(failedAt) })}</MessageBarBody>
        </MessageBar>
      )}
      <dl className={styles.facts}>
        {(latest !== null || paused) && (
          <>
            <dt>{t('scheduled.next')}</dt>
            <dd>{paused ? t('scheduled.paused') : dates.day(nextOn)}</dd>
          </>
        )}
        <dt>{t('scheduled.latest')}</dt>
        <dd>
          {latest === null
            ? t('scheduled.latest.soon')
            : t('scheduled.latest.at', { at: dates.instant(latest.madeAt), rows: latest.rows })}
        </dd>
        {delivery === 'pull' && (
          <>
            <dt>{t('scheduled.address')}</dt>
            <dd>
              <code>{pullAddress}</code> <span className={styles.quiet}>{t('scheduled.address.hint')}</span>
            </dd>
          </>
        )}
      </dl>
      <div className={styles.buttons}>
        <Button
          icon={<ArrowDownloadRegular />}
          appearance="primary"
          disabledFocusable={busy || latest === null}
          onClick={latest === null ? undefined : onDownload}
        >
          {t('scheduled.download')}
        </Button>
        <Button disabledFocusable={busy} onClick={() => onPause(!paused)}>
          {t(paused ? 'scheduled.resume' : 'scheduled.pause')}
        </Button>
        <AskFirst
          label={t('scheduled.delete')}
          effect={t('scheduled.delete.effect', { report: title })}
          disabled={busy}
          onAct={onDelete}
        />
      </div>
    </li>
  );
}
