import { Button, Field, Popover, PopoverSurface, PopoverTrigger, Select } from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons';
import type { SkillsReport } from '../../../src/contract/skills-report.ts';
import { useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useText } from '../../messages/use-text.ts';
import {
  activeFilters,
  FILTER_LABELS,
  FILTER_NAMES,
  LINKED_FILTERS,
  withoutFilters,
} from './report-filters.ts';
import styles from './SkillsReport.module.css';
import { useFilterValues } from './use-filter-values.ts';

/** All filters of the report in one place; what is set also stands as a chip above the table. */
export function FilterPanel({ report }: { report: SkillsReport }) {
  const t = useText();
  const [url, patch] = useUrlState();
  const values = useFilterValues(report);
  const native = useSession().partner?.origin === 'native';
  const names = FILTER_NAMES.filter((name) => !LINKED_FILTERS.includes(name) && !(native && name === 'pmc'));
  const count = activeFilters(url).length;
  return (
    <Popover trapFocus positioning="below-start">
      <PopoverTrigger disableButtonEnhancement>
        <Button icon={<FilterRegular />}>{t('report.filters', { count })}</Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={t('report.filters.title')}>
        <div className={styles.filterGrid}>
          {names.map((name) => (
            <Field key={name} label={t(FILTER_LABELS[name])} size="small">
              <Select
                size="small"
                style={{ minWidth: 0 }}
                value={url[name] ?? ''}
                onChange={(_, data) => patch({ [name]: data.value === '' ? undefined : data.value })}
              >
                <option value="">{t('report.filter.any')}</option>
                {values[name].map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
        </div>
        <Button appearance="subtle" size="small" onClick={() => patch(withoutFilters())}>
          {t('report.filters.clear')}
        </Button>
      </PopoverSurface>
    </Popover>
  );
}
