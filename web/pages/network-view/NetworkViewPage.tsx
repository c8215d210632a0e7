import { DataPieRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { networkRiskQuery } from '../../api/network-risk.ts';
import { networkViewQuery } from '../../api/network-view.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import { NetworkRunCard } from '../network-risk/NetworkRunCard.tsx';
import { LevelStates } from './LevelStates.tsx';
import { MissingSkills } from './MissingSkills.tsx';
import styles from './NetworkView.module.css';
import { PartFilters } from './PartFilters.tsx';
import { Retirements } from './Retirements.tsx';
import { SourceLags } from './SourceLags.tsx';

/** While the whole network is looked at, what is shown is what was counted before. */
function UnderWay() {
  const { data } = useQuery(networkRiskQuery);
  const run = data?.run ?? null;
  return run === null || run.finishedAt !== null ? null : <NetworkRunCard run={run} />;
}

/** The network in numbers, as it was counted after the last look at it. */
export function NetworkViewPage() {
  const t = useText();
  const dates = useDates();
  const [asked] = useUrlState();
  const query = useQuery(networkViewQuery(asked));
  return (
    <PageFrame page="network-view" title={t('networkView.title')} lead={t('networkView.lead')}>
      <div className={styles.layout}>
        <UnderWay />
        <QueryView query={query} skeleton={<Bones count={8} height={56} />}>
          {({ countedAt, programmes, counted }) =>
            counted === null || countedAt === null ? (
              <EmptyState icon={<DataPieRegular />} title={t('networkView.none.title')}>
                <p>{t('networkView.none')}</p>
              </EmptyState>
            ) : (
              <>
                <PartFilters programmes={programmes} counted={counted} />
                <p role="status" className={styles.quiet}>
                  {t('networkView.counted', { companies: counted.companies, at: dates.instant(countedAt) })}
                </p>
                <LevelStates counted={counted} />
                <MissingSkills counted={counted} />
                <Retirements counted={counted} />
              </>
            )
          }
        </QueryView>
        <SourceLags />
      </div>
    </PageFrame>
  );
}
