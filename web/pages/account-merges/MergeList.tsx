import { Button, Dialog, Spinner } from '@fluentui/react-components';
import { BranchForkRegular } from '@fluentui/react-icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountMerge } from '../../../src/contract/account-merges.ts';
import { mergesQuery, undoPreviewQuery } from '../../api/account-merges.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { MorePages } from '../../components/MorePages.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import styles from './AccountMerges.module.css';
import { EffectView } from './EffectView.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';

function UndoEffect({ mergeId }: { mergeId: string }) {
  const t = useText();
  const preview = useQuery(undoPreviewQuery(mergeId));
  if (preview.isPending) return <Spinner size="tiny" label={t('merges.effect.loading')} />;
  if (preview.isError) return <p role="alert">{t('merges.effect.failed')}</p>;
  return <EffectView effect={preview.data.effect} />;
}

function Undo({ merge, onDone }: { merge: AccountMerge; onDone: () => void }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { mergeId, accountId, intoAccountId } = merge;
  return (
    <>
      <Button
        size="small"
        aria-label={t('merges.undo.of', { account: accountId, into: intoAccountId })}
        onClick={() => setOpen(true)}
      >
        {t('merges.undo')}
      </Button>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <ReasonDialog
          title={t('merges.undo.title')}
          submit={t('merges.undo')}
          path={`/account-merges/${mergeId}/undo`}
          onClose={() => setOpen(false)}
          onDone={onDone}
        >
          <p>{t('merges.undo.effect', { account: accountId, into: intoAccountId })}</p>
          <UndoEffect mergeId={mergeId} />
        </ReasonDialog>
      </Dialog>
    </>
  );
}

function MergeRow({ merge, onDone }: { merge: AccountMerge; onDone: () => void }) {
  const t = useText();
  const dates = useDates();
  const { accountId, intoAccountId, reason, mergedAt, undone } = merge;
  return (
    <tr>
      <td data-label={t('merges.merged')}>{accountId}</td>
      <td data-label={t('merges.survivor')}>{intoAccountId}</td>
      <td data-label={t('merges.column.when')}>{dates.instant(mergedAt)}</td>
      <td data-label="">{reason}</td>
      <td data-label="">
        {undone === null ? (
          <Undo merge={merge} onDone={onDone} />
        ) : (
          <span className={styles.quiet}>
            {t('merges.undone', { at: dates.instant(undone.at), reason: undone.reason })}
          </span>
        )}
      </td>
    </tr>
  );
}

/** Merges there have been, each to be undone with what that changes shown first. */
export function MergeList({ onDone }: { onDone: () => void }) {
  const t = useText();
  const query = useInfiniteQuery(mergesQuery);
  return (
    <QueryView query={query} skeleton={<Bones count={6} height={44} />}>
      {({ pages }) =>
        pages[0]!.count === 0 ? (
          <EmptyState icon={<BranchForkRegular />} title={t('merges.nothing.merged')} />
        ) : (
          <>
            <div className={table.card}>
              <table className={`${table.table} ${table.cards}`} aria-label={t('merges.show.merged')}>
                <thead>
                  <tr>
                    <th>{t('merges.merged')}</th>
                    <th>{t('merges.survivor')}</th>
                    <th>{t('merges.column.when')}</th>
                    <th>{t('merges.dialog.reason')}</th>
                    <th>{t('merges.undo')}</th>
                  </tr>
                </thead>
                <tbody>
                  {pages
                    .flatMap(({ value }) => value)
                    .map((merge) => (
                      <MergeRow key={merge.mergeId} merge={merge} onDone={onDone} />
                    ))}
                </tbody>
              </table>
            </div>
            <MorePages label={t('merges.more')} query={query} />
          </>
        )
      }
    </QueryView>
  );
}
