import { useNavigate } from '@tanstack/react-router';
import type { TrainingCompletion, TrainingCompletions } from '../../../src/contract/training.ts';
import { getJson } from '../../api/client.ts';
import { DownloadReport } from '../../components/DownloadReport.tsx';
import { FilterChip } from '../../components/FilterChip.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { PrintedRows } from '../../components/virtual-table/PrintedRows.tsx';
import { VirtualCards } from '../../components/virtual-table/VirtualCards.tsx';
import { VirtualTable } from '../../components/virtual-table/VirtualTable.tsx';
import { useWindowedRows } from '../../components/windowed-rows.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import { NothingFits } from './NothingFits.tsx';
import { RowsToolbar } from './RowsToolbar.tsx';
import styles from './Training.module.css';
import { personName, useCompletionColumns } from './training-columns.tsx';
import { useSpan } from './use-span.ts';

const ON_PAPER = [['completedOn'], ['person'], ['kind'], ['skill', 'title']];

function CompletionCard({ row }: { row: TrainingCompletion }) {
  const dates = useDates();
  return (
    <>
      <span className={styles.card}>
        <strong>{personName(row.person)}</strong>
        <span>{dates.shortDay(row.completedOn)}</span>
      </span>
      <span>{row.title}</span>
    </>
  );
}

/** Each completion, the latest first; a row opens all that its person completed in these months. */
export function CompletionRows() {
  const t = useText();
  const dates = useDates();
  const phone = usePhone();
  const navigate = useNavigate();
  const columns = useCompletionColumns();
  const partner = usePartnerId();
  const { question } = useSession();
  const { from, to } = useSpan();
  const [url, patch] = useUrlState();
  const { kind, month, user, search } = url;
  const parameters = { ...question, from, to, kind, month, user, search };
  const rows = useWindowedRows<TrainingCompletion, TrainingCompletions>(
    ['partner', partner, 'training-completions', parameters],
    (skip, top, signal) =>
      getJson<TrainingCompletions>(
        `/partners/${partner}/training/completions`,
        { ...parameters, skip, top },
        signal,
      ),
  );
  const count = t('training.count.completions', { count: rows.count });
  const chosen = user === undefined ? undefined : rows.rowAt(0)?.person;
  const shared = {
    label: t('training.tab.completions'),
    count: rows.count,
    rowAt: rows.rowAt,
    onRange: rows.onRange,
    onOpen: ({ person }: TrainingCompletion) =>
      void navigate({
        to: PATHS.training,
        search: { ...url, user: person.id, kind: undefined, month: undefined, search: undefined },
        resetScroll: false,
      }),
  };
  return (
    <>
      <RowsToolbar search={t('training.search.completions')} count={count}>
        {month !== undefined && (
          <FilterChip pressed onClick={() => patch({ month: undefined })}>
            {t('training.month', { month: dates.month(month) })}
          </FilterChip>
        )}
        {user !== undefined && (
          <FilterChip pressed onClick={() => patch({ user: undefined })}>
            {t('training.user', { name: chosen === undefined ? user : personName(chosen) })}
          </FilterChip>
        )}
        {rows.count > 0 && (
          <DownloadReport
            report="training/completions"
            label={t('training.download.completions')}
            parameters={parameters}
            contents={count}
            reason={null}
          />
        )}
      </RowsToolbar>
      <QueryView query={rows.head} skeleton={<Bones count={6} height={44} />} part>
        {() =>
          rows.count === 0 ? (
            <NothingFits />
          ) : (
            <div className={styles.list}>
              {phone ? (
                <VirtualCards {...shared} card={(row) => <CompletionCard row={row} />} />
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
            </div>
          )
        }
      </QueryView>
    </>
  );
}
