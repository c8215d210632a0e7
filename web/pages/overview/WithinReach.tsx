import { Button } from '@fluentui/react-components';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Overview } from '../../../src/contract/competencies.ts';
import { MissingNames } from '../../components/MissingNames.tsx';
import { PlanLink } from '../../components/PlanLink.tsx';
import { useLevelName } from '../../components/use-level-name.ts';
import { usePoints } from '../../explanation/use-points.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Medal } from '../../ui/Medal.tsx';
import table from '../../ui/Table.module.css';
import { Card } from './Card.tsx';
import styles from './Overview.module.css';

const SHOWN = 4;

/** Levels that one or two more people, or a few performance figures, would earn. */
export function WithinReach({ events, open }: Pick<Overview, 'open'> & { events: Overview['withinReach'] }) {
  const t = useText();
  const local = useLocalText();
  const level = useLevelName();
  const points = usePoints();
  const [all, setAll] = useState(false);
  // A person who is missing can be trained; figures that are missing come after.
  const ordered = [...events].sort((a, b) => Number(a.people === 0) - Number(b.people === 0));
  return (
    <Card title={t('overview.reach')}>
      {events.length + open.length === 0 && <p className={styles.quiet}>{t('overview.reach.nothing')}</p>}
      <ul className={styles.list}>
        {(all ? ordered : ordered.slice(0, SHOWN)).map((event) => (
          <li key={event.competency} className={styles.event}>
            <Medal level={event.level} size={34} hollow />
            <div>
              <Link
                to={PATHS.competency}
                params={{ competency: event.competency }}
                search={{ option: event.option ?? undefined }}
                className={table.link}
              >
                {local(event.name)} – {level(event.level)}
              </Link>
              <span className={styles.note}>{t('overview.reach.missing', { count: event.people ?? 0 })}</span>
              <PlanLink levels={[event]} about={`${local(event.name)} – ${level(event.level)}`} />
            </div>
          </li>
        ))}
        {open.map((event) => (
          <li key={`open ${event.competency}`} className={styles.event}>
            <Medal level={event.level} size={34} hollow />
            <div>
              <Link
                to={PATHS.competency}
                params={{ competency: event.competency }}
                search={{ option: event.option ?? undefined }}
                className={table.link}
              >
                {local(event.name)} – {level(event.level)}
              </Link>
              {event.points !== null && event.threshold !== null && (
                <span className={styles.note}>
                  {t('overview.reach.points', {
                    points: points(event.points),
                    threshold: points(event.threshold),
                  })}
                </span>
              )}
              <MissingNames unknown={event.unknown} className={styles.note} />
            </div>
          </li>
        ))}
      </ul>
      {ordered.length > SHOWN && (
        <Button appearance="transparent" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'overview.less' : 'overview.more', { count: ordered.length - SHOWN })}
        </Button>
      )}
    </Card>
  );
}
