import { Button, MessageBar, MessageBarBody, Select, Tab, TabList } from '@fluentui/react-components';
import { AlertRegular } from '@fluentui/react-icons';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { NOTICE_KINDS } from '../../../src/contract/notices.ts';
import { sendJson } from '../../api/client.ts';
import { noticesQuery, OWN_NOTICES } from '../../api/notices.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { MorePages } from '../../components/MorePages.tsx';
import { useNoticeKind } from '../../components/notices/notice-labels.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { NoticeCard } from './NoticeCard.tsx';
import styles from './Notices.module.css';

const SHOWN = ['all', 'unread', 'tasks'] as const;

/** Reads or does something, and asks anew for everything that counts notices. */
function useActs() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body?: object }) => sendJson('POST', path, body),
    onSettled: () => client.invalidateQueries({ queryKey: OWN_NOTICES }),
  });
}

function Choice({ unread, tasks }: { unread: number; tasks: number }) {
  const t = useText();
  const kindName = useNoticeKind();
  const [{ show = 'all', kind = '' }, patch] = useUrlState();
  const labels = {
    all: t('notices.show.all'),
    unread: t('notices.show.unread', { count: unread }),
    tasks: t('notices.show.tasks', { count: tasks }),
  };
  return (
    <>
      <TabList
        aria-label={t('notices.show')}
        selectedValue={show}
        onTabSelect={(_, { value }) => patch({ show: value === 'all' ? undefined : String(value) })}
      >
        {SHOWN.map((each) => (
          <Tab key={each} value={each}>
            {labels[each]}
          </Tab>
        ))}
      </TabList>
      <Select
        aria-label={t('notices.kind')}
        value={kind}
        onChange={(_, { value }) => patch({ kind: value === '' ? undefined : value })}
      >
        <option value="">{t('notices.kind.any')}</option>
        {NOTICE_KINDS.map((each) => (
          <option key={each} value={each}>
            {kindName(each)}
          </option>
        ))}
      </Select>
    </>
  );
}

function Nothing({ chosen }: { chosen: boolean }) {
  const t = useText();
  const [, patch] = useUrlState();
  return (
    <EmptyState icon={<AlertRegular />} title={t(chosen ? 'notices.empty.choice' : 'notices.empty')}>
      {chosen ? (
        <Button onClick={() => patch({ show: undefined, kind: undefined })}>{t('notices.empty.show')}</Button>
      ) : (
        <p>{t('notices.empty.text')}</p>
      )}
    </EmptyState>
  );
}

function OwnNotices() {
  const t = useText();
  const { locale } = useLocale();
  const [{ show, kind }] = useUrlState();
  const query = useInfiniteQuery(noticesQuery({ show, kind, lang: locale }));
  const acts = useActs();
  const read = (noticeId: string) =>
    acts.mutate({ path: '/me/notices/read', body: { noticeIds: [noticeId] } });
  return (
    <QueryView query={query} skeleton={<Bones count={5} height={96} />}>
      {({ pages }) => {
        const { unread, tasks, count } = pages[0]!;
        return (
          <>
            <div className={`${styles.bar} no-print`}>
              <Choice unread={unread} tasks={tasks} />
              {unread > 0 && (
                <Button
                  appearance="subtle"
                  className={styles.readAll!}
                  disabled={acts.isPending}
                  onClick={() => acts.mutate({ path: '/me/notices/read', body: {} })}
                >
                  {t('notices.readAll')}
                </Button>
              )}
            </div>
            {acts.isError && (
              <MessageBar intent="error">
                <MessageBarBody>{t('notices.failed')}</MessageBarBody>
              </MessageBar>
            )}
            {count === 0 ? (
              <Nothing chosen={show !== undefined || kind !== undefined} />
            ) : (
              <ul className={styles.list}>
                {pages
                  .flatMap(({ value }) => value)
                  .map((notice) => (
                    <NoticeCard
                      key={notice.noticeId}
                      notice={notice}
                      pending={acts.isPending}
                      onRead={read}
                      onDone={(noticeId) => acts.mutate({ path: `/me/notices/${noticeId}/done` })}
                    />
                  ))}
              </ul>
            )}
            <MorePages label={t('notices.more')} query={query} />
          </>
        );
      }}
    </QueryView>
  );
}

/** What the reader is told and asked, the latest first. */
export function NoticesPage() {
  const t = useText();
  const { me } = useSession();
  return (
    <PageFrame
      page="notices"
      title={t('notices.title')}
      lead={t('notices.lead')}
      actions={
        me.partner !== null && (
          <Link to={PATHS.noticeSettings} className={table.link}>
            {t('noticeSettings.title')}
          </Link>
        )
      }
    >
      {me.partner === null ? (
        <EmptyState icon={<AlertRegular />} title={t('notices.network')}>
          <p>{t('notices.network.text')}</p>
        </EmptyState>
      ) : (
        <OwnNotices />
      )}
    </PageFrame>
  );
}
