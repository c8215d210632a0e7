import { Button } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons';
import { useLocation } from '@tanstack/react-router';
import type { MessageId } from '../messages/messages.ts';
import { useDates } from '../messages/use-dates.ts';
import { useText } from '../messages/use-text.ts';
import { PATHS } from '../paths.ts';
import styles from './AsOf.module.css';
import { useSession } from './session.tsx';
import { useUrlState } from './url-state.ts';

/** Pages about what is done and set now, whatever the day of the address. */
const OF_TODAY: readonly string[] = [
  PATHS.imports,
  PATHS.roles,
  PATHS.addUser,
  PATHS.addUsers,
  PATHS.signInSettings,
  PATHS.provisioning,
  PATHS.outbox,
  PATHS.dataFeed,
  PATHS.scheduledReports,
  PATHS.networkView,
  PATHS.networkCompanies,
  PATHS.networkRisk,
  PATHS.companies,
  PATHS.ownJoin,
  PATHS.announcements,
  PATHS.networkAudit,
  PATHS.sources,
  PATHS.unmatched,
  PATHS.accountMerges,
  PATHS.catalogue,
  PATHS.learnCatalogue,
  PATHS.cases,
  PATHS.newCase,
  PATHS.payments,
  PATHS.exemptions,
  PATHS.businessProfile,
  PATHS.referrals,
  PATHS.notices,
  PATHS.security,
  PATHS.help,
  PATHS.search,
];

/** Pages of a day that tell what is known now: accounts of people keep no earlier state of knowledge. */
const KNOWN_NOW: readonly string[] = [PATHS.users, PATHS.usersReport];

function isOfToday(pathname: string): boolean {
  return OF_TODAY.some((path) => pathname === path || pathname.startsWith(`${path}/`));
}

/** What a page does not do with the two times of the address. */
function limitOf(pathname: string, knownAt: string | undefined): MessageId | null {
  if (isOfToday(pathname)) return 'asOf.banner.todayOnly';
  return knownAt !== undefined && KNOWN_NOW.includes(pathname) ? 'asOf.banner.knownNow' : null;
}

/** Whoever looks at another day than today must not miss it. */
export function AsOfBanner() {
  const t = useText();
  const dates = useDates();
  const { times, me, wrongTime } = useSession();
  const [, patch] = useUrlState();
  const { pathname } = useLocation();
  const day = times.asOf ?? me.today;
  if (day === me.today && times.knownAt === undefined && !wrongTime) return null;
  const future = day > me.today;
  const sentence = t(future ? 'asOf.banner.future' : 'asOf.banner.past', { day: dates.day(day) });
  // What is assumed about the months to come; a level that hangs on them is open, not lost.
  const assumed = future ? t('asOf.banner.months') : '';
  const known = times.knownAt === undefined ? '' : t('asOf.banner.known', { day: dates.day(times.knownAt) });
  const limit = limitOf(pathname, times.knownAt);
  return (
    <div className={styles.banner} role="status">
      <HistoryRegular fontSize={18} />
      <span>
        {wrongTime && t('asOf.banner.wrong')} {sentence} {known} {assumed} {limit !== null && t(limit)}
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
