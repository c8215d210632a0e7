import type { CompetencyDetail } from '../../../src/contract/competencies.ts';
import { LevelMark } from '../../components/LevelMark.tsx';
import { RequirementView } from '../../explanation/RequirementView.tsx';
import styles from './CompetencyPage.module.css';
import { useLevelState } from './use-level-state.ts';
import { WindowNote } from './WindowNote.tsx';

type Level = CompetencyDetail['options'][number]['levels'][number];

interface LevelColumnProps {
  readonly level: Level;
  readonly windowFrom: CompetencyDetail['qualificationWindowFrom'];
}

/** One level of one option: every requirement with what is there and what is missing. */
export function LevelColumn({ level, windowFrom }: LevelColumnProps) {
  const state = useLevelState();
  return (
    <section className={styles.column}>
      <div className={styles.columnHead}>
        <h2>
          <LevelMark level={level.level} size={28} hollow={level.outcome !== 'met'} />
        </h2>
        <span>{state(level)}</span>
      </div>
      {windowFrom !== null && <WindowNote level={level} from={windowFrom} />}
      {level.requirements.map((node, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a rule never move.
        <RequirementView key={index} node={node} />
      ))}
    </section>
  );
}
