import { Link } from '@tanstack/react-router';
import type { LevelRiskView, Risk } from '../../../src/contract/risk.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import { DateText } from '../DateText.tsx';
import { LevelMark } from '../LevelMark.tsx';
import { useSession } from '../session.tsx';
import styles from './RiskTable.module.css';
import { useLossCauses } from './use-loss-causes.ts';

const SHOWN_PEOPLE = 6;

function FirstLoss({ level, until }: { level: LevelRiskView; until: string }) {
  const t = useText();
  const causes = useLossCauses();
  if (level.firstLossDate === null) {
    return (
      <span className={table.quiet}>
        {t('risk.loss.none')} <DateText on={until} short />
      </span>
    );
  }
  return (
    <div className={styles.stack}>
      <strong className={styles.loss}>
        <DateText on={level.firstLossDate} relative />
      </strong>
      <span className={styles.cause}>
        {t('competency.ends.because', { cause: causes(level.cause ?? []) })}
      </span>
    </div>
  );
}

export function Departures({ survived, proved }: { survived: number | null; proved: boolean }) {
  const t = useText();
  if (survived !== null && !proved) return <span>{t('risk.departures.atLeast', { count: survived })}</span>;
  if (survived === null) return <span className={table.quiet}>{t('risk.departures.any')}</span>;
  return (
    <span className={survived === 0 ? styles.loss : ''}>{t('risk.departures', { count: survived })}</span>
  );
}

/** Each leads to what the report says about him or her. */
export function CriticalPeople({
  people,
  proved,
}: {
  people: LevelRiskView['criticalPeople'];
  proved: boolean;
}) {
  const t = useText();
  const { can } = useSession();
  if (people.length === 0) {
    return (
      <span className={table.quiet}>{t(proved ? 'risk.critical.nobody' : 'risk.critical.undecided')}</span>
    );
  }
  return (
    <ul className={styles.people}>
      {people.slice(0, SHOWN_PEOPLE).map(({ id, label }) => (
        <li key={id}>
          {can('skills-report') ? (
            <Link to={PATHS.skillsReport} search={{ user: id }} className={table.link}>
              {label}
            </Link>
          ) : (
            label
          )}
        </li>
      ))}
      {people.length > SHOWN_PEOPLE && (
        <li className={table.quiet}>{t('risk.critical.more', { count: people.length - SHOWN_PEOPLE })}</li>
      )}
    </ul>
  );
}

interface RiskTableProps {
  readonly risk: Risk;
  readonly levels: readonly LevelRiskView[];
  /** The page is about one competency, which needs no name. */
  readonly unnamed?: boolean;
}

/** What may be lost: when first and why, how many departures it survives, and who must not leave. */
export function RiskTable({ risk, levels, unnamed = false }: RiskTableProps) {
  const t = useText();
  const local = useLocalText();
  const undecided = new Set(
    risk.warnings
      .filter(({ code }) => code === 'departures-undecided')
      .map((warning) => `${warning.competency}/${warning.level}`),
  );
  const isProved = ({ competency, level }: LevelRiskView) => !undecided.has(`${competency}/${level}`);
  return (
    <table className={`${table.table} ${table.cards} ${styles.columns}`} aria-label={t('risk.title')}>
      <thead>
        <tr>
          <th>{t('risk.column.level')}</th>
          <th>{t('risk.column.loss')}</th>
          <th>{t('risk.column.departures')}</th>
          <th>{t('risk.column.critical')}</th>
        </tr>
      </thead>
      <tbody>
        {levels.map((level) => (
          <tr key={`${level.competency}/${level.level}`}>
            <td data-label="">
              <div className={styles.stack}>
                {!unnamed && (
                  <Link
                    to={PATHS.competency}
                    params={{ competency: level.competency }}
                    className={table.link}
                  >
                    {local(level.name)}
                  </Link>
                )}
                <LevelMark level={level.level} />
              </div>
            </td>
            <td data-label={t('risk.column.loss')}>
              <FirstLoss level={level} until={risk.until} />
            </td>
            <td data-label={t('risk.column.departures')}>
              <Departures survived={level.departuresSurvived} proved={isProved(level)} />
            </td>
            <td data-label={t('risk.column.critical')}>
              <CriticalPeople
                people={level.criticalPeople}
                // Who survives one departure has nobody whose leaving alone loses the level.
                proved={isProved(level) || (level.departuresSurvived ?? 1) > 0}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
