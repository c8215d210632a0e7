import styles from './VirtualTable.module.css';

/**
 * A long word without spaces, such as an address: where one line is too short it breaks behind the mark and
 * nowhere else, each part cut off at its own end. Read aloud or copied it is the word as it is.
 */
export function TwoParts({ text, mark }: { text: string; mark: string }) {
  const end = text.indexOf(mark) + mark.length;
  if (end < mark.length) return <span title={text}>{text}</span>;
  return (
    <span title={text}>
      <span className={styles.part}>{text.slice(0, end)}</span>
      <wbr />
      <span className={styles.part}>{text.slice(end)}</span>
    </span>
  );
}
