import { MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { AlertRegular } from '@fluentui/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NoticeSettings } from '../../../src/contract/notices.ts';
import { sendJson } from '../../api/client.ts';
import { noticeSettingsQuery } from '../../api/notices.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { modesFor, useMailMode, useNoticeKind } from '../../components/notices/notice-labels.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useSession } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import { CompanyNotices } from './CompanyNotices.tsx';
import styles from './Notices.module.css';

/** The value of the choice that leaves it to the company. */
const AS_COMPANY = 'company';

function OwnSettings({ settings }: { settings: NoticeSettings }) {
  const t = useText();
  const kindName = useNoticeKind();
  const modeName = useMailMode();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (chosen: { kind: string; mode: string | null }) =>
      sendJson<NoticeSettings>('PATCH', '/me/notice-settings', chosen),
    onSuccess: (changed) => client.setQueryData(noticeSettingsQuery.queryKey, changed),
  });
  return (
    <section>
      <h2>{t('noticeSettings.own.title')}</h2>
      <ul className={styles.choices}>
        {settings.value.map(({ kind, essential, mode, own }) => (
          <li key={kind} className={styles.choice}>
            <span>
              {kindName(kind)}
              {essential && <span className={styles.hint}>{t('noticeSettings.essential')}</span>}
            </span>
            <Select
              aria-label={t('noticeSettings.mode', { kind: kindName(kind) })}
              value={own ?? AS_COMPANY}
              disabled={change.isPending}
              onChange={(_, { value }) => change.mutate({ kind, mode: value === AS_COMPANY ? null : value })}
            >
              <option value={AS_COMPANY}>
                {own === null
                  ? t('noticeSettings.mode.companyNow', { mode: modeName(mode) })
                  : t('noticeSettings.mode.company')}
              </option>
              {modesFor(essential).map((each) => (
                <option key={each} value={each}>
                  {modeName(each)}
                </option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
      {change.isError && (
        <MessageBar intent="error">
          <MessageBarBody>{t('notices.failed')}</MessageBarBody>
        </MessageBar>
      )}
    </section>
  );
}

/** How the reader is told, and, for administrators, who of the company is. */
export function NoticeSettingsPage() {
  const t = useText();
  const { me, can } = useSession();
  const query = useQuery({ ...noticeSettingsQuery, enabled: me.partner !== null });
  return (
    <PageFrame
      page="notice-settings"
      title={t('noticeSettings.title')}
      crumbs={[{ to: PATHS.notices, label: t('notices.title') }]}
      lead={t('noticeSettings.lead')}
    >
      {me.partner === null ? (
        <EmptyState icon={<AlertRegular />} title={t('notices.network')}>
          <p>{t('notices.network.text')}</p>
        </EmptyState>
      ) : (
        <div className={styles.settings}>
          <QueryView query={query} skeleton={<Bones count={6} height={44} />}>
            {(settings) => <OwnSettings settings={settings} />}
          </QueryView>
          {can('notice-settings') && <CompanyNotices />}
        </div>
      )}
    </PageFrame>
  );
}
