import type { CompetencyDetail } from '../../../src/contract/competencies.ts';
import { LevelMark } from '../../components/LevelMark.tsx';
import { RequirementView } from '../../explanation/RequirementView.tsx';
import { useText } from '../../messages/use-text.ts';
import styles from './CompetencyPage.module.css';
import { levelState } from './OptionState.tsx';

type Level = CompetencyDetail['options'][number]['levels'][number];

/** One level of one option: every requirement with what is there and what is missing. */
export function LevelColumn({ level }: { level: Level }) {
  const t = useText();
  return (
    <section className={styles.column}>
      <div className={styles.columnHead}>
        <h2>
          <LevelMark level={level.level} size={28} hollow={level.outcome !== 'met'} />
        </h2>
        <span>{levelState(t, level)}</span>
      </div>
      {level.requirements.map((node, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a rule never move.
        <RequirementView key={index} node={node} />
      ))}
    </section>
  );
}
