import { Link } from '@tanstack/react-router';
import type { Overview } from '../../../src/contract/competencies.ts';
import { useLevelName } from '../../components/use-level-name.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Medal } from '../../ui/Medal.tsx';
import table from '../../ui/Table.module.css';
import { Card } from './Card.tsx';
import styles from './Overview.module.css';

export function Held({ hold }: { hold: Overview['hold'] }) {
  const t = useText();
  const local = useLocalText();
  const level = useLevelName();
  return (
    <Card title={t('overview.hold')}>
      {hold.length === 0 && <p className={styles.quiet}>{t('overview.hold.nothing')}</p>}
      <ul className={styles.list}>
        {hold.map((one) => (
          <li key={one.competency} className={styles.event}>
            <Medal level={one.level} size={34} />
            <div>
              <Link to={PATHS.competency} params={{ competency: one.competency }} className={table.link}>
                {local(one.name)}
              </Link>
              <span className={styles.note}>{level(one.level)}</span>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
