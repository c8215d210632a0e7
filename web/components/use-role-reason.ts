import { useQuery } from '@tanstack/react-query';
import { type Ability, PARTNER_ROLES, rolesWith } from '../../src/contract/roles.ts';
import { rolesQuery } from '../api/queries.ts';
import { useAnyOf } from '../messages/use-any-of.ts';
import { useText } from '../messages/use-text.ts';
import { usePartnerId, useSession } from './session.tsx';
import { useRoleLabel } from './use-labels.ts';

const MOST_NAMED = 3;

/** Null for a reader who may; else the sentence that names the roles and the colleagues who hold them. */
export function useRoleReason(ability: Ability): string | null {
  const t = useText();
  const label = useRoleLabel();
  const anyOf = useAnyOf();
  const may = useSession().can(ability);
  const holders = useQuery({ ...rolesQuery(usePartnerId()), enabled: !may });
  if (may) return null;
  const own: readonly string[] = PARTNER_ROLES;
  const needed = rolesWith(ability).filter((role) => own.includes(role));
  const reserved = t('competencies.reserved', { roles: anyOf(needed.map(label)) });
  if (holders.data === undefined) return reserved;
  const names = holders.data.value
    .filter(({ role }) => needed.includes(role))
    .flatMap((entry) => entry.holders.map((holder) => holder.displayName));
  const people = anyOf([...new Set(names)].slice(0, MOST_NAMED));
  const help = people === '' ? t('competencies.nobodyHolds') : t('competencies.askHolders', { people });
  return `${reserved} ${help}`;
}
