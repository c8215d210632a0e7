import { Spinner } from '@fluentui/react-components';
import { BuildingRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { partnersQuery } from '../api/queries.ts';
import { useDates } from '../messages/use-dates.ts';
import { useText } from '../messages/use-text.ts';
import { AnnouncementBars } from './AnnouncementBars.tsx';
import { AsOfBanner } from './AsOfBanner.tsx';
import { EmptyState } from './EmptyState.tsx';
import { ErrorView, NotFoundView } from './ErrorView.tsx';
import { JoinBanner } from './JoinBanner.tsx';
import { Navigation } from './Navigation.tsx';
import { PhoneBar } from './PhoneBar.tsx';
import { SamePerson } from './SamePerson.tsx';
import styles from './Shell.module.css';
import { SearchPalette } from './search/SearchPalette.tsx';
import { SessionProvider, useSession } from './session.tsx';
import { TakenOverBanner } from './TakenOverBanner.tsx';
import { TopBar } from './TopBar.tsx';

/** Whose page it is and of which day: on screen the bar says it, on paper this line. */
function PrintedHead() {
  const t = useText();
  const dates = useDates();
  const { partner, day, times } = useSession();
  const known = times.knownAt === undefined ? '' : t('asOf.banner.known', { day: dates.day(times.knownAt) });
  return (
    <p className={`${styles.printedHead} print-only`}>
      {t('shell.printed', { company: partner?.name ?? '', day: dates.day(day) })} {known}
    </p>
  );
}

/** The companies of the network are on their way, could not be read, or there is none yet. */
function NoCompany() {
  const t = useText();
  const { data, error, refetch } = useQuery(partnersQuery);
  if (error !== null) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Spinner label={t('common.loading')} />;
  return (
    <div className={styles.noCompany}>
      <EmptyState icon={<BuildingRegular />} title={t('shell.noCompany')}>
        <p>{t('shell.noCompany.text')}</p>
      </EmptyState>
    </div>
  );
}

function Content() {
  const { partner, wrongPartner } = useSession();
  if (wrongPartner) {
    return (
      <main id="content" className={styles.main} tabIndex={-1}>
        <NotFoundView />
      </main>
    );
  }
  return (
    <main id="content" className={styles.main} tabIndex={-1}>
      {partner !== null && <AnnouncementBars />}
      <JoinBanner />
      <TakenOverBanner />
      {partner === null ? <NoCompany /> : <Outlet key={partner.id} />}
    </main>
  );
}

/** Everything around a page for somebody who is signed in. */
export function Shell() {
  const t = useText();
  return (
    <SessionProvider>
      <SamePerson>
        <div className={styles.shell}>
          <a href="#content" className={styles.skip}>
            {t('shell.skip')}
          </a>
          <PrintedHead />
          <TopBar />
          <AsOfBanner />
          <div className={styles.body}>
            <div className={styles.side}>
              <Navigation />
            </div>
            <Content />
          </div>
          <PhoneBar />
          <SearchPalette />
        </div>
      </SamePerson>
    </SessionProvider>
  );
}
