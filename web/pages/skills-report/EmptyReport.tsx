import { PeopleQueueRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SkillsReport } from '../../../src/contract/skills-report.ts';
import type { UserList } from '../../../src/contract/users.ts';
import { getJson } from '../../api/client.ts';
import { UNASSOCIATED, unassociatedIds } from '../../api/unassociated.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RemindButton } from '../../components/reminders/RemindButton.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import { Prerequisites } from './Prerequisites.tsx';
import styles from './SkillsReport.module.css';

const CAUSES: Readonly<Record<string, MessageId>> = {
  'created-here': 'report.empty.createdHere',
  'nobody-associated-before-move': 'report.empty.nobodyBeforeMove',
  'not-enrolled': 'report.empty.notEnrolled',
  'no-records': 'report.empty.noRecords',
};

const SHOWN = 50;
/** The people who could fill the report, if only they associated their accounts. */
function Unassociated() {
  const t = useText();
  const partner = usePartnerId();
  const may = useSession().can('users');
  const query = useQuery({
    queryKey: ['partner', partner, 'unassociated'],
    enabled: may,
    queryFn: ({ signal }) =>
      getJson<UserList>(`/partners/${partner}/users`, { ...UNASSOCIATED, top: SHOWN }, signal),
  });
  if (query.data === undefined || query.data.count === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{t('report.empty.unassociated', { count: query.data.count })}</h2>
      <ul className={styles.people}>
        {query.data.value.map((user) => (
          <li key={user.userId}>
            {user.firstName} {user.lastName} <span className={table.quiet}>{user.workEmail}</span>
          </li>
        ))}
      </ul>
      <div>
        <RemindButton
          label={t('remind.askMany', { count: query.data.count })}
          count={query.data.count}
          people={() => unassociatedIds(partner)}
        />
      </div>
      {query.data.count > SHOWN && (
        <Link to={PATHS.users} search={UNASSOCIATED} className={table.link}>
          {t('report.empty.allUnassociated')}
        </Link>
      )}
    </section>
  );
}

export function EmptyReport({ report }: { report: SkillsReport }) {
  const t = useText();
  const cause = CAUSES[report.cause ?? ''];
  return (
    <div className={styles.empty}>
      <EmptyState icon={<PeopleQueueRegular />} title={t('download.empty')}>
        {cause !== undefined && <p className={styles.cause}>{t(cause)}</p>}
        <Link to={PATHS.diagnosis} className={table.link}>
          {t('diagnosis.openCompany')}
        </Link>
      </EmptyState>
      <Prerequisites report={report} />
      <Unassociated />
    </div>
  );
}
