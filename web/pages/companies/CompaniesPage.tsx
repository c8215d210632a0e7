import { Button, Tab, TabList } from '@fluentui/react-components';
import { BuildingMultipleRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { joinRequestsQuery } from '../../api/joining.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import styles from './Companies.module.css';
import { CompanyList } from './CompanyList.tsx';
import { OpenCompany } from './OpenCompany.tsx';
import { type Opened, OpenedNote } from './OpenedNote.tsx';
import { RequestList } from './RequestList.tsx';

/** The companies of the network and those that ask to join, for operators and support. */
export function CompaniesPage() {
  const t = useText();
  const { can } = useSession();
  const navigate = useNavigate();
  const [{ show }, patch] = useUrlState();
  const [opened, setOpened] = useState<Opened | null>(null);
  const query = useQuery(joinRequestsQuery('waiting'));
  return (
    <PageFrame
      page="companies"
      title={t('companies.title')}
      lead={t('companies.lead')}
      actions={
        can('run-network') && (
          <>
            <Button
              icon={<BuildingMultipleRegular />}
              onClick={() => void navigate({ to: PATHS.mergeCompanies })}
            >
              {t('mergeCompanies.title')}
            </Button>
            <OpenCompany onOpened={setOpened} />
          </>
        )
      }
    >
      <div className={styles.layout}>
        <OpenedNote opened={opened} />
        <QueryView query={query} skeleton={<Bones count={8} height={44} />}>
          {({ value: requests }) => (
            <>
              <TabList
                aria-label={t('companies.title')}
                selectedValue={show === 'requests' ? 'requests' : 'all'}
                onTabSelect={(_, { value }) => patch({ show: value === 'requests' ? 'requests' : undefined })}
              >
                <Tab value="all">{t('companies.tab.all')}</Tab>
                <Tab value="requests">{t('companies.tab.requests', { count: requests.length })}</Tab>
              </TabList>
              {show === 'requests' ? (
                <RequestList requests={requests} onOpened={setOpened} />
              ) : (
                <CompanyList />
              )}
            </>
          )}
        </QueryView>
      </div>
    </PageFrame>
  );
}
