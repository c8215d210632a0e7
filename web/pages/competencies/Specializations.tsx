import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { CompetencyStatus } from '../../../src/contract/competencies.ts';
import { OutcomeBadge } from '../../explanation/OutcomeBadge.tsx';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './Specializations.module.css';

const READINESS = {
  met: 'specialization.ready',
  undetermined: 'specialization.open',
  unmet: 'specialization.notReady',
} as const;

function Row({ status, all }: { status: CompetencyStatus; all: readonly CompetencyStatus[] }) {
  const t = useText();
  const local = useLocalText();
  const { formatList } = useIntl();
  const first = all.filter(({ competency }) => status.prerequisites?.includes(competency));
  const ready = first.some(({ attained }) => attained !== null);
  const open = first.some(({ next }) => next?.outcome === 'undetermined');
  const outcome = ready ? 'met' : open ? 'undetermined' : 'unmet';
  return (
    <tr>
      <td data-label="">
        <Link to={PATHS.competency} params={{ competency: status.competency }} className={table.link}>
          {local(status.name)}
        </Link>
      </td>
      <td data-label={t('specialization.column.first')} className={styles.wide}>
        {formatList(
          first.map(({ name }) => local(name)),
          { type: 'disjunction' },
        )}
      </td>
      <td data-label={t('specialization.column.rest')} className={styles.wide}>
        <OutcomeBadge outcome={outcome} text={t(READINESS[outcome])} />
      </td>
    </tr>
  );
}

/** What a programme lists without rules that can be computed: only what comes first is known. */
export function Specializations({
  listed,
  all,
}: {
  listed: readonly CompetencyStatus[];
  all: readonly CompetencyStatus[];
}) {
  const t = useText();
  return (
    <section>
      <h2 className={styles.title}>{t('specialization.title')}</h2>
      <p className={styles.lead}>{t('specialization.lead')}</p>
      <div className={table.card}>
        <table
          className={`${table.table} ${table.cards} ${styles.columns}`}
          aria-label={t('specialization.title')}
        >
          <thead>
            <tr>
              <th>{t('specialization.column')}</th>
              <th>{t('specialization.column.first')}</th>
              <th>{t('specialization.column.rest')}</th>
            </tr>
          </thead>
          <tbody>
            {listed.map((status) => (
              <Row key={status.competency} status={status} all={all} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
