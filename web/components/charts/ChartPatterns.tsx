import styles from './Charts.module.css';

/** So many kinds of columns differ in pattern as well as in tint. */
const PATTERN_COUNT = 5;

export function patternFill(id: string, series: number): string {
  return `url(#${id}-${series % PATTERN_COUNT})`;
}

/** Full, hatched, dotted, lined, crossed: what is meant is seen without telling colours apart. */
const MARKS = [
  null,
  <path key="hatch" d="M-2 2 2 -2M0 8 8 0M6 10 10 6" />,
  <g key="dots">
    <circle cx="2" cy="2" r="1.3" />
    <circle cx="6" cy="6" r="1.3" />
  </g>,
  <path key="lines" d="M0 2H8M0 6H8" />,
  <path key="cross" d="M0 0 8 8M8 0 0 8" />,
] as const;

export function ChartPatterns({ id }: { id: string }) {
  return (
    <defs>
      {MARKS.map((mark, index) => (
        <pattern
          // biome-ignore lint/suspicious/noArrayIndexKey: the patterns never change.
          key={index}
          id={`${id}-${index}`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
        >
          <rect width="8" height="8" className={`${styles.tint} ${styles[`tint${index}`]}`} />
          {mark !== null && <g className={styles.mark}>{mark}</g>}
        </pattern>
      ))}
    </defs>
  );
}
