import type { ReactNode } from 'react';
import type { SkillsReport } from '../../../src/contract/skills-report.ts';
import { useUrlState } from '../../components/url-state.ts';
import { useReasonName } from '../../explanation/use-reason-text.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './SkillsReport.module.css';

interface ChipProps {
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Chip({ pressed, onClick, children }: ChipProps) {
  return (
    <button type="button" aria-pressed={pressed} className={styles.chip} onClick={onClick}>
      {children}
    </button>
  );
}

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
      <Chip pressed={url.counts === 'yes'} onClick={() => toggle('counts', 'yes')}>
        {t('report.summary.counting', { count: summary.counting })}
      </Chip>
      <Chip pressed={url.counts === 'no'} onClick={() => toggle('counts', 'no')}>
        {t('report.summary.notCounting', { count: notCounting })}
      </Chip>
      {summary.notCounting.map((one) => (
        <Chip
          key={one.reason}
          pressed={url.reason === one.reason}
          onClick={() => toggle('reason', one.reason)}
        >
          {t('report.summary.reason', { reason: reason(one.reason), count: one.count })}
        </Chip>
      ))}
    </div>
  );
}
