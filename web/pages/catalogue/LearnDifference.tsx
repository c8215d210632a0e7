import type { LearnField, LearnPreview } from '../../../src/contract/learn-catalogue.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import styles from './Catalogue.module.css';
import { FileProblems } from './FileProblems.tsx';

type Change = LearnPreview['changes'][number];

const FIELDS: Readonly<Record<LearnField, MessageId>> = {
  title: 'learn.field.title',
  retired: 'learn.field.retired',
  validity: 'learn.field.validity',
};

function useValue(): (field: LearnField, value: string | null) => string {
  const t = useText();
  const dates = useDates();
  return (field, value) => {
    if (value === null) return t('catalogue.nothing');
    if (field === 'retired') return dates.day(value);
    if (field === 'title') return value;
    return t(value === 'role-based' ? 'learn.validity.roleBased' : 'learn.validity.none');
  };
}

function Changes({ changes }: { changes: readonly Change[] }) {
  const t = useText();
  const shown = useValue();
  return (
    <div className={table.card}>
      <table className={`${table.table} ${table.cards}`} aria-labelledby="learn-changes">
        <thead>
          <tr>
            <th>{t('learn.column.skill')}</th>
            <th>{t('learn.column.field')}</th>
            <th>{t('learn.column.before')}</th>
            <th>{t('learn.column.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ skill, title, field, before, after }) => (
            <tr key={`${skill} ${field}`}>
              <td data-label="" className={styles.skill}>
                <span>
                  {title} <code>{skill}</code>
                </span>
              </td>
              <td data-label={t('learn.column.field')}>{t(FIELDS[field])}</td>
              <td data-label={t('learn.column.before')}>{shown(field, before)}</td>
              <td data-label={t('learn.column.after')}>{shown(field, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Problems({ found }: Pick<LearnPreview, 'found'>) {
  const t = useText();
  if (found.length === 0) return null;
  return (
    <section className={card.card} aria-labelledby="learn-problems">
      <h2 id="learn-problems">{t('learn.problems', { count: found.length })}</h2>
      <FileProblems found={found} />
    </section>
  );
}

/** What is not taken from the file, and why. */
function NotUsed({ found }: { found: LearnPreview }) {
  const t = useText();
  const { leftOut, unknown, unknownCount, notUnderstood, notUnderstoodCount } = found;
  return (
    <>
      {leftOut.length > 0 && (
        <section className={card.card} aria-labelledby="learn-left-out">
          <h2 id="learn-left-out">{t('learn.leftOut', { count: leftOut.length })}</h2>
          <ul className={styles.problems}>
            {leftOut.map(({ skill, uid, reason, value }) => (
              <li key={`${uid} ${reason} ${value}`}>
                {t(reason === 'renewal' ? 'learn.leftOut.renewal' : 'learn.leftOut.twice', {
                  skill,
                  uid,
                  value,
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {unknownCount > 0 && (
        <details>
          <summary>{t('learn.unknown', { count: unknownCount })}</summary>
          <ul className={styles.problems}>
            {unknown.map(({ uid, title, ambiguous }) => (
              <li key={uid}>
                {title} <code>{uid}</code>
                {ambiguous && ` – ${t('learn.unknown.ambiguous')}`}
              </li>
            ))}
            {unknownCount > unknown.length && (
              <li>{t('learn.more', { count: unknownCount - unknown.length })}</li>
            )}
          </ul>
        </details>
      )}
      {notUnderstoodCount > 0 && (
        <details>
          <summary>{t('learn.notUnderstood', { count: notUnderstoodCount })}</summary>
          <ul className={styles.problems}>
            {notUnderstood.map((path) => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
            {notUnderstoodCount > notUnderstood.length && (
              <li>{t('learn.more', { count: notUnderstoodCount - notUnderstood.length })}</li>
            )}
          </ul>
        </details>
      )}
    </>
  );
}

/** What the file says otherwise, what would be wrong with that, and what is not used. */
export function LearnDifference({ found }: { found: LearnPreview }) {
  const t = useText();
  const { changes, read, known } = found;
  return (
    <>
      <section className={styles.section} aria-labelledby="learn-changes">
        <h2 id="learn-changes">{t('learn.changes', { count: changes.length })}</h2>
        <p className={styles.quiet}>{t('learn.summary', { read, known })}</p>
        {changes.length === 0 ? <p>{t('learn.changes.none')}</p> : <Changes changes={changes} />}
      </section>
      <Problems found={found.found} />
      <NotUsed found={found} />
    </>
  );
}
