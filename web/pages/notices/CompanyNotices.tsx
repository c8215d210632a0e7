import { Dropdown, MessageBar, MessageBarBody, Option, Select } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CompanyNoticeSettings } from '../../../src/contract/notices.ts';
import { sendJson } from '../../api/client.ts';
import { companyNoticesQuery } from '../../api/notices.ts';
import { problemCode } from '../../api/problem-error.ts';
import { modesFor, useMailMode, useNoticeKind } from '../../components/notices/notice-labels.ts';
import { QueryView } from '../../components/QueryView.tsx';
import { RolesLine } from '../../components/RolesLine.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useRoleLabel } from '../../components/use-labels.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import styles from './Notices.module.css';

type Setting = CompanyNoticeSettings['value'][number];

interface Change {
  readonly kind: string;
  readonly roles?: readonly string[];
  readonly mode?: string;
}

interface RowProps {
  readonly setting: Setting;
  readonly pending: boolean;
  readonly onChange: (change: Change) => void;
}

function Roles({ setting, pending, onChange }: RowProps) {
  const t = useText();
  const kindName = useNoticeKind();
  const roleName = useRoleLabel();
  const { kind, roles, mayRead, audience } = setting;
  if (audience === 'person') {
    const chosen =
      kind === 'enquiry-received' ? 'noticeSettings.company.enquiry' : 'noticeSettings.company.person';
    return <span>{t(chosen)}</span>;
  }
  return (
    <Dropdown
      multiselect
      disabled={pending}
      aria-label={t('noticeSettings.company.rolesOf', { kind: kindName(kind) })}
      selectedOptions={[...roles]}
      value={roles.length === 0 ? t('noticeSettings.company.nobody') : roles.map(roleName).join(', ')}
      onOptionSelect={(_, { selectedOptions }) => onChange({ kind, roles: selectedOptions })}
    >
      {mayRead.map((role) => (
        <Option key={role} value={role}>
          {roleName(role)}
        </Option>
      ))}
    </Dropdown>
  );
}

function Row(props: RowProps) {
  const t = useText();
  const kindName = useNoticeKind();
  const modeName = useMailMode();
  const { kind, essential, mode, audience, people } = props.setting;
  return (
    <li className={`${styles.choice} ${styles.companyChoice}`}>
      <span>
        {kindName(kind)}
        {essential && <span className={styles.hint}>{t('noticeSettings.essential')}</span>}
        {audience === 'company' && (
          <span className={styles.hint}>{t('noticeSettings.company.people', { count: people })}</span>
        )}
      </span>
      <Roles {...props} />
      <Select
        aria-label={t('noticeSettings.mode', { kind: kindName(kind) })}
        value={mode}
        disabled={props.pending}
        onChange={(_, { value }) => props.onChange({ kind, mode: value })}
      >
        {modesFor(essential).map((each) => (
          <option key={each} value={each}>
            {modeName(each)}
          </option>
        ))}
      </Select>
    </li>
  );
}

/** Who of the company is told of its affairs, and how those are who have not chosen themselves. */
export function CompanyNotices() {
  const t = useText();
  const partner = usePartnerId();
  const client = useQueryClient();
  const query = useQuery(companyNoticesQuery(partner));
  const change = useMutation({
    mutationFn: (chosen: Change) =>
      sendJson<CompanyNoticeSettings>('PATCH', `/partners/${partner}/notice-settings`, chosen),
    onSuccess: (changed) => {
      client.setQueryData(companyNoticesQuery(partner).queryKey, changed);
      return client.invalidateQueries({ queryKey: ['me', 'notice-settings'] });
    },
  });
  const untold = problemCode(change.error) === 'nobody-told';
  return (
    <section>
      <h2>{t('noticeSettings.company.title')}</h2>
      <p>{t('noticeSettings.company.lead')}</p>
      <RolesLine abilities={['notice-settings']} />
      {change.isError && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {t(untold ? 'noticeSettings.company.nobodyTold' : 'notices.failed')}
          </MessageBarBody>
        </MessageBar>
      )}
      <QueryView query={query} skeleton={<Bones count={6} height={44} />}>
        {({ value }) => (
          <ul className={styles.choices}>
            {value.map((setting) => (
              <Row
                key={setting.kind}
                setting={setting}
                pending={change.isPending}
                onChange={(chosen) => change.mutate(chosen)}
              />
            ))}
          </ul>
        )}
      </QueryView>
    </section>
  );
}
