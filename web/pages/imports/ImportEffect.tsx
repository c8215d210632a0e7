import type { ImportRun } from '../../../src/contract/imports.ts';
import { useOwnRules } from '../../components/programme.ts';
import { useLevelName } from '../../components/use-level-name.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import styles from './Imports.module.css';

/** What the file would change, or has changed: rows, then levels. */
export function ImportEffect({ run }: { run: ImportRun }) {
  const t = useText();
  const local = useLocalText();
  const level = useLevelName();
  const programmes = useOwnRules();
  const nameOf = ({ programme, competency: id }: ImportRun['effect'][number]) => {
    const found = programmes
      .filter((one) => programme === undefined || one.programme === programme)
      .flatMap(({ competencies }) => competencies)
      .find((one) => one.competency === id);
    return found === undefined ? id : local(found.name);
  };
  const done = run.state === 'done';
  return (
    <section className={styles.effect}>
      <h2>{t(done ? 'import.effect.done' : 'import.effect')}</h2>
      <p className={styles.figures}>{t('import.counts', { ...run.counts })}</p>
      {run.effect.length === 0 ? (
        <p className={styles.hint}>{t('import.effect.noLevel')}</p>
      ) : (
        <ul>
          {run.effect.map((one) => (
            <li key={`${one.programme} ${one.competency}`}>
              {t('import.effect.level', {
                competency: nameOf(one),
                before: one.before === null ? t('competencies.none') : level(one.before),
                after: one.after === null ? t('competencies.none') : level(one.after),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
