import type { NetworkCounted } from '../../../src/contract/network-view.ts';
import { useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import styles from './NetworkView.module.css';
import { SkillCells, SkillName } from './SkillCells.tsx';

/** Skills of which one more person would bring or keep most levels. */
export function MissingSkills({ counted }: { counted: NetworkCounted }) {
  const t = useText();
  const { missing, missingMore, notAllTried, programme } = counted;
  return (
    <section className={styles.section} aria-labelledby="network-missing">
      <h2 id="network-missing">{t('networkView.missing')}</h2>
      <p className={styles.quiet}>{t('networkView.missing.lead')}</p>
      {missing.length === 0 ? (
        <p>{t('networkView.missing.none')}</p>
      ) : (
        <div className={table.card}>
          <table
            className={`${table.table} ${table.cards} ${styles.skills}`}
            aria-labelledby="network-missing"
          >
            <thead>
              <tr>
                <th>{t('networkView.column.skill')}</th>
                <th>{t('networkView.column.levels')}</th>
                <th>{t('networkView.column.companies')}</th>
                <th>{t('networkView.column.byLevel')}</th>
              </tr>
            </thead>
            <tbody>
              {missing.map((skill) => (
                <tr key={skill.skill}>
                  <SkillName skill={skill} />
                  <SkillCells
                    skill={skill}
                    list="missing"
                    programme={programme.id}
                    levelsLabel={t('networkView.column.levels')}
                  />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {missingMore > 0 && <p>{t('networkView.missing.more', { count: missingMore })}</p>}
      {notAllTried > 0 && <p>{t('networkView.missing.notAll', { count: notAllTried })}</p>}
    </section>
  );
}
