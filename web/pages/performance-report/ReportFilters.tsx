import { Select } from '@fluentui/react-components';
import { chosenLines } from '../../../src/contract/chosen-lines.ts';
import type { LineBasis, PerformanceReport } from '../../../src/contract/performance-report.ts';
import { LINE_BASES } from '../../../src/contract/performance-report.ts';
import { FilterChip } from '../../components/FilterChip.tsx';
import { UrlSearchBox } from '../../components/UrlSearchBox.tsx';
import { type UrlState, useUrlState } from '../../components/url-state.ts';
import { useBasisLabel } from '../../components/use-labels.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import styles from './PerformanceReport.module.css';
import { ViewTabs } from './ViewTabs.tsx';

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
      <ViewTabs windows={report.windows} />
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
