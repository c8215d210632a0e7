import { InfoRegular } from '@fluentui/react-icons';
import type { WarningView } from '../../../src/contract/explanation.ts';
import styles from './AnswerRemarks.module.css';
import { useWarningTexts } from './use-warning-texts.ts';

/** Remarks that change how the answer is to be read; the others stand with the information of the catalogue. */
const READ_FIRST: ReadonlySet<WarningView['code']> = new Set([
  'before-first-rules',
  'rules-not-public',
  'sharing-limits-undecided',
  'shortfalls-may-be-greater',
]);

/** What to know before reading an answer; nothing at all, nearly always. */
export function AnswerRemarks({ warnings }: { warnings: readonly WarningView[] }) {
  const texts = useWarningTexts();
  const remarks = texts(warnings.filter(({ code }) => READ_FIRST.has(code)));
  if (remarks.length === 0) return null;
  return (
    <ul className={styles.remarks}>
      {remarks.map(({ code, text }) => (
        <li key={`${code} ${text}`}>
          <InfoRegular fontSize={16} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
