import { Link } from '@tanstack/react-router';
import { LIFECYCLE_ORDER } from '../../../src/contract/memberships.ts';
import type { NetworkCounted } from '../../../src/contract/network-view.ts';
import { type LifecycleState, STATE_LABELS } from '../../components/lifecycle/lifecycle-labels.ts';
import { useUrlState } from '../../components/url-state.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Medal } from '../../ui/Medal.tsx';
import table from '../../ui/Table.module.css';
import styles from './NetworkView.module.css';
import { useNumber } from './use-number.ts';

type Competency = NetworkCounted['competencies'][number];
type Level = Competency['levels'][number];

function StateCell({
  competency,
  counted,
  state,
  programme,
}: {
  competency: Competency['competency'];
  counted: Level;
  state: LifecycleState;
  programme: string;
}) {
  const t = useText();
  const local = useLocalText();
  const number = useNumber();
  const [{ market, country }] = useUrlState();
  const count = counted.states[state];
  const label = t(STATE_LABELS[state]);
  if (count === 0) {
    return (
      <td data-label={label} className={`${styles.empty} ${styles.number} ${table.quiet}`}>
        {number(0)}
      </td>
    );
  }
  const { level } = counted;
  return (
    <td data-label={label} className={styles.number}>
      <Link
        to={PATHS.networkCompanies}
        search={{
          programme,
          market,
          country,
          list: 'level',
          competency: competency.id,
          level: level.id,
          state,
        }}
        className={table.link}
        aria-label={t('networkView.cell', {
          count,
          competency: local(competency.name),
          level: local(level.name),
          state: label,
        })}
      >
        {number(count)}
      </Link>
    </td>
  );
}

/** Companies by competency, level and state; each number leads to its companies. */
export function LevelStates({ counted }: { counted: NetworkCounted }) {
  const t = useText();
  const local = useLocalText();
  const { competencies, programme } = counted;
  return (
    <section className={styles.section} aria-labelledby="network-levels">
      <h2 id="network-levels">{t('networkView.levels')}</h2>
      <p className={styles.quiet}>{t('networkView.levels.lead')}</p>
      {competencies.length === 0 ? (
        <p>{t('networkView.levels.none')}</p>
      ) : (
        <div className={table.card}>
          <table
            className={`${table.table} ${table.cards} ${styles.states}`}
            aria-labelledby="network-levels"
          >
            <thead>
              <tr>
                <th>{t('networkView.column.competency')}</th>
                <th>{t('networkView.column.level')}</th>
                {LIFECYCLE_ORDER.map((state) => (
                  <th key={state}>{t(STATE_LABELS[state])}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {competencies.flatMap(({ competency, levels }) =>
                levels.map((each) => (
                  <tr key={`${competency.id} ${each.level.id}`}>
                    <td data-label="" className={styles.skill}>
                      {local(competency.name)}
                    </td>
                    <td data-label={t('networkView.column.level')}>
                      <span className={styles.line}>
                        <Medal level={each.level.id} size={20} />
                        {local(each.level.name)}
                      </span>
                    </td>
                    {LIFECYCLE_ORDER.map((state) => (
                      <StateCell
                        key={state}
                        competency={competency}
                        counted={each}
                        state={state}
                        programme={programme.id}
                      />
                    ))}
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
