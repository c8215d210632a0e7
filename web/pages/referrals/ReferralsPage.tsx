import { ChatMultipleRegular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ReferralList, ReferralView } from '../../../src/contract/referrals.ts';
import { getJson } from '../../api/client.ts';
import { DownloadReport } from '../../components/DownloadReport.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { UrlSearchBox } from '../../components/UrlSearchBox.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useRoleReason } from '../../components/use-role-reason.ts';
import type { TableColumn } from '../../components/virtual-table/table-column.ts';
import { VirtualCards } from '../../components/virtual-table/VirtualCards.tsx';
import { VirtualTable } from '../../components/virtual-table/VirtualTable.tsx';
import { useWindowedRows } from '../../components/windowed-rows.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { usePhone } from '../../ui/use-phone.ts';
import { ReferralPanel } from './ReferralPanel.tsx';
import styles from './Referrals.module.css';
import { STATE_LABELS } from './referral-words.ts';
import { chosenState, StateChips } from './StateChips.tsx';

function useSender(): (referral: ReferralView) => string {
  const t = useText();
  return useCallback(
    ({ erased, senderName, senderCompany }) =>
      erased
        ? t('referrals.erased.short')
        : [senderName, senderCompany].filter((part) => part !== null).join(', '),
    [t],
  );
}

function useReferralColumns(): readonly TableColumn<ReferralView>[] {
  const t = useText();
  const dates = useDates();
  const local = useLocalText();
  const sender = useSender();
  return useMemo(() => {
    const text = (value: string) => <span title={value}>{value}</span>;
    const column = (
      id: string,
      header: MessageId,
      width: number,
      cell: (referral: ReferralView) => React.ReactNode,
    ) => ({ id, header: t(header), width, sortable: false, cell });
    return [
      column('receivedAt', 'referrals.column.received', 155, (each) => dates.instant(each.receivedAt)),
      column('state', 'referrals.column.state', 110, ({ state }) => (
        <span className={state === 'new' ? styles.new : undefined}>{t(STATE_LABELS[state])}</span>
      )),
      column('from', 'referrals.column.from', 240, (each) => text(sender(each))),
      column('about', 'referrals.column.about', 190, ({ competency }) =>
        competency === null ? '' : text(local(competency.name)),
      ),
      column('message', 'referrals.column.message', 400, ({ message }) => text(message ?? '')),
    ];
  }, [t, dates, local, sender]);
}

function Referrals({ rows }: { rows: ReturnType<typeof useReferrals> }) {
  const t = useText();
  const dates = useDates();
  const phone = usePhone();
  const sender = useSender();
  const columns = useReferralColumns();
  const [, patch] = useUrlState();
  const shared = {
    label: t('referrals.title'),
    count: rows.count,
    rowAt: rows.rowAt,
    onRange: rows.onRange,
    onOpen: ({ referralId }: ReferralView) => patch({ referral: referralId }, { push: true }),
  };
  if (phone) {
    return (
      <VirtualCards
        {...shared}
        card={(each) => (
          <>
            <strong>{sender(each)}</strong>
            <span>{t(STATE_LABELS[each.state])}</span>
            <span className={styles.hint}>{dates.instant(each.receivedAt)}</span>
          </>
        )}
      />
    );
  }
  return (
    <VirtualTable
      {...shared}
      columns={columns}
      order={null}
      onOrder={() => undefined}
      stale={rows.head.isPlaceholderData}
    />
  );
}

function useReferrals() {
  const partner = usePartnerId();
  const [{ state: asked, search }] = useUrlState();
  const state = chosenState(asked);
  return useWindowedRows<ReferralView, ReferralList>(
    ['partner', partner, 'referrals', { state, search }],
    (skip, top, signal) =>
      getJson<ReferralList>(`/partners/${partner}/referrals`, { state, search, skip, top }, signal),
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const t = useText();
  return (
    <EmptyState icon={<ChatMultipleRegular />} title={t(filtered ? 'referrals.nothing' : 'referrals.empty')}>
      {!filtered && (
        <>
          <p>{t('referrals.empty.text')}</p>
          <Link to={PATHS.businessProfile} className={table.link}>
            {t('referrals.openProfile')}
          </Link>
        </>
      )}
    </EmptyState>
  );
}

/** What customers have written to the company, and where it is with each of them. */
export function ReferralsPage() {
  const t = useText();
  const rows = useReferrals();
  const [{ state: asked, search, referral }, patch] = useUrlState();
  const state = chosenState(asked);
  const reason = useRoleReason('referrals');
  return (
    <PageFrame
      page="referrals"
      title={t('referrals.title')}
      lead={t('referrals.lead')}
      ability="referrals"
      actions={
        <DownloadReport
          report="referrals"
          label={t('referrals.download')}
          parameters={{ state, search }}
          reason={reason}
        />
      }
      fill
    >
      <QueryView query={rows.head} skeleton={<Bones count={8} height={36} />}>
        {({ count, counts }) => (
          <>
            <div className={styles.toolbar}>
              <UrlSearchBox label={t('referrals.search')} />
              <StateChips counts={counts} />
            </div>
            {count === 0 ? (
              <Nothing filtered={state !== undefined || search !== undefined} />
            ) : (
              <Referrals rows={rows} />
            )}
          </>
        )}
      </QueryView>
      <ReferralPanel
        referralId={reason === null ? (referral ?? null) : null}
        onClose={() => patch({ referral: undefined })}
      />
    </PageFrame>
  );
}
