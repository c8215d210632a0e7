import { Link } from '@tanstack/react-router';
import type { CompetencyList, CompetencyStatus } from '../../../src/contract/competencies.ts';
import type { LevelStateView } from '../../../src/contract/memberships.ts';
import { DateText } from '../../components/DateText.tsx';
import { LevelMark } from '../../components/LevelMark.tsx';
import { LifecycleBadge } from '../../components/lifecycle/LifecycleBadge.tsx';
import { foremostLevel } from '../../components/lifecycle/lifecycle-labels.ts';
import { MissingNames } from '../../components/MissingNames.tsx';
import { ScoreGapText } from '../../components/ScoreGapText.tsx';
import { useLevelName } from '../../components/use-level-name.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './CompetencyTable.module.css';

function NextLevel({ status }: { status: CompetencyStatus }) {
  const t = useText();
  const level = useLevelName();
  const local = useLocalText();
  const { next } = status;
  if (next === null) return <span className={table.quiet}>–</span>;
  const option = status.options.find((one) => one.option === next.option);
  if (option === undefined || option.name === null) return <span>{level(next.level)}</span>;
  return <span>{t('competencies.next', { level: level(next.level), option: local(option.name) })}</span>;
}

/** What is certainly missing, and by name what is not known or not enough. */
function Missing({ status, metrics }: { status: CompetencyStatus; metrics: CompetencyList['metrics'] }) {
  const t = useText();
  const local = useLocalText();
  const { next, options } = status;
  if (options.length === 0) return <span className={table.quiet}>{t('competencies.noRules')}</span>;
  if (next === null) return <span className={table.quiet}>–</span>;
  const { outcome, people, score, unknown, missed } = next;
  const nameOf = (id: string) => (metrics[id] === undefined ? id : local(metrics[id]));
  const names = <MissingNames unknown={unknown} missed={missed} className={styles.note} />;
  if (score !== null) {
    return (
      <span>
        <ScoreGapText outcome={outcome} score={score} nameOf={nameOf} />
        {names}
      </span>
    );
  }
  return (
    <span>
      {people > 0 && t('competencies.missingPeople', { count: people })}
      {names}
    </span>
  );
}

/** The state of the foremost level; which level that is is said where it is not the one beside it. */
function Lifecycle({ levels, status }: { levels: readonly LevelStateView[]; status: CompetencyStatus }) {
  const name = useLevelName();
  const level = foremostLevel(levels, status.competency);
  if (level === undefined) return <span className={table.quiet}>–</span>;
  const elsewhere = level.state !== 'started' && level.level !== status.attained?.level;
  return (
    <span>
      <LifecycleBadge state={level.state} />
      {elsewhere && <span className={styles.note}>{name(level.level)}</span>}
    </span>
  );
}

/** The competencies of one area, one row each. */
export function CompetencyTable({
  competencies,
  levels,
  metrics,
  label,
}: {
  competencies: CompetencyStatus[];
  levels: readonly LevelStateView[];
  metrics: CompetencyList['metrics'];
  label: string;
}) {
  const t = useText();
  const local = useLocalText();
  return (
    <div className={table.card}>
      <table className={`${table.table} ${table.cards} ${styles.columns}`} aria-label={label}>
        <thead>
          <tr>
            <th>{t('competencies.column.competency')}</th>
            <th>{t('competencies.column.level')}</th>
            <th>{t('lifecycle.column')}</th>
            <th>{t('competencies.column.next')}</th>
            <th>{t('competencies.column.missing')}</th>
            <th>{t('competencies.column.ends')}</th>
          </tr>
        </thead>
        <tbody>
          {competencies.map((status) => (
            <tr key={status.competency}>
              <td data-label="">
                <Link
                  to={PATHS.competency}
                  params={{ competency: status.competency }}
                  className={`${table.link} ${styles.name}`}
                >
                  {local(status.name)}
                </Link>
              </td>
              <td data-label={t('competencies.column.level')}>
                {status.attained === null ? (
                  <span className={table.quiet}>{t('competencies.none')}</span>
                ) : (
                  <LevelMark level={status.attained.level} />
                )}
                {status.attained?.exempt === true && (
                  <span className={table.quiet}> {t('competencies.exempt')}</span>
                )}
              </td>
              <td data-label={t('lifecycle.column')}>
                <Lifecycle levels={levels} status={status} />
              </td>
              <td
                data-label={t('competencies.column.next')}
                className={status.next === null ? styles.empty : ''}
              >
                <NextLevel status={status} />
              </td>
              <td
                data-label={t('competencies.column.missing')}
                className={status.next === null && status.options.length > 0 ? styles.empty : ''}
              >
                <Missing status={status} metrics={metrics} />
              </td>
              <td
                data-label={t('competencies.column.ends')}
                className={status.endsOn === null ? styles.empty : ''}
              >
                {status.endsOn === null ? (
                  <span className={table.quiet}>–</span>
                ) : (
                  <span className={styles.loss}>
                    <DateText on={status.endsOn} short />
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
