import type { Ability } from '../../src/contract/roles.ts';
import { EVERYONE, PARTNER_ROLES, rolesWith } from '../../src/contract/roles.ts';
import { useText } from '../messages/use-text.ts';
import styles from './RolesLine.module.css';
import { useRoleLabel } from './use-labels.ts';

/** « Rôles appropriés » : which roles of the company a page about its data serves. */
export function RolesLine({ abilities }: { abilities: readonly Ability[] }) {
  const t = useText();
  const label = useRoleLabel();
  const roles = new Set(abilities.flatMap(rolesWith));
  const names = abilities.some((one) => EVERYONE.includes(one))
    ? [t('roles.everyone')]
    : PARTNER_ROLES.filter((role) => roles.has(role)).map(label);
  return <p className={styles.line}>{t('roles.appropriate', { roles: names.join(' | ') })}</p>;
}
