import { Medal } from '../ui/Medal.tsx';
import styles from './LevelMark.module.css';
import { useLevelName } from './use-level-name.ts';

/** A medal and its name, side by side. */
export function LevelMark({
  level,
  size = 24,
  hollow = false,
}: {
  level: string;
  size?: number;
  hollow?: boolean;
}) {
  const name = useLevelName();
  return (
    <span className={styles.mark}>
      <Medal level={level} size={size} hollow={hollow} />
      <span>{name(level)}</span>
    </span>
  );
}
