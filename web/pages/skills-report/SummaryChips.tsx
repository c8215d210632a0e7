import type { SkillsReport } from '../../../src/contract/skills-report.ts';
import { FilterChip } from '../../components/FilterChip.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useReasonName } from '../../explanation/use-reason-text.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './SkillsReport.module.css';

/** The numbers of the rows below; each one filters. */
export function SummaryChips({ report }: { report: SkillsReport }) {
  const t = useText();
  const reason = useReasonName();
  const [url, patch] = useUrlState();
  const { summary } = report;
  const notCounting = summary.records - summary.counting;
  const toggle = (name: string, value: string) => patch({ [name]: url[name] === value ? undefined : value });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons is not a form group.
    <div className={styles.chips} role="group" aria-label={t('report.summary')}>
      <span className={styles.fact}>{t('report.summary.people', { count: summary.people })}</span>
      <span className={styles.fact}>{t('report.summary.records', { count: summary.records })}</span>
      <FilterChip pressed={url.counts === 'yes'} onClick={() => toggle('counts', 'yes')}>
        {t('report.summary.counting', { count: summary.counting })}
      </FilterChip>
      <FilterChip pressed={url.counts === 'no'} onClick={() => toggle('counts', 'no')}>
        {t('report.summary.notCounting', { count: notCounting })}
      </FilterChip>
      {summary.notCounting.map((one) => (
        <FilterChip
          key={one.reason}
          pressed={url.reason === one.reason}
          onClick={() => toggle('reason', one.reason)}
        >
          {t('report.summary.reason', { reason: reason(one.reason), count: one.count })}
        </FilterChip>
      ))}
    </div>
  );
}
