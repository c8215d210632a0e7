import type { CompetencyDetail } from '../../../src/contract/competencies.ts';
import { useLevelName } from '../../components/use-level-name.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './CompetencyPage.module.css';
import { useLevelState } from './use-level-state.ts';

/** How far an option is, level by level, in its tab. */
export function OptionState({ option }: { option: CompetencyDetail['options'][number] }) {
  const t = useText();
  const name = useLevelName();
  const state = useLevelState();
  const states = option.levels.map((level) =>
    t('competency.option.progress', { level: name(level.level), state: state(level) }),
  );
  return <span className={styles.progress}>{states.join(' · ')}</span>;
}
