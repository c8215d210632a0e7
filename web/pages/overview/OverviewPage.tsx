import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Overview } from '../../../src/contract/competencies.ts';
import { overviewQuery } from '../../api/queries.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { ProgrammeChoice } from '../../components/ProgrammeChoice.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { RiskSection } from '../../components/risk/RiskSection.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { AnswerRemarks } from '../../components/warnings/AnswerRemarks.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { AboutToEnd } from './AboutToEnd.tsx';
import { Card } from './Card.tsx';
import { ExpiringTimeline } from './ExpiringTimeline.tsx';
import { Figures } from './Figures.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { Held } from './Held.tsx';
import { NotAssociated } from './NotAssociated.tsx';
import styles from './Overview.module.css';
import { RecentChanges } from './RecentChanges.tsx';
import { SampleOverview } from './SampleOverview.tsx';
import { Sources } from './Sources.tsx';
import { WithinReach } from './WithinReach.tsx';

/** A company about which no source has said anything: levels, risks and figures would all say the same nothing. */
function isBrandNew({ sources, hold, withinReach, open }: Overview): boolean {
  return sources.length + hold.length + withinReach.length + open.length === 0;
}

function Beginning({ overview }: { overview: Overview }) {
  return (
    <>
      <FirstSteps people={overview.people} />
      <SampleOverview />
      <div className={styles.columns}>
        {overview.people.total > 1 && (
          <NotAssociated people={overview.notAssociated} count={overview.people.notAssociated} />
        )}
        <RecentChanges changes={overview.recentChanges} />
      </div>
    </>
  );
}

function Content({ overview }: { overview: Overview }) {
  const t = useText();
  if (isBrandNew(overview)) return <Beginning overview={overview} />;
  return (
    <>
      <AnswerRemarks warnings={overview.warnings} />
      <div className={styles.lines}>
        <Held hold={overview.hold} levels={overview.levels} />
        <AboutToEnd events={overview.aboutToEnd} />
        <WithinReach events={overview.withinReach} open={overview.open} />
      </div>
      <Card title={t('risk.title')}>
        <RiskSection />
        <Link to={PATHS.risk} className={table.link}>
          {t('risk.page.all')}
        </Link>
      </Card>
      <Figures overview={overview} />
      <ExpiringTimeline expiring={overview.expiring} expiringMonths={overview.expiringMonths} />
      <div className={styles.columns}>
        <NotAssociated people={overview.notAssociated} count={overview.people.notAssociated} />
        <RecentChanges changes={overview.recentChanges} />
        <Sources sources={overview.sources} />
      </div>
    </>
  );
}

/** The week in three lines: what is held, what is about to end, what is within reach. */
export function OverviewPage() {
  const t = useText();
  const { question } = useSession();
  const query = useQuery(overviewQuery(usePartnerId(), question));
  return (
    <PageFrame page="overview" title={t('nav.overview')} ability="overview" choice={<ProgrammeChoice />}>
      <QueryView query={query} skeleton={<Bones count={4} height={150} />}>
        {(overview) => <Content overview={overview} />}
      </QueryView>
    </PageFrame>
  );
}
