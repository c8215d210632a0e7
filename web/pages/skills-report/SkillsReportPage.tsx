import { Link } from '@tanstack/react-router';
import type { SkillsReport, SkillsReportRow } from '../../../src/contract/skills-report.ts';
import { getJson } from '../../api/client.ts';
import { ColumnChooser } from '../../components/ColumnChooser.tsx';
import { AwaitedDownload, DownloadReport } from '../../components/DownloadReport.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { PmcBanner } from '../../components/PmcBanner.tsx';
import { ProgrammeChoice } from '../../components/ProgrammeChoice.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { ReportTabs } from '../../components/ReportTabs.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { UrlSearchBox } from '../../components/UrlSearchBox.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useChosenColumns } from '../../components/use-chosen-columns.ts';
import { useWindowedRows } from '../../components/windowed-rows.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { AskShownPeople } from './AskShownPeople.tsx';
import { EmptyReport } from './EmptyReport.tsx';
import { FilterChips } from './FilterChips.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { isThin, Prerequisites } from './Prerequisites.tsx';
import { ReportTable } from './ReportTable.tsx';
import { COLUMN_IDS, REPORT_COLUMNS } from './report-columns.tsx';
import { activeFilters, reportParameters } from './report-filters.ts';
import styles from './SkillsReport.module.css';
import { SummaryChips } from './SummaryChips.tsx';
import { TechnicalUsers } from './TechnicalUsers.tsx';

function useReport() {
  const partner = usePartnerId();
  const [url] = useUrlState();
  const { times } = useSession();
  const parameters = reportParameters({ ...url, ...times });
  const rows = useWindowedRows<SkillsReportRow, SkillsReport>(
    ['partner', partner, 'skills-report', parameters],
    (skip, top, signal) =>
      getJson<SkillsReport>(`/partners/${partner}/skills-report`, { ...parameters, skip, top }, signal),
  );
  return { rows, parameters };
}

/** All columns that concern the company, unless the reader has chosen. */
function useReportColumnChoice() {
  const native = useSession().partner?.origin === 'native';
  const usual = native ? COLUMN_IDS.filter((id) => id !== 'associatedInPmc') : COLUMN_IDS;
  return useChosenColumns({ all: COLUMN_IDS, usual, storedAs: 'jalon.report.columns' });
}

/**
 * The performance report of the competencies with its tab of user skills data: the skills report on screen.
 * The address holds the whole state; the download sends the same parameters as the table.
 */
export function SkillsReportPage() {
  const t = useText();
  const dates = useDates();
  const { day } = useSession();
  const [url] = useUrlState();
  const { rows, parameters } = useReport();
  const { chosen, choose } = useReportColumnChoice();
  const columns = COLUMN_IDS.map((id) => ({ id, header: t(REPORT_COLUMNS[id].header) }));
  const total = rows.head.data?.total;
  const contents = t('report.download.contents', {
    count: rows.count,
    filters: activeFilters(url).length + (url.search === undefined ? 0 : 1),
    columns: chosen.length,
    day: dates.day(day),
  });
  return (
    <PageFrame
      page="skills-report"
      title={t('competencies.performanceReport')}
      crumbs={[{ to: PATHS.competencies, label: t('nav.competencies') }]}
      ability="skills-report"
      choice={<ProgrammeChoice />}
      lead={
        <Link to={PATHS.benefits} className={table.link}>
          {t('membership.benefits')}
        </Link>
      }
      fill
      actions={
        rows.head.isPending ? (
          <AwaitedDownload label={t('competencies.download')} />
        ) : (
          total !== undefined &&
          total > 0 && (
            <DownloadReport
              report="skills-report"
              label={t('competencies.download')}
              parameters={{ ...parameters, columns: chosen.join(',') }}
              contents={contents}
              reason={null}
              primary
            />
          )
        )
      }
    >
      <ReportTabs shown="user-skills" />
      <QueryView query={rows.head} skeleton={<Bones count={12} height={36} />}>
        {(report) =>
          report.total === 0 ? (
            <EmptyReport report={report} />
          ) : (
            <>
              {isThin(report) && <Prerequisites report={report} />}
              <PmcBanner />
              <TechnicalUsers report={report} />
              <SummaryChips report={report} />
              <div className={`${styles.toolbar} no-print`}>
                <UrlSearchBox label={t('report.search')} />
                <FilterPanel report={report} />
                <ColumnChooser columns={columns} chosen={chosen} onChoose={choose} />
                <FilterChips report={report} />
                <AskShownPeople report={report} parameters={parameters} />
              </div>
              <ReportTable rows={rows} chosen={chosen} />
            </>
          )
        }
      </QueryView>
    </PageFrame>
  );
}
