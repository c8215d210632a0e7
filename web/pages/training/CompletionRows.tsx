import { useNavigate } from '@tanstack/react-router';
import type { TrainingCompletion, TrainingCompletions } from '../../../src/contract/training.ts';
import { getJson } from '../../api/client.ts';
import { DownloadReport } from '../../components/DownloadReport.tsx';
import { FilterChip } from '../../components/FilterChip.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useWindowedRows } from '../../components/windowed-rows.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { RowsList } from './RowsList.tsx';
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
  const openPerson = ({ person }: TrainingCompletion) =>
    void navigate({
      to: PATHS.training,
      search: { ...url, user: person.id, kind: undefined, month: undefined, search: undefined },
      resetScroll: false,
    });
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
      <RowsList
        label={t('training.tab.completions')}
        rows={rows}
        columns={columns}
        paper={ON_PAPER}
        card={(row) => <CompletionCard row={row} />}
        onOpen={openPerson}
      />
    </>
  );
}
