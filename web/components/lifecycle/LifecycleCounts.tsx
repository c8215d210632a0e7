import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { type LevelStateView, LIFECYCLE_ORDER } from '../../../src/contract/memberships.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import { useLevelName } from '../use-level-name.ts';
import styles from './Lifecycle.module.css';
import { LifecycleBadge } from './LifecycleBadge.tsx';

/** How many levels are in each state, with their names; what is only begun stands on the page of competencies. */
export function LifecycleCounts({ levels }: { levels: readonly LevelStateView[] }) {
  const t = useText();
  const local = useLocalText();
  const levelName = useLevelName();
  const states = LIFECYCLE_ORDER.filter((state) => state !== 'started');
  const groups = states
    .map((state) => ({ state, of: levels.filter((level) => level.state === state) }))
    .filter(({ of }) => of.length > 0);
  return (
    <ul className={styles.counts}>
      {groups.map(({ state, of }) => (
        <li key={state}>
          <LifecycleBadge state={state} />
          <span className={styles.names}>
            {t('membership.levels.count', { count: of.length })}{' '}
            {of.map(({ competency, level, name }, index) => (
              <Fragment key={`${competency} ${level}`}>
                {index === 0 ? '– ' : ', '}
                <Link to={PATHS.competency} params={{ competency }} className={table.link}>
                  {local(name)} {levelName(level)}
                </Link>
              </Fragment>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
