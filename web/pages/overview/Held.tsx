import { Link } from '@tanstack/react-router';
import type { LocalText } from '../../../src/contract/common.ts';
import type { Overview } from '../../../src/contract/competencies.ts';
import { LifecycleBadge } from '../../components/lifecycle/LifecycleBadge.tsx';
import type { LifecycleState } from '../../components/lifecycle/lifecycle-labels.ts';
import { useLevelName } from '../../components/use-level-name.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Medal } from '../../ui/Medal.tsx';
import table from '../../ui/Table.module.css';
import { Card } from './Card.tsx';
import styles from './Overview.module.css';

const KEPT: readonly LifecycleState[] = ['at-risk', 'in-grace'];

/** The state of the level, with the anniversary up to which it is kept. */
function Lifecycle({
  levels,
  competency,
  level,
}: {
  levels: Overview['levels'];
  competency: string;
  level: string;
}) {
  const t = useText();
  const dates = useDates();
  const own = levels.find((one) => one.competency === competency && one.level === level);
  if (own === undefined) return null;
  return (
    <span className={styles.note}>
      <LifecycleBadge state={own.state} />{' '}
      {own.anniversary !== null && t('membership.anniversary', { day: dates.day(own.anniversary) })}
    </span>
  );
}

interface HeldLevel {
  readonly competency: string;
  readonly name: LocalText;
  readonly level: string;
  /** Kept by what was bought alone. */
  readonly notMet?: boolean;
}

/**
 * What is met, and above it or besides what was bought and is kept until its year ends though it is met no longer.
 * Levels come from the lowest to the highest.
 */
function heldLevels({ hold, levels }: Pick<Overview, 'hold' | 'levels'>): readonly HeldLevel[] {
  const held = new Map<string, HeldLevel>(hold.map((one) => [one.competency, one]));
  const placeOf = ({ competency, level }: HeldLevel) =>
    levels.findIndex((one) => one.competency === competency && one.level === level);
  for (const one of levels.filter(({ state }) => KEPT.includes(state))) {
    const met = held.get(one.competency);
    if (met === undefined || placeOf(met) < placeOf(one)) held.set(one.competency, { ...one, notMet: true });
  }
  return [...held.values()];
}

export function Held({ hold, levels }: Pick<Overview, 'hold' | 'levels'>) {
  const t = useText();
  const local = useLocalText();
  const level = useLevelName();
  const held = heldLevels({ hold, levels });
  return (
    <Card title={t('overview.hold')}>
      {held.length === 0 && <p className={styles.quiet}>{t('overview.hold.nothing')}</p>}
      <ul className={styles.list}>
        {held.map((one) => (
          <li key={one.competency} className={styles.event}>
            <Medal level={one.level} size={34} />
            <div>
              <Link to={PATHS.competency} params={{ competency: one.competency }} className={table.link}>
                {local(one.name)}
              </Link>
              <span className={styles.note}>{level(one.level)}</span>
              {one.notMet && <span className={styles.note}>{t('lifecycle.cause.requirements-lost')}</span>}
              <Lifecycle levels={levels} competency={one.competency} level={one.level} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
