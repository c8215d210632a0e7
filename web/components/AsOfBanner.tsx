import { Button } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons';
import { useDates } from '../messages/use-dates.ts';
import { useText } from '../messages/use-text.ts';
import styles from './AsOf.module.css';
import { useSession } from './session.tsx';
import { useUrlState } from './url-state.ts';

/** Whoever looks at another day than today must not miss it. */
export function AsOfBanner() {
  const t = useText();
  const dates = useDates();
  const { times, me } = useSession();
  const [, patch] = useUrlState();
  if (times.asOf === undefined && times.knownAt === undefined) return null;
  const day = times.asOf ?? me.today;
  const future = day > me.today;
  const sentence = t(future ? 'asOf.banner.future' : 'asOf.banner.past', { day: dates.day(day) });
  const known = times.knownAt === undefined ? '' : t('asOf.banner.known', { day: dates.day(times.knownAt) });
  return (
    <div className={styles.banner} role="status">
      <HistoryRegular fontSize={18} />
      <span>
        {sentence} {known}
      </span>
      <Button
        size="small"
        appearance="outline"
        className={`${styles.back} no-print`}
        onClick={() => patch({ asOf: undefined, knownAt: undefined })}
      >
        {t('asOf.banner.back')}
      </Button>
    </div>
  );
}
