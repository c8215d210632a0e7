import { Button } from '@fluentui/react-components';
import { DataBarVerticalRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { chosenLines } from '../../../src/contract/chosen-lines.ts';
import type { PerformanceReport } from '../../../src/contract/performance-report.ts';
import { performanceReportQuery } from '../../api/performance-report.ts';
import { AwaitedDownload, DownloadReport } from '../../components/DownloadReport.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { ProgrammeChoice } from '../../components/ProgrammeChoice.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { ReportTabs } from '../../components/ReportTabs.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { LinesTable } from './LinesTable.tsx';
import styles from './PerformanceReport.module.css';
import { choiceOf, NO_CHOICE, ReportFilters } from './ReportFilters.tsx';
import { ReportHistory } from './ReportHistory.tsx';
import { StateCards } from './StateCards.tsx';

function Lines({ report }: { report: PerformanceReport }) {
  const t = useText();
  const [url, patch] = useUrlState();
  const lines = chosenLines(report.value, choiceOf(url));
  if (report.total === 0) {
    return <EmptyState icon={<DataBarVerticalRegular />} title={t('performance.noRules')} />;
  }
  return (
    <>
      <ReportFilters report={report} />
      <p className={styles.hint} role="status">
        {t('performance.count', { count: lines.length, total: report.total })}
      </p>
      {lines.length === 0 ? (
        <EmptyState icon={<DataBarVerticalRegular />} title={t('performance.nothingHere')}>
          <Button onClick={() => patch(NO_CHOICE)}>{t('performance.clear')}</Button>
        </EmptyState>
      ) : (
        <LinesTable lines={lines} ranks={report.ranks} />
      )}
    </>
  );
}

/** Of the competency that is chosen, else of all. */
function History({ report: { history } }: { report: PerformanceReport }) {
  const [{ competency }] = useUrlState();
  return (
    <ReportHistory
      history={
        competency === undefined ? history : history.filter((change) => change.competency === competency)
      }
    />
  );
}

function Download({ report }: { report: PerformanceReport }) {
  const t = useText();
  const dates = useDates();
  const { question, day } = useSession();
  const [url] = useUrlState();
  const choice = choiceOf(url);
  const count = chosenLines(report.value, choice).length;
  if (count === 0) return null;
  const parameters = { ...question, ...choice };
  return (
    <>
      <DownloadReport
        report="performance-report"
        label={t('performance.download.months')}
        parameters={{ ...parameters, part: 'months' }}
        contents={t('performance.download.months.contents', { count, day: dates.day(day) })}
        reason={null}
      />
      <DownloadReport
        report="performance-report"
        label={t('performance.download')}
        parameters={parameters}
        contents={t('performance.download.contents', { count, day: dates.day(day) })}
        reason={null}
        primary
      />
    </>
  );
}

/** Where the levels of the company stand, and every metric and requirement against what the levels ask for. */
export function PerformanceReportPage() {
  const t = useText();
  const partner = usePartnerId();
  const { question } = useSession();
  const query = useQuery(performanceReportQuery(partner, question));
  return (
    <PageFrame
      page="performance-report"
      title={t('competencies.performanceReport')}
      crumbs={[{ to: PATHS.competencies, label: t('nav.competencies') }]}
      ability="skills-report"
      choice={<ProgrammeChoice />}
      lead={
        <>
          {t('performance.lead')}{' '}
          <Link to={PATHS.benefits} className={table.link}>
            {t('membership.benefits')}
          </Link>
        </>
      }
      actions={
        query.isPending ? (
          <>
            <AwaitedDownload label={t('performance.download.months')} />
            <AwaitedDownload label={t('performance.download')} />
          </>
        ) : (
          query.data !== undefined && <Download report={query.data} />
        )
      }
    >
      <ReportTabs shown="performance" />
      <QueryView query={query} skeleton={<Bones count={6} height={120} />}>
        {(report) => (
          <>
            <StateCards levels={report.levels} ranks={report.ranks} />
            <section className={styles.lineSection}>
              <h2>{t('performance.lines')}</h2>
              <Lines report={report} />
            </section>
            <History report={report} />
          </>
        )}
      </QueryView>
    </PageFrame>
  );
}
