import type { MergedLevel } from '../../../src/contract/partner-merges.ts';
import { STATE_LABELS } from '../../components/lifecycle/lifecycle-labels.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import styles from './MergeCompanies.module.css';

/** What is only begun at both and stays so is no news. */
function matters({ from, into, after }: MergedLevel): boolean {
  return [from, into, after].some((state) => state !== null && state !== 'started');
}

/** Every level that is met or held, at each of the two and at the one company afterwards. */
export function MergedLevels({
  from,
  into,
  levels,
}: {
  from: string;
  into: string;
  levels: readonly MergedLevel[];
}) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  const state = (value: MergedLevel['from']) => (value === null ? '–' : t(STATE_LABELS[value]));
  const shown = levels.filter(matters);
  const after = t('mergeCompanies.after', { into });
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t('mergeCompanies.levels')}</h2>
      {shown.length === 0 ? (
        <p className={styles.text}>{t('mergeCompanies.noLevels')}</p>
      ) : (
        <div className={table.card}>
          <table className={`${table.table} ${table.cards}`} aria-label={t('mergeCompanies.levels')}>
            <thead>
              <tr>
                <th>{t('mergeCompanies.level')}</th>
                <th>{from}</th>
                <th>{into}</th>
                <th>{after}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((level) => (
                <tr key={`${level.programme} ${level.competency} ${level.level}`}>
                  <td data-label="">
                    {local(level.name)} – {local(level.levelName)}
                  </td>
                  <td data-label={from}>{state(level.from)}</td>
                  <td data-label={into}>{state(level.into)}</td>
                  <td data-label={after}>
                    {state(level.after)}
                    {level.keptUntil !== null && (
                      <span className={styles.note}>
                        {t('mergeCompanies.kept', { until: dates.day(level.keptUntil) })}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
