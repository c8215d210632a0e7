import {
  InteractionTag,
  InteractionTagPrimary,
  InteractionTagSecondary,
  TagGroup,
} from '@fluentui/react-components';
import type { SkillsReport } from '../../../src/contract/skills-report.ts';
import { useUrlState } from '../../components/url-state.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { activeFilters, FILTER_LABELS, type FilterName } from './report-filters.ts';
import { useFilterValues } from './use-filter-values.ts';

/** What is filtered now, each to be taken away. */
export function FilterChips({ report }: { report: SkillsReport }) {
  const t = useText();
  const dates = useDates();
  const [url, patch] = useUrlState();
  const values = useFilterValues(report);
  const names = activeFilters(url);
  if (names.length === 0) return null;
  const textOf = (name: FilterName) => {
    const value = url[name] ?? '';
    if (name === 'stopsIn') return dates.month(value);
    if (name === 'skill') return report.value.find((row) => row.skillId === value)?.skillTitle ?? value;
    const person = report.value.find((row) => row.userId === value);
    if (name === 'user') return person === undefined ? value : `${person.firstName} ${person.lastName}`;
    return values[name].find((one) => one.value === value)?.label ?? value;
  };
  return (
    <TagGroup
      size="small"
      aria-label={t('report.filters.title')}
      onDismiss={(_, data) => patch({ [data.value]: undefined })}
    >
      {names.map((name) => {
        const text = t('report.chip', { filter: t(FILTER_LABELS[name]), value: textOf(name) });
        return (
          <InteractionTag key={name} value={name} size="small" appearance="brand">
            <InteractionTagPrimary hasSecondaryAction>{text}</InteractionTagPrimary>
            <InteractionTagSecondary aria-label={t('report.chip.remove', { filter: text })} />
          </InteractionTag>
        );
      })}
    </TagGroup>
  );
}
