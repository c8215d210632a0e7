import { DataBarVerticalRegular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import { type LevelStateView, LIFECYCLE_ORDER } from '../../../src/contract/memberships.ts';
import type { PerformanceReport } from '../../../src/contract/performance-report.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LevelMark } from '../../components/LevelMark.tsx';
import { LifecycleBadge } from '../../components/lifecycle/LifecycleBadge.tsx';
import type { LifecycleState } from '../../components/lifecycle/lifecycle-labels.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import styles from './PerformanceReport.module.css';

/** What comes after the year of a membership has a card only where there is something in it. */
const AFTER: ReadonlySet<LifecycleState> = new Set(['in-grace', 'lapsed']);

const MEANINGS: Readonly<Record<LifecycleState, MessageId>> = {
  started: 'performance.state.started',
  qualified: 'performance.state.qualified',
  active: 'performance.state.active',
  'at-risk': 'performance.state.at-risk',
  'in-grace': 'performance.state.in-grace',
  lapsed: 'performance.state.lapsed',
};

/** How many levels of one rank are in the state, and which. */
function Rank({ level, of }: { level: string; of: readonly LevelStateView[] }) {
  const local = useLocalText();
  const t = useText();
  return (
    <div className={styles.rank}>
      <p className={styles.count}>
        <LevelMark level={level} size={20} hollow={of.length === 0} />
        <strong>{of.length}</strong>
      </p>
      {of.length === 0 ? (
        <p className={table.quiet}>{t('performance.state.none')}</p>
      ) : (
        <ul className={styles.names}>
          {of.map(({ competency, name }) => (
            <li key={competency}>
              <Link to={PATHS.competency} params={{ competency }} className={table.link}>
                {local(name)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Nothing is begun: what begins it. */
function NothingStarted() {
  const t = useText();
  return (
    <EmptyState icon={<DataBarVerticalRegular />} title={t('performance.nothingStarted')}>
      <p>{t('performance.nothingStarted.hint')}</p>
      <Link to={PATHS.usersReport} search={{ associated: 'no' }} className={table.link}>
        {t('usersReport.title')}
      </Link>
      <Link to={PATHS.imports} className={table.link}>
        {t('nav.imports')}
      </Link>
    </EmptyState>
  );
}

/** The levels of the company by state and rank, each with its competency. */
export function StateCards({ levels, ranks }: Pick<PerformanceReport, 'levels' | 'ranks'>) {
  const t = useText();
  if (levels.length === 0) return <NothingStarted />;
  const shown = LIFECYCLE_ORDER.filter(
    (state) => !AFTER.has(state) || levels.some((level) => level.state === state),
  );
  const used = ranks.filter(({ id }) => levels.some(({ level }) => level === id));
  return (
    <section aria-label={t('performance.states')} className={styles.states}>
      {shown.map((state) => {
        const own = levels.filter((level) => level.state === state);
        return (
          <section key={state} className={card.card}>
            <h2>
              <LifecycleBadge state={state} />
            </h2>
            <p className={styles.hint}>{t(MEANINGS[state])}</p>
            <div className={styles.ranks}>
              {used.map(({ id }) => (
                <Rank key={id} level={id} of={own.filter(({ level }) => level === id)} />
              ))}
            </div>
          </section>
        );
      })}
    </section>
  );
}
