import { PeopleSwapRegular, PersonAvailableRegular, SeatRegular } from '@fluentui/react-icons';
import { STANDING_LABELS } from '../../../src/contract/messages/matrix-texts.ts';
import type { MatrixStanding } from '../../../src/contract/skills-matrix.ts';
import { useLocale } from '../../messages/locale.tsx';
import styles from './SkillsMatrix.module.css';

const ICONS = {
  seated: SeatRegular,
  spare: PersonAvailableRegular,
  elsewhere: PeopleSwapRegular,
  none: null,
};

/** What a person is to the competency. */
export function StandingText({ standing }: { standing: MatrixStanding }) {
  const { locale } = useLocale();
  const Icon = ICONS[standing];
  return (
    <span className={`${styles.standing} ${styles[standing] ?? ''}`}>
      {Icon !== null && <Icon fontSize={14} />}
      {STANDING_LABELS[locale][standing]}
    </span>
  );
}
