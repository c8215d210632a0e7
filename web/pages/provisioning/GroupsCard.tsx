import { Select } from '@fluentui/react-components';
import type { ProvisioningGroup } from '../../../src/contract/provisioning.ts';
import { PARTNER_ROLES } from '../../../src/contract/roles.ts';
import { sendJson } from '../../api/client.ts';
import { Failure } from '../../components/Failure.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useRoleLabel } from '../../components/use-labels.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import styles from './Provisioning.module.css';
import { useProvisioningAct } from './use-provisioning-act.ts';

interface GroupRole {
  readonly groupId: string;
  readonly role: string | null;
}

/** Which role the members of each group of the directory hold. */
export function GroupsCard({ groups }: { groups: readonly ProvisioningGroup[] }) {
  const t = useText();
  const label = useRoleLabel();
  const partner = usePartnerId();
  const give = useProvisioningAct(({ groupId, role }: GroupRole) =>
    sendJson<ProvisioningGroup>('PATCH', `/partners/${partner}/provisioning/groups/${groupId}`, { role }),
  );
  return (
    <section className={`${card.card} ${styles.card}`}>
      <h2>{t('provisioning.groups')}</h2>
      <p className={styles.quiet}>{t('provisioning.groups.lead')}</p>
      {give.failure !== null && <Failure>{give.failure}</Failure>}
      {groups.length === 0 ? (
        <p>{t('provisioning.noGroups')}</p>
      ) : (
        <table className={`${table.table} ${table.cards}`}>
          <thead>
            <tr>
              <th>{t('provisioning.group')}</th>
              <th>{t('provisioning.members')}</th>
              <th>{t('provisioning.role')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ groupId, displayName, members, role }) => (
              <tr key={groupId}>
                <td data-label="">{displayName}</td>
                <td data-label={t('provisioning.members')}>{members}</td>
                <td data-label={t('provisioning.role')}>
                  <Select
                    aria-label={t('provisioning.roleOf', { group: displayName })}
                    value={role ?? ''}
                    disabled={give.isPending}
                    onChange={(_, data) => give.run({ groupId, role: data.value === '' ? null : data.value })}
                  >
                    <option value="">{t('provisioning.noRole')}</option>
                    {PARTNER_ROLES.map((one) => (
                      <option key={one} value={one}>
                        {label(one)}
                      </option>
                    ))}
                  </Select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {give.dialog}
    </section>
  );
}
