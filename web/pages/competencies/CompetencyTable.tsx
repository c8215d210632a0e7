import { Link } from '@tanstack/react-router';
import type { CompetencyStatus } from '../../../src/contract/competencies.ts';
import { DateText } from '../../components/DateText.tsx';
import { LevelMark } from '../../components/LevelMark.tsx';
import { useLevelName } from '../../components/use-level-name.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import { useLevelState } from '../competency/use-level-state.ts';
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

function Missing({ status }: { status: CompetencyStatus }) {
  const t = useText();
  const state = useLevelState();
  if (status.options.length === 0) return <span className={table.quiet}>{t('competencies.noRules')}</span>;
  if (status.next === null) return <span className={table.quiet}>–</span>;
  const { level, option, outcome, people } = status.next;
  // Of points, people are only one way to gain them.
  const scored = status.options
    .find((one) => one.option === option)
    ?.levels.find((one) => one.level === level && one.score !== null);
  if (scored !== undefined) return <span>{state(scored)}</span>;
  if (people === null || (people === 0 && outcome === 'undetermined')) {
    return <span>{t('competencies.undetermined')}</span>;
  }
  const missing = t('competencies.missingPeople', { count: people });
  return <span>{status.next.alsoOther ? t('competencies.missingMore', { people: missing }) : missing}</span>;
}

/** The competencies of one area, one row each. */
export function CompetencyTable({
  competencies,
  label,
}: {
  competencies: CompetencyStatus[];
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
                <Missing status={status} />
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
