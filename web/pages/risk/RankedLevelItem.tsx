import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { RankedLevel, RiskRanking } from '../../../src/contract/risk-ranking.ts';
import { LifecycleBadge } from '../../components/lifecycle/LifecycleBadge.tsx';
import { PlanLink } from '../../components/PlanLink.tsx';
import { CriticalPeople, Departures } from '../../components/risk/RiskTable.tsx';
import { useSession } from '../../components/session.tsx';
import { useAuditActionLabel } from '../../components/use-labels.ts';
import { useLevelName } from '../../components/use-level-name.ts';
import { SingleActions } from '../../explanation/SingleActions.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useMoney } from '../../messages/use-money.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Medal } from '../../ui/Medal.tsx';
import table from '../../ui/Table.module.css';
import { LossFact } from './LossFact.tsx';
import styles from './Risk.module.css';

/** What is lost with the level: the right to a membership, other levels. */
function Value({ level: { offer, neededBy } }: { level: RankedLevel }) {
  const t = useText();
  const local = useLocalText();
  const levelName = useLevelName();
  const money = useMoney();
  const { formatList } = useIntl();
  if (offer === null && neededBy.length === 0) {
    return <span className={styles.quiet}>{t('risk.value.nothing')}</span>;
  }
  return (
    <>
      {offer !== null && (
        <span>
          {t('risk.value.offer', {
            offer: local(offer.name),
            price: offer.price === null ? 'none' : money(offer.price),
            alone: offer.alone ? 'yes' : 'no',
          })}
        </span>
      )}
      {neededBy.length > 0 && (
        <span>
          {t('risk.value.neededBy', {
            levels: formatList(neededBy.map(({ name, level }) => `${local(name)} – ${levelName(level)}`)),
          })}
        </span>
      )}
    </>
  );
}

function Changes({ changes }: Pick<RankedLevel, 'changes'>) {
  const t = useText();
  const dates = useDates();
  const label = useAuditActionLabel();
  if (changes.length === 0) return null;
  return (
    <div className={styles.below}>
      <span className={styles.label}>{t('risk.changes')}</span>
      <ul className={styles.plain}>
        {changes.map(({ at, action, actor, person }) => (
          <li key={`${at} ${action} ${person.id}`}>
            {t('risk.changes.line', { action: label(action), person: person.label })}
            <span className={styles.quiet}>
              {` · ${dates.instant(at)}`}
              {actor !== null && ` · ${actor}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface RepairProps {
  readonly repair: NonNullable<RankedLevel['repair']>;
  readonly cause: RankedLevel['cause'];
  readonly today: string;
}

function Repair({ repair, cause, today }: RepairProps) {
  const t = useText();
  const dates = useDates();
  const { can } = useSession();
  const { on, actions, actionsComplete } = repair;
  const chase = can('skills-report') && cause.some(({ kind }) => kind === 'pmc-window-over');
  return (
    <div className={styles.below}>
      <span className={styles.label}>
        {on > today ? t('risk.repair', { day: dates.day(on) }) : t('risk.repair.now')}
      </span>
      {(actions.length > 0 || !chase) && <SingleActions actions={actions} complete={actionsComplete} />}
      {chase && (
        <Link to={PATHS.chaseList} className={table.link}>
          {t('risk.repair.chase')}
        </Link>
      )}
    </div>
  );
}

interface RankedLevelItemProps {
  readonly level: RankedLevel;
  readonly ranking: RiskRanking;
  /** The rules are there by which the repair is put into words. */
  readonly explained: boolean;
}

/** One level: when it is lost and why, what hangs on it, whom it needs, what changed and what repairs it. */
export function RankedLevelItem({ level, ranking, explained }: RankedLevelItemProps) {
  const t = useText();
  const local = useLocalText();
  const levelName = useLevelName();
  const { asOf, programme } = ranking;
  const { competency, departures, repair } = level;
  return (
    <li className={styles.level}>
      <div className={styles.head}>
        <div className={styles.name}>
          <Medal level={level.level} size={30} />
          <h3>
            <Link to={PATHS.competency} params={{ competency }} search={{ programme }} className={table.link}>
              {local(level.name)} – {levelName(level.level)}
            </Link>
          </h3>
        </div>
        <LifecycleBadge state={level.state} />
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>{t('risk.column.loss')}</dt>
          <dd>
            <LossFact level={level} asOf={asOf} />
          </dd>
        </div>
        <div>
          <dt>{t('risk.value')}</dt>
          <dd>
            <Value level={level} />
          </dd>
        </div>
        <div>
          <dt>{t('risk.column.departures')}</dt>
          <dd>
            {departures === null ? (
              <span className={styles.quiet}>{t('risk.departures.notMet')}</span>
            ) : (
              <Departures survived={departures.survived} proved={departures.proved} />
            )}
          </dd>
        </div>
        {departures !== null && (
          <div>
            <dt>{t('risk.column.critical')}</dt>
            <dd>
              <CriticalPeople
                people={departures.criticalPeople}
                proved={departures.proved || (departures.survived ?? 1) > 0}
              />
            </dd>
          </div>
        )}
      </dl>
      <Changes changes={level.changes} />
      {level.threatened && (
        <PlanLink levels={[level]} about={`${local(level.name)} – ${levelName(level.level)}`} />
      )}
      {repair !== null && explained && <Repair repair={repair} cause={level.cause} today={asOf.validAt} />}
    </li>
  );
}
