import { Link } from '@tanstack/react-router';
import type { Overview } from '../../../src/contract/competencies.ts';
import { DateText } from '../../components/DateText.tsx';
import { PlanLink } from '../../components/PlanLink.tsx';
import { useLossCauses } from '../../components/risk/use-loss-causes.ts';
import { useLevelName } from '../../components/use-level-name.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Medal } from '../../ui/Medal.tsx';
import table from '../../ui/Table.module.css';
import { Card } from './Card.tsx';
import styles from './Overview.module.css';

type LevelEvent = Overview['aboutToEnd'][number];

function Cause({ event }: { event: LevelEvent }) {
  const t = useText();
  const causes = useLossCauses();
  const cause = causes(event.cause ?? []);
  return <span className={styles.note}>{t('competency.ends.because', { cause })}</span>;
}

/** What will be lost in the next twelve months by what is already known: when, and why. */
export function AboutToEnd({ events }: { events: Overview['aboutToEnd'] }) {
  const t = useText();
  const local = useLocalText();
  const level = useLevelName();
  return (
    <Card title={t('overview.end')}>
      {events.length === 0 && <p className={styles.quiet}>{t('overview.end.nothing')}</p>}
      <ul className={styles.list}>
        {events.map((event) => (
          <li key={`${event.competency}/${event.level}`} className={styles.event}>
            <Medal level={event.level} size={34} />
            <div>
              <Link to={PATHS.competency} params={{ competency: event.competency }} className={table.link}>
                {local(event.name)} – {level(event.level)}
              </Link>
              {event.on !== null && (
                <span className={styles.loss}>
                  <DateText on={event.on} relative />
                </span>
              )}
              <Cause event={event} />
              <PlanLink levels={[event]} about={`${local(event.name)} – ${level(event.level)}`} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
