import { Link } from '@tanstack/react-router';
import type { NetworkCounted } from '../../../src/contract/network-view.ts';
import { DateText } from '../../components/DateText.tsx';
import { useSession } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './NetworkView.module.css';
import { SkillCells, SkillName } from './SkillCells.tsx';

/** Skills that will count no more, and the levels that go with each. */
export function Retirements({ counted }: { counted: NetworkCounted }) {
  const t = useText();
  const { can } = useSession();
  const { retirements, programme } = counted;
  const harmful = retirements.filter(({ levels }) => levels > 0);
  const harmless = retirements.length - harmful.length;
  return (
    <section className={styles.section} aria-labelledby="network-retirements">
      <h2 id="network-retirements">{t('networkView.retirements')}</h2>
      <p className={styles.quiet}>{t('networkView.retirements.lead')}</p>
      {retirements.length === 0 && <p>{t('networkView.retirements.none')}</p>}
      {harmful.length > 0 && (
        <div className={table.card}>
          <table
            className={`${table.table} ${table.cards} ${styles.skills}`}
            aria-labelledby="network-retirements"
          >
            <thead>
              <tr>
                <th>{t('networkView.column.skill')}</th>
                <th>{t('networkView.column.retiredOn')}</th>
                <th>{t('networkView.column.through')}</th>
                <th>{t('networkView.column.lost')}</th>
                <th>{t('networkView.column.companies')}</th>
                <th>{t('networkView.column.byLevel')}</th>
              </tr>
            </thead>
            <tbody>
              {harmful.map((skill) => (
                <tr key={skill.skill}>
                  <SkillName skill={skill} />
                  <td data-label={t('networkView.column.retiredOn')}>
                    <DateText on={skill.retiredOn} short />
                  </td>
                  <td data-label={t('networkView.column.through')}>
                    <DateText on={skill.countsThrough} short />
                  </td>
                  <SkillCells
                    skill={skill}
                    list="retiring"
                    programme={programme.id}
                    levelsLabel={t('networkView.column.lost')}
                  />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {harmless > 0 && (
        <details>
          <summary>
            {t('networkView.retirements.harmless', {
              count: harmless,
              others: harmful.length > 0 ? 'yes' : 'no',
            })}
          </summary>
          <ul className={styles.list}>
            {retirements
              .filter(({ levels }) => levels === 0)
              .map(({ skill, title, countsThrough }) => (
                <li key={skill}>
                  {title} <span className={table.quiet}>{skill}</span> · {t('networkView.column.through')}{' '}
                  <DateText on={countsThrough} short />
                </li>
              ))}
          </ul>
        </details>
      )}
      {can('catalogue') && (
        <p>
          <Link to={PATHS.catalogue} className={table.link}>
            {t('networkView.retirements.rehearse')}
          </Link>
        </p>
      )}
    </section>
  );
}
