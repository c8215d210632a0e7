import { MailInboxRegular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import type { Mail, MailList } from '../../../src/contract/mails.ts';
import { getJson } from '../../api/client.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { PrintedRows } from '../../components/virtual-table/PrintedRows.tsx';
import type { TableColumn } from '../../components/virtual-table/table-column.ts';
import { VirtualCards } from '../../components/virtual-table/VirtualCards.tsx';
import { VirtualTable } from '../../components/virtual-table/VirtualTable.tsx';
import { useWindowedRows } from '../../components/windowed-rows.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import { MailPanel } from './MailPanel.tsx';
import styles from './Outbox.module.css';

const ON_PAPER = [['createdAt'], ['recipient'], ['subject'], ['state']];

const STATES: Readonly<Record<Mail['state'], MessageId>> = {
  queued: 'outbox.state.queued',
  sent: 'outbox.state.sent',
  failed: 'outbox.state.failed',
};

function useMailColumns(readable: boolean): readonly TableColumn<Mail>[] {
  const t = useText();
  const dates = useDates();
  return useMemo(() => {
    const text = (value: string) => <span title={value}>{value}</span>;
    const column = (id: string, header: MessageId, width: number, cell: (mail: Mail) => React.ReactNode) => ({
      id,
      header: t(header),
      width,
      sortable: false,
      cell,
    });
    return [
      column('createdAt', 'outbox.column.at', 170, (mail) => dates.instant(mail.createdAt)),
      column('recipient', 'outbox.column.recipient', 280, (mail) => text(mail.recipient)),
      column('subject', 'outbox.column.subject', 420, (mail) => text(mail.subject)),
      column('state', 'outbox.column.state', 160, (mail) =>
        t(readable && mail.state === 'sent' ? 'outbox.state.captured' : STATES[mail.state]),
      ),
    ];
  }, [t, dates, readable]);
}

function Mails({ rows, readable }: { rows: ReturnType<typeof useMails>; readable: boolean }) {
  const t = useText();
  const phone = usePhone();
  const dates = useDates();
  const columns = useMailColumns(readable);
  const [open, setOpen] = useState<Mail | null>(null);
  const shared = {
    label: t(readable ? 'outbox.title' : 'outbox.title.mails'),
    count: rows.count,
    rowAt: rows.rowAt,
    onRange: rows.onRange,
    onOpen: setOpen,
  };
  return (
    <>
      {phone ? (
        <VirtualCards
          {...shared}
          card={(mail) => (
            <>
              <strong>{mail.subject}</strong>
              <span>{mail.recipient}</span>
              <span className={styles.hint}>{dates.instant(mail.createdAt)}</span>
            </>
          )}
        />
      ) : (
        <VirtualTable
          {...shared}
          columns={columns}
          order={null}
          onOrder={() => undefined}
          stale={rows.head.isPlaceholderData}
        />
      )}
      <PrintedRows rows={rows} columns={columns} paper={ON_PAPER} />
      <MailPanel mail={open} readable={readable} onClose={() => setOpen(null)} />
    </>
  );
}

function useMails() {
  const partner = usePartnerId();
  return useWindowedRows<Mail, MailList>(['partner', partner, 'mails'], (skip, top, signal) =>
    getJson<MailList>(`/partners/${partner}/mails`, { skip, top }, signal),
  );
}

/** What the company has written to its people: in a demo to be read, elsewhere whether it went. */
export function OutboxPage() {
  const t = useText();
  const readable = useSession().me.outbox;
  const rows = useMails();
  return (
    <PageFrame
      page="outbox"
      title={t(readable ? 'outbox.title' : 'outbox.title.mails')}
      crumbs={[{ to: PATHS.users, label: t('users.title') }]}
      lead={t(readable ? 'outbox.lead' : 'outbox.lead.mails')}
      ability="manage-users"
      fill
    >
      <QueryView query={rows.head} skeleton={<Bones count={8} height={36} />}>
        {({ count, delivery }) =>
          count === 0 ? (
            <EmptyState
              icon={<MailInboxRegular />}
              title={t(delivery === 'none' ? 'outbox.noServer' : 'outbox.empty')}
            />
          ) : (
            <Mails rows={rows} readable={readable} />
          )
        }
      </QueryView>
    </PageFrame>
  );
}
