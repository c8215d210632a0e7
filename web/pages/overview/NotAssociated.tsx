import { Link } from '@tanstack/react-router';
import type { Overview } from '../../../src/contract/competencies.ts';
import { UNASSOCIATED } from '../../api/unassociated.ts';
import { useSession } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import { Card } from './Card.tsx';
import styles from './Overview.module.css';

const SHOWN = 6;

/** People whose skills cannot count because they have not associated a learning account. */
export function NotAssociated({ people, count }: { people: Overview['notAssociated']; count: number }) {
  const t = useText();
  const { can } = useSession();
  return (
    <Card title={t('overview.notAssociated')}>
      {count === 0 && <p className={styles.quiet}>{t('overview.notAssociated.nothing')}</p>}
      <ul className={styles.plain}>
        {people.slice(0, SHOWN).map((person) => (
          <li key={person.id}>
            {person.label} {person.email !== null && <span className={styles.note}>{person.email}</span>}
          </li>
        ))}
      </ul>
      {count > SHOWN && !can('users') && (
        <p className={styles.quiet}>{t('overview.notAssociated.more', { count: count - SHOWN })}</p>
      )}
      {count > 0 && can('users') && (
        <Link to={PATHS.users} search={UNASSOCIATED} className={table.link}>
          {t('overview.notAssociated.all', { count })}
        </Link>
      )}
    </Card>
  );
}
