import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { Overview } from '../../../src/contract/competencies.ts';
import type { Ability } from '../../../src/contract/roles.ts';
import { useSession } from '../../components/session.tsx';
import type { UrlState } from '../../components/url-state.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import styles from './Overview.module.css';

interface Figure {
  readonly label: MessageId;
  readonly value: number;
  readonly to: typeof PATHS.users | typeof PATHS.skillsReport;
  readonly search: UrlState;
  readonly ability: Ability;
}

/** Every number leads to its rows, for a reader who may see them. */
export function Figures({ overview }: { overview: Overview }) {
  const t = useText();
  const { can } = useSession();
  const { formatNumber } = useIntl();
  const { people, records } = overview;
  const report = { to: PATHS.skillsReport, ability: 'skills-report' } as const;
  const users = { to: PATHS.users, ability: 'users' } as const;
  const figures: readonly Figure[] = [
    { label: 'overview.figure.people', value: people.total, ...users, search: { status: 'active' } },
    {
      label: 'overview.figure.associated',
      value: people.associated,
      ...users,
      search: { status: 'active', associated: 'yes' },
    },
    { label: 'overview.figure.counting', value: people.counting, ...report, search: { counts: 'yes' } },
    {
      label: 'overview.figure.technical',
      value: people.technical,
      ...users,
      search: { status: 'active', technical: 'yes' },
    },
    { label: 'overview.figure.records', value: records.total, ...report, search: {} },
    {
      label: 'overview.figure.countingRecords',
      value: records.counting,
      ...report,
      search: { counts: 'yes' },
    },
  ];
  return (
    <dl className={styles.figures}>
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>{t(figure.label)}</dt>
          <dd>
            {can(figure.ability) ? (
              <Link to={figure.to} search={figure.search}>
                {formatNumber(figure.value)}
              </Link>
            ) : (
              formatNumber(figure.value)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
