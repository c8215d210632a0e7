import { ArrowSwapRegular, ArrowTrendingDownRegular, ArrowTrendingRegular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import type { Changes, LevelChangeView } from '../../../src/contract/changes.ts';
import { useUrlState } from '../../components/url-state.ts';
import { useLevelCauses } from '../../components/use-labels.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import styles from './Changes.module.css';

function directionOf({ before, after }: LevelChangeView): 'up' | 'down' | 'other' {
  const difference = (after?.rank ?? 0) - (before?.rank ?? 0);
  if (before === null || difference > 0) return 'up';
  return after === null || difference < 0 ? 'down' : 'other';
}

const DIRECTIONS = {
  up: 'changes.level.up',
  down: 'changes.level.down',
  other: 'changes.level.other',
} as const;

const ICONS = { up: ArrowTrendingRegular, down: ArrowTrendingDownRegular, other: ArrowSwapRegular };

function LevelItem({ change }: { change: LevelChangeView }) {
  const t = useText();
  const local = useLocalText();
  const causes = useLevelCauses();
  const [, patch] = useUrlState();
  const direction = directionOf(change);
  const Icon = ICONS[direction];
  const named = (level: LevelChangeView['before']) =>
    level === null ? t('changes.level.none') : local(level.name);
  return (
    <li className={styles.level}>
      <Icon fontSize={24} className={styles[direction]} />
      <div>
        <h3>
          <Link to={PATHS.competency} params={{ competency: change.competency }} className={table.link}>
            {local(change.name)}
          </Link>
        </h3>
        <p>
          <strong className={styles[direction]}>{t(DIRECTIONS[direction])}</strong> {named(change.before)} →{' '}
          {named(change.after)}
        </p>
        <p className={styles.hint}>
          {change.causes.length === 0
            ? t('changes.causes.none')
            : t('changes.causes', { causes: causes(change.causes) })}
        </p>
        {change.gained + change.lost > 0 && (
          <button
            type="button"
            className={styles.rows}
            onClick={() => patch({ tab: 'skills', competency: change.competency }, { push: true })}
          >
            {t('changes.level.skills', { gained: change.gained, lost: change.lost })}
          </button>
        )}
      </div>
    </li>
  );
}

/** Levels that were gained or lost, and what made the difference. */
export function LevelChanges({ levels }: Pick<Changes, 'levels'>) {
  const t = useText();
  return (
    <section className={card.card}>
      <h2>{t('changes.levels')}</h2>
      {levels.length === 0 ? (
        <p>{t('changes.levels.none')}</p>
      ) : (
        <ul className={styles.levels}>
          {levels.map((change) => (
            <LevelItem key={change.competency} change={change} />
          ))}
        </ul>
      )}
    </section>
  );
}
