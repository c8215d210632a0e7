import { CheckmarkRegular } from '@fluentui/react-icons';
import { ABILITIES, type Ability, EVERYONE, ROLES } from '../../../../src/contract/roles.ts';
import { useSession } from '../../../components/session.tsx';
import { useRoleLabel } from '../../../components/use-labels.ts';
import { ABILITY_WORDS } from '../../../help/ability-words.ts';
import { useLocalText, useText } from '../../../messages/use-text.ts';
import styles from './HelpParts.module.css';

function Allows({ abilities }: { abilities: readonly Ability[] }) {
  const local = useLocalText();
  return (
    <ul className={styles.allows}>
      {abilities.map((ability) => (
        <li key={ability}>
          <CheckmarkRegular />
          <span>{local(ABILITY_WORDS[ability])}</span>
        </li>
      ))}
    </ul>
  );
}

/** What each role allows, from the table that the server itself obeys. */
export function RolesPart() {
  const t = useText();
  const label = useRoleLabel();
  const { me } = useSession();
  return (
    <dl className={styles.entries}>
      <div>
        <dt>{t('help.roles.everyone')}</dt>
        <dd>
          <Allows abilities={EVERYONE} />
        </dd>
      </div>
      {ROLES.map((role) => (
        <div key={role}>
          <dt>
            {label(role)}
            {me.roles.includes(role) && <span className={styles.yours}>{t('help.roles.yours')}</span>}
          </dt>
          <dd>
            <Allows abilities={ABILITIES[role]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
