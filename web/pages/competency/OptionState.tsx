import type { CompetencyDetail } from '../../../src/contract/competencies.ts';
import { useLevelName } from '../../components/use-level-name.ts';
import { type Translate, useText } from '../../messages/use-text.ts';
import styles from './CompetencyPage.module.css';

type Level = CompetencyDetail['options'][number]['levels'][number];

export function levelState(t: Translate, level: Level): string {
  if (level.outcome === 'met') return t('competency.state.met');
  if (level.shortfall.people > 0) return t('competency.state.short', { count: level.shortfall.people });
  return t(level.outcome === 'undetermined' ? 'competency.state.undetermined' : 'competency.state.unmet');
}

/** How far an option is, level by level, in its tab. */
export function OptionState({ option }: { option: CompetencyDetail['options'][number] }) {
  const t = useText();
  const name = useLevelName();
  const states = option.levels.map((level) =>
    t('competency.option.progress', { level: name(level.level), state: levelState(t, level) }),
  );
  return <span className={styles.progress}>{states.join(' · ')}</span>;
}
