import { SearchInfoRegular } from '@fluentui/react-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { PerformanceLineDetail } from '../../../src/contract/performance-report.ts';
import { performanceLineQuery } from '../../api/performance-report.ts';
import { problemCode } from '../../api/problem-error.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LevelMark } from '../../components/LevelMark.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { useProgrammeRules } from '../../components/programme.ts';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useCompetencyName } from '../../components/use-competency-name.ts';
import { useBasisLabel } from '../../components/use-labels.ts';
import { PredicateList } from '../../explanation/PredicateList.tsx';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import { LineCharts } from './LineCharts.tsx';
import { LinePeople } from './LinePeople.tsx';
import { NeedCell } from './NeedCell.tsx';
import styles from './PerformanceReport.module.css';
import { ReportedFigures } from './ReportedFigures.tsx';
import { ThresholdBar } from './ThresholdBar.tsx';
import { useAmounts } from './use-amount.ts';
import { useReportView } from './use-report-view.ts';
import { ViewTabs } from './ViewTabs.tsx';

/** What is asked and what is there: the requirement in words, its figure, and each level. */
function Requirement({ detail }: { detail: PerformanceLineDetail }) {
  const { line, ranks, predicate } = detail;
  const t = useText();
  const local = useLocalText();
  const basis = useBasisLabel();
  const rules = useProgrammeRules();
  const { amount, added } = useAmounts();
  const asked = ranks.filter(({ id }) => line.levels.some(({ level }) => level === id));
  return (
    <section className={card.card}>
      <h2>{basis(line.basis)}</h2>
      {predicate === null || rules.data === undefined ? (
        <p>{local(line.title)}</p>
      ) : (
        <PredicateList predicate={predicate} skills={rules.data.skills} />
      )}
      <dl className={styles.facts}>
        <div>
          <dt>{t('performance.have')}</dt>
          <dd>
            {amount(line, line.have)}
            <ThresholdBar line={line} />
          </dd>
        </div>
        <div>
          <dt>{t('performance.trailing')}</dt>
          <dd>{added(line, line.trailing)}</dd>
        </div>
        <div>
          <dt>{t('performance.anniversaryYear')}</dt>
          <dd>{added(line, line.anniversaryYear)}</dd>
        </div>
        {asked.map(({ id }) => (
          <div key={id}>
            <dt>
              <LevelMark level={id} size={18} />
            </dt>
            <dd>
              <NeedCell line={line} level={id} />
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Link
          to={PATHS.competency}
          params={{ competency: line.competency }}
          search={(before) => ({
            asOf: before.asOf,
            knownAt: before.knownAt,
            ...(line.option !== null && { option: line.option }),
          })}
          className={table.link}
        >
          {t('performance.seeOption')}
        </Link>
      </p>
    </section>
  );
}

function Months({ detail }: { detail: PerformanceLineDetail }) {
  const [view] = useReportView();
  if (detail.months.length === 0) return null;
  return (
    <section className={card.card}>
      <ViewTabs windows={detail.windows} />
      <LineCharts detail={detail} view={view} />
    </section>
  );
}

/** One line of the performance report with everything behind its numbers. */
export function PerformanceLinePage() {
  const t = useText();
  const local = useLocalText();
  const partner = usePartnerId();
  const { question } = useSession();
  const competencyName = useCompetencyName();
  const params = useParams({ from: '/app/competencies/report/performance/$competency/$line' });
  const query = useInfiniteQuery(performanceLineQuery(partner, params, question));
  const gone = problemCode(query.error) === 'line-not-found';
  const first = query.data?.pages[0];
  const option = first?.line.optionName ?? null;
  const name = competencyName(params.competency);
  const people = query.data?.pages.flatMap(({ value }) => value) ?? [];
  return (
    <PageFrame
      page="performance-line"
      title={option === null ? name : `${name} – ${local(option)}`}
      crumbs={[
        { to: PATHS.competencies, label: t('nav.competencies') },
        { to: PATHS.performanceReport, label: t('competencies.performanceReport') },
      ]}
      ability="skills-report"
    >
      {gone ? (
        <EmptyState icon={<SearchInfoRegular />} title={t('performance.gone')}>
          <Link to={PATHS.performanceReport} className={table.link}>
            {t('performance.gone.back')}
          </Link>
        </EmptyState>
      ) : (
        <QueryView query={{ ...query, data: first }} skeleton={<Bones count={3} height={200} />}>
          {(detail) => (
            <>
              <Requirement detail={detail} />
              <Months detail={detail} />
              {detail.predicate !== null && (
                <LinePeople
                  count={detail.count}
                  people={people}
                  more={
                    query.hasNextPage
                      ? { busy: query.isFetchingNextPage, ask: () => void query.fetchNextPage() }
                      : null
                  }
                />
              )}
              {detail.line.basis === 'performance' && <ReportedFigures detail={detail} />}
            </>
          )}
        </QueryView>
      )}
    </PageFrame>
  );
}
