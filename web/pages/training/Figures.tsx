import { TRAINING_KIND_LABELS } from '../../../src/contract/messages/training-texts.ts';
import type { Training } from '../../../src/contract/training.ts';
import { TRAINING_KINDS } from '../../../src/contract/training.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useText } from '../../messages/use-text.ts';
import { RowsLink } from './RowsLink.tsx';
import styles from './Training.module.css';

const PEOPLE = {
  certification: 'training.individuals.certification',
  exam: 'training.individuals.exam',
  assessment: 'training.individuals.assessment',
} as const;

/** The six figures: people, then completions, each the link to its rows. */
export function Figures({ training }: { training: Training }) {
  const t = useText();
  const { locale } = useLocale();
  const { individuals, completions } = training;
  return (
    <ul className={styles.figures} aria-label={t('training.figures')}>
      {TRAINING_KINDS.map((kind) => (
        <li key={`people ${kind}`}>
          <RowsLink view="people" kind={kind} className={styles.figure!}>
            <span className={styles.number}>{individuals[kind].toLocaleString(locale)}</span>
            <span>{t(PEOPLE[kind])}</span>
          </RowsLink>
        </li>
      ))}
      {TRAINING_KINDS.map((kind) => (
        <li key={kind}>
          <RowsLink view="completions" kind={kind} className={styles.figure!}>
            <span className={styles.number}>{completions[kind].toLocaleString(locale)}</span>
            <span>{TRAINING_KIND_LABELS[locale][kind]}</span>
          </RowsLink>
        </li>
      ))}
    </ul>
  );
}
