import styles from './Medal.module.css';

type Material = 'silver' | 'gold' | 'base';

function materialOf(level: string): Material {
  return level === 'gold' || level === 'silver' ? level : 'base';
}

interface MedalProps {
  readonly level: string;
  readonly size?: number;
  /** Not held yet: the outline only. */
  readonly hollow?: boolean;
}

/**
 * The material of a level. Silver is a round medal, gold a lozenge, so that they differ in shape and letter
 * and not by colour alone; the name of the level always stands beside it.
 */
export function Medal({ level, size = 32, hollow = false }: MedalProps) {
  const material = materialOf(level);
  const letter = level.charAt(0).toUpperCase();
  return (
    <span
      className={`${styles.medal} ${styles[material]} ${hollow ? styles.hollow : ''}`}
      style={{ width: size, height: size, fontSize: size * 0.45 }}
      aria-hidden="true"
    >
      <span className={styles.letter}>{letter}</span>
    </span>
  );
}
