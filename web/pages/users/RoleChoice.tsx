import { Checkbox, Select } from '@fluentui/react-components';
import { PARTNER_ROLES, type PartnerRole } from '../../../src/contract/roles.ts';
import type { LocationList } from '../../../src/contract/users.ts';
import { useSession } from '../../components/session.tsx';
import { useRoleLabel } from '../../components/use-labels.ts';
import { useText } from '../../messages/use-text.ts';
import type { PersonDraft } from './person-draft.ts';
import styles from './Users.module.css';

/** Roles that administer people can be held for one location; the others read the company as a whole. */
const WITH_LOCATION: readonly PartnerRole[] = ['account-admin', 'user-admin'];

interface RoleChoiceProps {
  readonly roles: PersonDraft['roles'];
  readonly locations: LocationList['value'];
  readonly onChange: (roles: PersonDraft['roles']) => void;
}

/** The roles of a person; those that the reader may not give or take are shown and stay as they are. */
export function RoleChoice({ roles, locations, onChange }: RoleChoiceProps) {
  const t = useText();
  const label = useRoleLabel();
  const { me } = useSession();
  const mayGive = (role: PartnerRole) => me.roles.includes('global-admin') || me.roles.includes(role);
  const set = (role: PartnerRole, location: string | undefined) => {
    const { [role]: _before, ...others } = roles;
    onChange(location === undefined ? others : { ...others, [role]: location });
  };
  return (
    <fieldset className={styles.roles}>
      <legend>{t('people.roles')}</legend>
      <p className={styles.hint}>{t('people.roles.hint')}</p>
      {PARTNER_ROLES.map((role) => (
        <div key={role} className={styles.role}>
          <Checkbox
            label={label(role)}
            checked={roles[role] !== undefined}
            disabled={!mayGive(role)}
            onChange={(_, data) => set(role, data.checked === true ? '' : undefined)}
          />
          {roles[role] !== undefined && WITH_LOCATION.includes(role) && locations.length > 1 && (
            <Select
              aria-label={t('people.roles.scope', { role: label(role) })}
              value={roles[role]}
              disabled={!mayGive(role)}
              onChange={(_, data) => set(role, data.value)}
            >
              <option value="">{t('people.roles.everywhere')}</option>
              {locations.map(({ locationId, name }) => (
                <option key={locationId} value={locationId}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </div>
      ))}
    </fieldset>
  );
}
