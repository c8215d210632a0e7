import { Input } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DraftView } from '../../../src/contract/catalogue-versions.ts';
import { CATALOGUE } from '../../api/catalogue-versions.ts';
import { sendJson } from '../../api/client.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';

const SHORTEST = 3;

interface NewDraftDialogProps {
  readonly programme: string;
  /** A version to go on from; the rules in force when absent. */
  readonly from?: string;
  readonly onClose: () => void;
}

/** Asks what a draft is for, and leads to it. */
export function NewDraftDialog({ programme, from, onClose }: NewDraftDialogProps) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [note, setNote] = useState('');
  const complete = note.trim().length >= SHORTEST;
  const begin = useMutation({
    mutationFn: () =>
      sendJson<DraftView>('POST', '/catalogue/drafts', {
        programme,
        note: note.trim(),
        ...(from !== undefined && { from }),
      }),
    onSuccess: async ({ draftId }) => {
      await client.invalidateQueries({ queryKey: CATALOGUE });
      onClose();
      await navigate({ to: PATHS.catalogueDraft, params: { draftId } });
    },
  });
  return (
    <FormDialog
      title={t('catalogue.begin')}
      submit={t('catalogue.begin')}
      back={t('security.cancel')}
      failure={begin.isError ? t('catalogue.failed') : null}
      pending={begin.isPending}
      complete={complete}
      onSubmit={() => begin.mutate()}
      onClose={onClose}
    >
      {(sent) => (
        <>
          <p>{t(from === undefined ? 'catalogue.begin.effect' : 'catalogue.begin.from')}</p>
          <NeededField
            label={t('catalogue.note')}
            value={note}
            problem={complete ? null : t('catalogue.note.short')}
            sent={sent}
          >
            <Input value={note} onChange={(_, data) => setNote(data.value)} />
          </NeededField>
        </>
      )}
    </FormDialog>
  );
}
