import { Link } from '@tanstack/react-router';
import type { CompetencyDetail } from '../../../src/contract/competencies.ts';
import type { LevelStateView } from '../../../src/contract/memberships.ts';
import { LifecycleBadge } from '../../components/lifecycle/LifecycleBadge.tsx';
import { foremostLevel } from '../../components/lifecycle/lifecycle-labels.ts';
import { useLossCauses } from '../../components/risk/use-loss-causes.ts';
import { useSession } from '../../components/session.tsx';
import { useLevelName } from '../../components/use-level-name.ts';
import { addDays, useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Medal } from '../../ui/Medal.tsx';
import table from '../../ui/Table.module.css';
import styles from './CompetencyPage.module.css';

/** Bought: the status stays until the year ends, whatever becomes of the requirements. */
function isKept({ state }: Pick<LevelStateView, 'state'>): boolean {
  return state === 'active' || state === 'at-risk';
}

/** Where the foremost level stands in its life, and until when it is kept. */
function Lifecycle({ detail }: { detail: CompetencyDetail }) {
  const t = useText();
  const dates = useDates();
  const name = useLevelName();
  const level = foremostLevel(detail.levels, detail.competency);
  if (level === undefined) return null;
  const { state, anniversary, graceUntil, since } = level;
  const elsewhere = state !== 'started' && level.level !== detail.attained?.level;
  return (
    <p className={styles.lifecycle}>
      {elsewhere && <strong>{name(level.level)}</strong>}
      <LifecycleBadge state={state} />
      {since !== null && <span>{t('lifecycle.since', { day: dates.day(since) })}</span>}
      {isKept(level) && anniversary !== null && (
        <span>{t('lifecycle.until', { day: dates.day(addDays(anniversary, -1)) })}</span>
      )}
      {graceUntil !== null && <span>{t('lifecycle.graceUntil', { day: dates.day(graceUntil) })}</span>}
      {state === 'qualified' && (
        <Link to={PATHS.membership} hash="offers" className={table.link}>
          {t('lifecycle.toBuy')}
        </Link>
      )}
    </p>
  );
}

/** The level reached, and when it ends by what is already known. */
export function CompetencyHeader({ detail }: { detail: CompetencyDetail }) {
  const t = useText();
  const dates = useDates();
  const causes = useLossCauses();
  const name = useLevelName();
  const { me } = useSession();
  const { attained, endsOn } = detail;
  const kept = detail.levels.some((level) => level.level === attained?.level && isKept(level));
  const levels = detail.options.flatMap((option) => option.levels);
  const designation = levels.some(({ level }) => level === 'designation');
  const open = levels.some(({ outcome }) => outcome === 'undetermined');
  const reached = () => {
    if (attained !== null && designation) return t('designation.held');
    if (attained !== null) return t('competency.level', { level: name(attained.level) });
    if (designation) return t(open ? 'designation.open' : 'designation.notHeld');
    return t('competency.noLevel');
  };
  return (
    <div className={styles.header}>
      <Medal
        level={attained?.level ?? (designation ? 'designation' : '–')}
        size={48}
        hollow={attained === null}
      />
      <div>
        <p className={styles.level}>
          {reached()}
          {attained?.exempt === true && ` (${t('competencies.exempt')})`}
        </p>
        <Lifecycle detail={detail} />
        {endsOn !== null && (
          <p className={styles.loss}>
            {t(kept ? 'competency.ends.kept' : 'competency.ends', {
              day: `${dates.day(endsOn)} (${dates.relative(endsOn, me.today)})`,
            })}{' '}
            <span>{t('competency.ends.because', { cause: causes(detail.endCause ?? []) })}</span>
          </p>
        )}
      </div>
    </div>
  );
}
