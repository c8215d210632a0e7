import { useNavigate } from '@tanstack/react-router';
import { TRAINING_KIND_LABELS } from '../../../src/contract/messages/training-texts.ts';
import type { TrainingPeople, TrainingPerson } from '../../../src/contract/training.ts';
import { TRAINING_KINDS } from '../../../src/contract/training.ts';
import { getJson } from '../../api/client.ts';
import { DownloadReport } from '../../components/DownloadReport.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { nextOrder, parseOrder } from '../../components/virtual-table/table-column.ts';
import { useWindowedRows } from '../../components/windowed-rows.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { RowsList } from './RowsList.tsx';
import { RowsToolbar } from './RowsToolbar.tsx';
import styles from './Training.module.css';
import { personName, usePeopleColumns } from './training-columns.tsx';
import { useSpan } from './use-span.ts';

const ON_PAPER = [['person'], ...TRAINING_KINDS.map((kind) => [kind]), ['latest']];

function PersonCard({ row }: { row: TrainingPerson }) {
  const { locale } = useLocale();
  return (
    <>
      <strong>{personName(row.person)}</strong>
      {TRAINING_KINDS.filter((kind) => row.completions[kind] > 0).map((kind) => (
        <span key={kind} className={styles.card}>
          <span>{TRAINING_KIND_LABELS[locale][kind]}</span>
          <span>{row.completions[kind].toLocaleString(locale)}</span>
        </span>
      ))}
    </>
  );
}

/** Everybody who completed something; a person opens what he or she completed. */
export function PeopleRows() {
  const t = useText();
  const navigate = useNavigate();
  const columns = usePeopleColumns();
  const partner = usePartnerId();
  const { question } = useSession();
  const { from, to } = useSpan();
  const [url, patch] = useUrlState();
  const { kind, search, orderby } = url;
  const parameters = { ...question, from, to, kind, search, orderby };
  const rows = useWindowedRows<TrainingPerson, TrainingPeople>(
    ['partner', partner, 'training-people', parameters],
    (skip, top, signal) =>
      getJson<TrainingPeople>(`/partners/${partner}/training/people`, { ...parameters, skip, top }, signal),
  );
  const count = t('training.count.people', { count: rows.count });
  const order = parseOrder(orderby);
  const openPerson = ({ person }: TrainingPerson) =>
    void navigate({
      to: PATHS.training,
      search: { ...url, view: 'completions', user: person.id, search: undefined, orderby: undefined },
      resetScroll: false,
    });
  return (
    <>
      <RowsToolbar search={t('training.search.people')} count={count}>
        {rows.count > 0 && (
          <DownloadReport
            report="training/people"
            label={t('training.download.people')}
            parameters={parameters}
            contents={count}
            reason={null}
          />
        )}
      </RowsToolbar>
      <RowsList
        label={t('training.tab.people')}
        rows={rows}
        columns={columns}
        paper={ON_PAPER}
        card={(row) => <PersonCard row={row} />}
        onOpen={openPerson}
        order={order}
        onOrder={(column) => patch({ orderby: nextOrder(order, column) })}
      />
    </>
  );
}
