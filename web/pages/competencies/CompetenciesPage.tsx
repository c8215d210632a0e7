import { Tab, TabList } from '@fluentui/react-components';
import { CertificateRegular, DataBarVerticalRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { CompetencyList } from '../../../src/contract/competencies.ts';
import { problemCode } from '../../api/problem-error.ts';
import { competenciesQuery } from '../../api/queries.ts';
import { DownloadReport } from '../../components/DownloadReport.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExplainedButton } from '../../components/ExplainedButton.tsx';
import { LifecycleCounts } from '../../components/lifecycle/LifecycleCounts.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { ProgrammeChoice } from '../../components/ProgrammeChoice.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useRoleReason } from '../../components/use-role-reason.ts';
import { AnswerRemarks } from '../../components/warnings/AnswerRemarks.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import styles from './CompetenciesPage.module.css';
import { CompetencyTable } from './CompetencyTable.tsx';
import { byArea, isShown, type Shown } from './competency-groups.ts';
import { DesignationTable } from './DesignationTable.tsx';
import { isOfDesignations } from './designation-state.ts';
import { Specializations } from './Specializations.tsx';

function Actions({ reason }: { reason: string | null }) {
  const t = useText();
  const navigate = useNavigate();
  const { question } = useSession();
  return (
    <>
      <ExplainedButton
        reason={reason}
        icon={<DataBarVerticalRegular />}
        onClick={() => void navigate({ to: PATHS.performanceReport })}
      >
        {t('competencies.performanceReport')}
      </ExplainedButton>
      <DownloadReport
        report="skills-report"
        label={t('competencies.download')}
        parameters={{ ...question }}
        reason={reason}
        primary
      />
    </>
  );
}

function Areas({ list }: { list: CompetencyList }) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  const { day } = useSession();
  const [url, patch] = useUrlState();
  const shown: Shown = url.show === 'held' || url.show === 'near' ? url.show : 'all';
  const withRules = list.value.filter(({ prerequisites }) => prerequisites === null);
  const listed = list.value.filter(({ prerequisites }) => prerequisites !== null);
  const held = withRules.filter((status) => status.attained !== null).length;
  const total = withRules.filter((status) => status.options.length > 0).length;
  const chosen = withRules.filter((status) => isShown(status, shown));
  const designations = isOfDesignations(withRules);
  const from = list.qualificationWindowFrom;
  const areaName = (area: string | null) => {
    const name = list.areas[area ?? ''];
    return name === undefined ? (area ?? t('competencies.area.other')) : local(name);
  };
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
        <span className={styles.count}>
          {t(designations ? 'designation.count' : 'competencies.count', { held, total })}
        </span>
        {from !== null && (
          <span className={styles.count}>
            {t('designation.window', { from: dates.day(from), to: dates.day(day) })}
          </span>
        )}
      </div>
      {chosen.length === 0 && (
        <EmptyState icon={<CertificateRegular />} title={t('competencies.filter.nothing')} />
      )}
      {designations && chosen.length > 0 && (
        <DesignationTable designations={chosen} metrics={list.metrics} label={t('competencies.title')} />
      )}
      {!designations &&
        byArea(chosen).map(({ area, competencies }) => {
          const name = areaName(area);
          return (
            <section key={name}>
              <h2 className={styles.area}>{name}</h2>
              <CompetencyTable
                competencies={competencies}
                levels={list.levels}
                metrics={list.metrics}
                label={name}
              />
            </section>
          );
        })}
      {shown === 'all' && listed.length > 0 && <Specializations listed={listed} all={list.value} />}
    </div>
  );
}

/** Counts per state with the names; companies that have begun nothing see none. */
function States({ levels }: { levels: CompetencyList['levels'] }) {
  const t = useText();
  if (levels.every(({ state }) => state === 'started')) return null;
  return (
    <section className={styles.states}>
      <LifecycleCounts levels={levels} />
      <Link to={PATHS.benefits} className={table.link}>
        {t('membership.benefits')}
      </Link>
    </section>
  );
}

export function CompetenciesPage() {
  const t = useText();
  const partner = usePartnerId();
  const { question } = useSession();
  const query = useQuery(competenciesQuery(partner, question));
  const reason = useRoleReason('skills-report');
  return (
    <PageFrame
      page="competencies"
      title={t('competencies.title')}
      ability="competencies"
      choice={<ProgrammeChoice />}
      actions={problemCode(query.error) === null && <Actions reason={reason} />}
      {...(reason === null ? {} : { lead: reason })}
    >
      <QueryView query={query} skeleton={<Bones count={12} height={44} />}>
        {(list) => (
          <>
            <AnswerRemarks warnings={list.warnings} />
            <States levels={list.levels} />
            <Areas list={list} />
          </>
        )}
      </QueryView>
    </PageFrame>
  );
}
