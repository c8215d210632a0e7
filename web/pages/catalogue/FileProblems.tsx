import type { FileProblemView } from '../../../src/contract/catalogue-versions.ts';
import styles from './Catalogue.module.css';

/** What is wrong with files of a programme, each with its place. */
export function FileProblems({ found }: { found: readonly FileProblemView[] }) {
  return (
    <ul className={styles.problems}>
      {found.map(({ file, line, column, message }) => (
        <li key={`${file} ${line} ${column} ${message}`}>
          <code>{line === null ? file : `${file}:${line}`}</code> {message}
        </li>
      ))}
    </ul>
  );
}
