import { Link } from '@tanstack/react-router';
import type { OfferView } from '../../../src/contract/memberships.ts';
import { MissingNames } from '../../components/MissingNames.tsx';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './Membership.module.css';

/** Where the least is missing to a level that no competency meets. */
export function NearestWays({ ways }: { ways: OfferView['nearest'] }) {
  const t = useText();
  const local = useLocalText();
  if (ways.length === 0) return null;
  return (
    <div>
      <p className={styles.quiet}>{t('membership.gap')}</p>
      <ul className={styles.ways}>
        {ways.map(({ competency, name, option, people, unknown, missed }) => (
          <li key={`${competency} ${option?.en}`}>
            <Link to={PATHS.competency} params={{ competency }} className={table.link}>
              {local(name)}
            </Link>
            {people > 0 && ` – ${t('membership.gap.people', { count: people })}`}
            {option !== null && <span className={styles.way}>{local(option)}</span>}
            <MissingNames unknown={unknown} missed={missed} className={styles.way} />
          </li>
        ))}
      </ul>
    </div>
  );
}
