import { Button } from '@fluentui/react-components';
import { DocumentTableRegular } from '@fluentui/react-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ImportRun } from '../../../src/contract/imports.ts';
import { importsQuery } from '../../api/queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useRoleReason } from '../../components/use-role-reason.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { DropZone } from './DropZone.tsx';
import styles from './Imports.module.css';
import { IMPORT_ABILITIES, KIND_LABELS, STATE_LABELS } from './import-labels.ts';

function PastImports({ runs }: { runs: readonly ImportRun[] }) {
  const t = useText();
  const dates = useDates();
  const { can } = useSession();
  const first = can('import-users') && can('import-skills');
  if (runs.length === 0) {
    return (
      <EmptyState icon={<DocumentTableRegular />} title={t('import.list.empty')}>
        {first && <p className={styles.hint}>{t('import.list.emptyHint')}</p>}
      </EmptyState>
    );
  }
  return (
    <div className={table.card}>
      <table className={`${table.table} ${table.cards}`} aria-label={t('import.list')}>
        <thead>
          <tr>
            <th>{t('import.column.file')}</th>
            <th>{t('import.column.kind')}</th>
            <th>{t('import.column.state')}</th>
            <th>{t('import.column.counts')}</th>
            <th>{t('import.column.when')}</th>
            <th>{t('import.column.who')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.importId}>
              <td data-label="">
                <Link to={PATHS.importRun} params={{ importId: run.importId }} className={table.link}>
                  {run.fileName}
                </Link>
              </td>
              <td data-label={t('import.column.kind')}>{t(KIND_LABELS[run.kind])}</td>
              <td data-label={t('import.column.state')}>{t(STATE_LABELS[run.state])}</td>
              <td data-label={t('import.column.counts')}>{t('import.counts', { ...run.counts })}</td>
              <td data-label={t('import.column.when')}>{dates.instant(run.createdAt)}</td>
              <td data-label={t('import.column.who')}>{run.createdBy ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Who imports what the reader may not: for each reason, the kinds of content that it is about. */
function OtherImporters() {
  const t = useText();
  const reasons: readonly (readonly [MessageId, string | null])[] = [
    ['import.kind.users', useRoleReason('import-users')],
    ['import.kind.skillRecords', useRoleReason('import-skills')],
    ['import.kind.metrics', useRoleReason('import-metrics')],
  ];
  const kindsOf = new Map<string, string[]>();
  for (const [kind, reason] of reasons) {
    if (reason !== null) kindsOf.set(reason, [...(kindsOf.get(reason) ?? []), t(kind)]);
  }
  return [...kindsOf].map(([reason, kinds]) => (
    <p key={reason} className={styles.hint}>
      {t('import.others', { kinds: kinds.join(', '), reason })}
    </p>
  ));
}

export function ImportsPage() {
  const t = useText();
  const session = useSession();
  const query = useInfiniteQuery(importsQuery(usePartnerId()));
  const mayImport = IMPORT_ABILITIES.some((one) => session.can(one));
  return (
    <PageFrame
      page="imports"
      title={t('nav.imports')}
      lead={mayImport ? t('import.lead') : undefined}
      ability={IMPORT_ABILITIES}
    >
      {mayImport && (
        <div className={styles.section}>
          <DropZone />
          <OtherImporters />
        </div>
      )}
      <section className={styles.section}>
        {mayImport && <h2>{t('import.list')}</h2>}
        <QueryView query={query} skeleton={<Bones count={5} height={40} />}>
          {({ pages }) => <PastImports runs={pages.flatMap(({ value }) => value)} />}
        </QueryView>
        {query.hasNextPage && (
          <div className={styles.actions}>
            <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('import.list.older')}
            </Button>
          </div>
        )}
      </section>
    </PageFrame>
  );
}
