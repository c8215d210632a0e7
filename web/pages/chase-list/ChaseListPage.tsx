import { Tab, TabList } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ChaseColumn, ChaseList, ChaseRow } from '../../../src/contract/chase-list.ts';
import { chasedIds } from '../../api/chase-list.ts';
import { getJson } from '../../api/client.ts';
import { DownloadReport } from '../../components/DownloadReport.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { PmcWarning } from '../../components/PmcBanner.tsx';
import { ProgrammeChoice } from '../../components/ProgrammeChoice.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { RemindButton } from '../../components/reminders/RemindButton.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { UrlSearchBox } from '../../components/UrlSearchBox.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { PrintedRows } from '../../components/virtual-table/PrintedRows.tsx';
import { nextOrder, parseOrder } from '../../components/virtual-table/table-column.ts';
import { VirtualCards } from '../../components/virtual-table/VirtualCards.tsx';
import { VirtualTable } from '../../components/virtual-table/VirtualTable.tsx';
import { useWindowedRows, type WindowedRows } from '../../components/windowed-rows.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import styles from './ChaseList.module.css';
import { ChasePanel } from './ChasePanel.tsx';
import { useChaseColumns } from './chase-columns.tsx';

const ON_PAPER: readonly (readonly ChaseColumn[])[] = [
  ['firstName', 'lastName'],
  ['workEmail'],
  ['mcid'],
  ['pmcSince'],
  ['levelsLost'],
  ['skillsLost'],
  ['remindedAt'],
];

type Rows = WindowedRows<ChaseRow, ChaseList>;

function ChaseCard({ row }: { row: ChaseRow }) {
  const t = useText();
  return (
    <>
      <strong>
        {row.firstName} {row.lastName}
      </strong>
      <span>{row.workEmail}</span>
      <span className={styles.hint}>
        {t('chase.card', { levels: row.levelsLost.length, skills: row.skillsLost.length })}
      </span>
    </>
  );
}

function People({ rows }: { rows: Rows }) {
  const t = useText();
  const phone = usePhone();
  const columns = useChaseColumns();
  const [url, patch] = useUrlState();
  const [open, setOpen] = useState<string | null>(null);
  const order = parseOrder(url.orderby);
  if (rows.count === 0) {
    const empty = url.relevant === 'no' ? 'chase.nobodyElse' : 'chase.nobodyRelevant';
    const title = t(url.search === undefined || url.search === '' ? empty : 'chase.nobodyHere');
    return <EmptyState icon={<CheckmarkCircleRegular />} title={title} />;
  }
  const shared = {
    label: t('chase.title'),
    count: rows.count,
    rowAt: rows.rowAt,
    onRange: rows.onRange,
    onOpen: (row: ChaseRow) => setOpen(row.userId),
  };
  // As it is now: a reminder changes the row while it is open.
  const shown = rows.head.data?.value.find(({ userId }) => userId === open) ?? null;
  return (
    <>
      {phone ? (
        <VirtualCards {...shared} card={(row) => <ChaseCard row={row} />} />
      ) : (
        <VirtualTable
          {...shared}
          columns={columns}
          order={order}
          onOrder={(column) => patch({ orderby: nextOrder(order, column) })}
          stale={rows.head.isPlaceholderData}
        />
      )}
      <PrintedRows rows={rows} columns={columns} paper={ON_PAPER} />
      <ChasePanel row={shown} onClose={() => setOpen(null)} />
    </>
  );
}

function Groups({ list }: { list: ChaseList }) {
  const t = useText();
  const [url, patch] = useUrlState();
  return (
    <TabList
      selectedValue={url.relevant === 'no' ? 'no' : 'yes'}
      className={styles.tabs!}
      onTabSelect={(_, data) => patch({ relevant: data.value === 'no' ? 'no' : undefined })}
    >
      <Tab value="yes">{t('chase.group.relevant', { count: list.pmc.people })}</Tab>
      <Tab value="no">{t('chase.group.others', { count: list.total - list.pmc.people })}</Tab>
    </TabList>
  );
}

/** Who is associated in PMC and not in Partner Center, those with the most to lose first. */
export function ChaseListPage() {
  const t = useText();
  const dates = useDates();
  const partner = usePartnerId();
  const { question, day } = useSession();
  const [url] = useUrlState();
  const relevant = url.relevant === 'no' ? 'no' : 'yes';
  const parameters = { ...question, search: url.search, orderby: url.orderby, relevant };
  const rows = useWindowedRows<ChaseRow, ChaseList>(
    ['partner', partner, 'chase-list', parameters],
    (skip, top, signal) =>
      getJson<ChaseList>(`/partners/${partner}/chase-list`, { ...parameters, skip, top }, signal),
  );
  const native = rows.head.data?.code === 'not-from-pmc';
  const actions = rows.count > 0 && (
    <>
      <RemindButton
        label={t('remind.askMany', { count: rows.count })}
        count={rows.count}
        people={() => chasedIds(partner, parameters)}
        primary
      />
      <DownloadReport
        report="chase-list"
        label={t('chase.download')}
        parameters={parameters}
        contents={t('chase.contents', { count: rows.count, day: dates.day(day) })}
        reason={null}
      />
    </>
  );
  return (
    <PageFrame
      page="chase-list"
      title={t('chase.title')}
      ability="skills-report"
      lead={t('chase.lead')}
      choice={<ProgrammeChoice />}
      actions={actions}
      fill
    >
      <QueryView query={rows.head} skeleton={<Bones count={8} height={36} />}>
        {(list) =>
          native || list.total === 0 ? (
            <EmptyState
              icon={<CheckmarkCircleRegular />}
              title={t(native ? 'chase.native' : 'chase.nobody')}
            />
          ) : (
            <>
              <PmcWarning pmc={list.pmc} />
              <Groups list={list} />
              <div className={`${styles.toolbar} no-print`}>
                <UrlSearchBox label={t('usersReport.search')} width={330} />
                <span className={styles.hint}>{t('users.count', { count: rows.count })}</span>
              </div>
              <People rows={rows} />
            </>
          )
        }
      </QueryView>
    </PageFrame>
  );
}
