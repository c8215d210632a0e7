import type { Ability } from '../../src/contract/roles.ts';
import { EVERYONE, PARTNER_ROLES, ROLES, rolesWith } from '../../src/contract/roles.ts';
import { useText } from '../messages/use-text.ts';
import styles from './RolesLine.module.css';
import { useSession } from './session.tsx';
import { useRoleLabel } from './use-labels.ts';

/** « Rôles appropriés » : which roles a page about a company's data serves; those of the network are told its own people. */
export function RolesLine({ abilities }: { abilities: readonly Ability[] }) {
  const t = useText();
  const label = useRoleLabel();
  const { me } = useSession();
  const roles = new Set(abilities.flatMap(rolesWith));
  const names = abilities.some((one) => EVERYONE.includes(one))
    ? [t('roles.everyone')]
    : (me.abilities.includes('network') ? ROLES : PARTNER_ROLES).filter((role) => roles.has(role)).map(label);
  return <p className={styles.line}>{t('roles.appropriate', { roles: names.join(' | ') })}</p>;
}
