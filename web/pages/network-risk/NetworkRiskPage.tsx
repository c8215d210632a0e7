import { Tab, TabList } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { NETWORK_LISTS, type NetworkList, type NetworkRisk } from '../../../src/contract/network-risk.ts';
import { networkRiskQuery } from '../../api/network-risk.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useUrlState } from '../../components/url-state.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import { NetworkCompanyList } from './NetworkCompanyList.tsx';
import styles from './NetworkRisk.module.css';
import { NetworkRunCard } from './NetworkRunCard.tsx';

const TABS: Readonly<Record<NetworkList, MessageId>> = {
  'at-risk': 'networkRisk.show.atRisk',
  lost: 'networkRisk.show.lost',
  gained: 'networkRisk.show.gained',
  failed: 'networkRisk.show.failed',
};

function Lists({ counts }: { counts: NetworkRisk['counts'] }) {
  const t = useText();
  const [{ show }, patch] = useUrlState();
  const shown = NETWORK_LISTS.find((each) => each === show) ?? 'at-risk';
  return (
    <>
      <TabList
        aria-label={t('networkRisk.show')}
        className="no-print"
        selectedValue={shown}
        onTabSelect={(_, { value }) => patch({ show: value === 'at-risk' ? undefined : String(value) })}
      >
        {NETWORK_LISTS.map((each) => (
          <Tab key={each} value={each}>
            {t(TABS[each], { count: counts[each] })}
          </Tab>
        ))}
      </TabList>
      <NetworkCompanyList key={shown} show={shown} />
    </>
  );
}

/** How the whole network stands by the present rules, and how far that is known. */
export function NetworkRiskPage() {
  const t = useText();
  const query = useQuery(networkRiskQuery);
  return (
    <PageFrame page="network-risk" title={t('networkRisk.title')} lead={t('networkRisk.lead')}>
      <QueryView query={query} skeleton={<Bones count={6} height={56} />}>
        {({ run, counts }) => (
          <div className={styles.layout}>
            <NetworkRunCard run={run} />
            <Lists counts={counts} />
          </div>
        )}
      </QueryView>
    </PageFrame>
  );
}
