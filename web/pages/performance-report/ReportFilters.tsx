import { Select, Tab, TabList } from '@fluentui/react-components';
import { chosenLines } from '../../../src/contract/chosen-lines.ts';
import type { LineBasis, PerformanceReport } from '../../../src/contract/performance-report.ts';
import { LINE_BASES } from '../../../src/contract/performance-report.ts';
import { FilterChip } from '../../components/FilterChip.tsx';
import { UrlSearchBox } from '../../components/UrlSearchBox.tsx';
import { type UrlState, useUrlState } from '../../components/url-state.ts';
import { useBasisLabel } from '../../components/use-labels.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import styles from './PerformanceReport.module.css';
import { type ReportView, useReportView } from './use-report-view.ts';

/** What the address asks for, in the terms of the API: the page and its download send exactly this. */
export function choiceOf({ competency, basis, open, search }: UrlState) {
  return {
    competency,
    basis: LINE_BASES.find((each) => each === basis),
    open: open === 'yes' ? ('yes' as const) : undefined,
    search,
  };
}

export const NO_CHOICE: UrlState = {
  competency: undefined,
  basis: undefined,
  open: undefined,
  search: undefined,
};

/** The two windows, with the months over which they look. */
function ViewTabs({ report: { windows } }: { report: PerformanceReport }) {
  const t = useText();
  const dates = useDates();
  const [view, choose] = useReportView();
  const from = windows[view];
  return (
    <div className={styles.view}>
      <TabList
        size="small"
        aria-label={t('performance.view')}
        selectedValue={view}
        onTabSelect={(_, { value }) => choose(value as ReportView)}
      >
        <Tab value="trailing">{t('performance.view.trailing')}</Tab>
        <Tab value="anniversaryYear">{t('performance.view.anniversary')}</Tab>
      </TabList>
      <p className={styles.hint}>
        {from === null
          ? t('performance.view.noMembership')
          : t('performance.view.since', { month: dates.month(from) })}
      </p>
    </div>
  );
}

/** Which lines are shown, and over which months. */
export function ReportFilters({ report }: { report: PerformanceReport }) {
  const t = useText();
  const local = useLocalText();
  const basisLabel = useBasisLabel();
  const [url, patch] = useUrlState();
  const choice = choiceOf(url);
  const competencies = new Map(report.value.map(({ competency, name }) => [competency, local(name)]));
  const bases = LINE_BASES.filter((basis) => report.value.some((line) => line.basis === basis));
  const countOf = (basis: LineBasis) => chosenLines(report.value, { ...choice, basis }).length;
  const pressed = (basis: LineBasis) => choice.basis === basis;
  return (
    <>
      <ViewTabs report={report} />
      <div className={`${styles.filters} no-print`}>
        <UrlSearchBox label={t('performance.search')} />
        <Select
          aria-label={t('performance.competency')}
          value={choice.competency ?? ''}
          onChange={(_, { value }) => patch({ competency: value === '' ? undefined : value })}
        >
          <option value="">{t('performance.competency.all')}</option>
          {[...competencies].map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        {bases.map((basis) => (
          <FilterChip
            key={basis}
            pressed={pressed(basis)}
            onClick={() => patch({ basis: pressed(basis) ? undefined : basis })}
          >
            {t('performance.chip', { name: basisLabel(basis), count: countOf(basis) })}
          </FilterChip>
        ))}
        <FilterChip
          pressed={choice.open === 'yes'}
          onClick={() => patch({ open: choice.open === 'yes' ? undefined : 'yes' })}
        >
          {t('performance.chip', {
            name: t('performance.open'),
            count: chosenLines(report.value, { ...choice, open: 'yes' }).length,
          })}
        </FilterChip>
      </div>
    </>
  );
}
