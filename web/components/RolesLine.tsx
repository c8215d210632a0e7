import type { Ability } from '../../src/contract/roles.ts';
import { EVERYONE, PARTNER_ROLES, rolesWith } from '../../src/contract/roles.ts';
import { useText } from '../messages/use-text.ts';
import styles from './RolesLine.module.css';
import { useRoleLabel } from './use-labels.ts';

/** « Rôles appropriés » : which roles of the company a page about its data serves. */
export function RolesLine({ ability }: { ability: Ability }) {
  const t = useText();
  const label = useRoleLabel();
  const own: readonly string[] = PARTNER_ROLES;
  const names = EVERYONE.includes(ability)
    ? [t('roles.everyone')]
    : rolesWith(ability)
        .filter((role) => own.includes(role))
        .map(label);
  return <p className={styles.line}>{t('roles.appropriate', { roles: names.join(' | ') })}</p>;
}
