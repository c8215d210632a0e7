import { Link } from '@tanstack/react-router';
import type { CompetencyList, CompetencyStatus } from '../../../src/contract/competencies.ts';
import { DateText } from '../../components/DateText.tsx';
import { ExemptionText } from '../../components/ExemptionText.tsx';
import { MissingNames } from '../../components/MissingNames.tsx';
import { ScoreGapText } from '../../components/ScoreGapText.tsx';
import { ScoreBar } from '../../explanation/ScoreBar.tsx';
import { openPoints } from '../../explanation/score-gap.ts';
import { usePoints } from '../../explanation/use-points.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Medal } from '../../ui/Medal.tsx';
import table from '../../ui/Table.module.css';
import styles from './DesignationTable.module.css';
import { bestWay, type JudgedWay } from './designation-state.ts';

function stateOf(status: CompetencyStatus, way: JudgedWay | null): MessageId {
  if (status.attained !== null) return 'designation.state.held';
  return way?.outcome === 'undetermined' ? 'designation.state.open' : 'designation.state.notHeld';
}

function State({ status, way }: { status: CompetencyStatus; way: JudgedWay | null }) {
  const t = useText();
  const held = status.attained !== null;
  return (
    <span className={styles.state}>
      <Medal level="designation" size={24} hollow={!held} />
      <span>
        {t(stateOf(status, way))}
        {status.attained?.exempt === true && ` (${t('competencies.exempt')})`}
        {status.attained?.exemption != null && <ExemptionText exemption={status.attained.exemption} />}
        {!held && way?.qualifiedInWindow === true && (
          <span className={styles.note}>{t('designation.state.qualified')}</span>
        )}
      </span>
    </span>
  );
}

function Score({ way }: { way: JudgedWay }) {
  const points = usePoints();
  const t = useText();
  return (
    <span className={styles.score}>
      <span className={styles.figure}>
        {points(way.score.points)}{' '}
        <span className={table.quiet}>{t('score.of', { max: way.score.max })}</span>
      </span>
      <ScoreBar score={way.score} open={openPoints(way.score)} />
    </span>
  );
}

function Missing({ way, metrics }: { way: JudgedWay; metrics: CompetencyList['metrics'] }) {
  const local = useLocalText();
  const { score, outcome } = way;
  if (outcome === 'met') return <span className={table.quiet}>–</span>;
  const nameOf = (id: string) => (metrics[id] === undefined ? id : local(metrics[id]));
  const unknown = score.unknown.map((id) => metrics[id] ?? { fr: id, en: id });
  return (
    <span>
      <ScoreGapText outcome={outcome} score={score} nameOf={nameOf} />
      <MissingNames unknown={unknown} className={styles.note} />
    </span>
  );
}

function Row({ status, metrics }: { status: CompetencyStatus; metrics: CompetencyList['metrics'] }) {
  const t = useText();
  const local = useLocalText();
  const way = bestWay(status);
  const tracks = status.options.filter(({ levels }) => levels.length > 0).length;
  return (
    <tr>
      <td data-label="">
        <Link
          to={PATHS.competency}
          params={{ competency: status.competency }}
          className={`${table.link} ${styles.name}`}
        >
          {local(status.name)}
        </Link>
        {tracks > 1 && way !== null && way.option.track !== null && (
          <span className={styles.note}>
            {t('designation.track', { track: local(way.option.track.name) })}
          </span>
        )}
      </td>
      <td data-label={t('designation.column.state')}>
        <State status={status} way={way} />
      </td>
      {way === null ? (
        <td data-label="" colSpan={2}>
          <span className={table.quiet}>{t('designation.noRules')}</span>
        </td>
      ) : (
        <>
          <td data-label={t('designation.column.score')} className={styles.wide}>
            <Score way={way} />
          </td>
          <td
            data-label={t('designation.column.missing')}
            className={way.outcome === 'met' ? styles.empty : styles.wide}
          >
            <Missing way={way} metrics={metrics} />
          </td>
        </>
      )}
      <td
        data-label={t('competencies.column.ends')}
        className={status.endsOn === null ? styles.empty : undefined}
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
  );
}

/** The designations of one area: state, points against the threshold, and what is missing or unknown. */
export function DesignationTable({
  designations,
  metrics,
  label,
}: {
  designations: readonly CompetencyStatus[];
  metrics: CompetencyList['metrics'];
  label: string;
}) {
  const t = useText();
  return (
    <div className={table.card}>
      <table className={`${table.table} ${table.cards} ${styles.columns}`} aria-label={label}>
        <thead>
          <tr>
            <th>{t('designation.column')}</th>
            <th>{t('designation.column.state')}</th>
            <th>{t('designation.column.score')}</th>
            <th>{t('designation.column.missing')}</th>
            <th>{t('competencies.column.ends')}</th>
          </tr>
        </thead>
        <tbody>
          {designations.map((status) => (
            <Row key={status.competency} status={status} metrics={metrics} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
