import type { CompetencyDetail } from '../../../src/contract/competencies.ts';
import { useSession } from '../../components/session.tsx';
import { OutcomeBadge } from '../../explanation/OutcomeBadge.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './CompetencyPage.module.css';

interface WindowNoteProps {
  readonly level: CompetencyDetail['options'][number]['levels'][number];
  readonly from: string;
}

/** Whether one day of the qualification window was enough, and which days those are. */
export function WindowNote({ level, from }: WindowNoteProps) {
  const t = useText();
  const dates = useDates();
  const { day } = useSession();
  if (level.qualifiedInWindow === undefined) return null;
  const values = { from: dates.day(from), to: dates.day(day) };
  if (level.qualifiedInWindow === null) {
    return (
      <p className={styles.window}>
        <OutcomeBadge outcome="undetermined" text={t('score.window.unknown', values)} />
      </p>
    );
  }
  const met = level.qualifiedInWindow;
  return (
    <p className={styles.window}>
      <OutcomeBadge
        outcome={met ? 'met' : 'unmet'}
        text={t(met ? 'score.window.met' : 'score.window.unmet', values)}
      />
    </p>
  );
}
