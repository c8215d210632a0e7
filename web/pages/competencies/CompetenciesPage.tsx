import { Tab, TabList } from '@fluentui/react-components';
import { CertificateRegular, DataBarVerticalRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { CompetencyList } from '../../../src/contract/competencies.ts';
import { competenciesQuery } from '../../api/queries.ts';
import { DownloadReport } from '../../components/DownloadReport.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExplainedButton } from '../../components/ExplainedButton.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useAreaName } from '../../components/use-area-name.ts';
import { useRoleReason } from '../../components/use-role-reason.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import styles from './CompetenciesPage.module.css';
import { CompetencyTable } from './CompetencyTable.tsx';
import { byArea, isShown, type Shown } from './competency-groups.ts';

function Actions({ reason }: { reason: string | null }) {
  const t = useText();
  const navigate = useNavigate();
  const { times } = useSession();
  return (
    <>
      <ExplainedButton
        reason={reason}
        icon={<DataBarVerticalRegular />}
        onClick={() => void navigate({ to: PATHS.skillsReport })}
      >
        {t('competencies.performanceReport')}
      </ExplainedButton>
      <DownloadReport label={t('competencies.download')} parameters={{ ...times }} reason={reason} primary />
    </>
  );
}

function Areas({ list }: { list: CompetencyList }) {
  const t = useText();
  const areaName = useAreaName();
  const [url, patch] = useUrlState();
  const shown: Shown = url.show === 'held' || url.show === 'near' ? url.show : 'all';
  const held = list.value.filter((status) => status.attained !== null).length;
  const total = list.value.filter((status) => status.options.length > 0).length;
  const groups = byArea(list.value.filter((status) => isShown(status, shown)));
  return (
    <div className={styles.areas}>
      <div className={styles.filters}>
        <TabList
          size="small"
          aria-label={t('competencies.filter.label')}
          selectedValue={shown}
          onTabSelect={(_, data) => patch({ show: data.value === 'all' ? undefined : String(data.value) })}
        >
          <Tab value="all">{t('competencies.filter.all')}</Tab>
          <Tab value="held">{t('competencies.filter.held')}</Tab>
          <Tab value="near">{t('competencies.filter.near')}</Tab>
        </TabList>
        <span className={styles.count}>{t('competencies.count', { held, total })}</span>
      </div>
      {groups.length === 0 && (
        <EmptyState icon={<CertificateRegular />} title={t('competencies.filter.nothing')} />
      )}
      {groups.map(({ area, competencies }) => {
        const name = areaName(area);
        return (
          <section key={name}>
            <h2 className={styles.area}>{name}</h2>
            <CompetencyTable competencies={competencies} label={name} />
          </section>
        );
      })}
    </div>
  );
}

export function CompetenciesPage() {
  const t = useText();
  const partner = usePartnerId();
  const { times } = useSession();
  const query = useQuery(competenciesQuery(partner, times));
  const reason = useRoleReason('skills-report');
  return (
    <PageFrame
      page="competencies"
      title={t('competencies.title')}
      ability="competencies"
      actions={<Actions reason={reason} />}
      {...(reason === null ? {} : { lead: reason })}
    >
      <QueryView query={query} skeleton={<Bones count={12} height={44} />}>
        {(list) => <Areas list={list} />}
      </QueryView>
    </PageFrame>
  );
}
