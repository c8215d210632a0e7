import { Dialog, Field, Input } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DraftView } from '../../../src/contract/catalogue-versions.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { ExplainedButton } from '../../components/ExplainedButton.tsx';
import { useSession } from '../../components/session.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

const REFUSALS: Readonly<Record<string, MessageId>> = {
  'changed-meanwhile': 'catalogue.publish.changed',
  'rehearse-first': 'catalogue.publish.rehearse',
  'draft-has-problems': 'catalogue.publish.problems',
};

/** Why it cannot be published yet; null when it can. */
function obstacle({ found, revision, rehearsals, inForce }: DraftView): MessageId | null {
  if (found.length > 0) return 'catalogue.publish.problems';
  const rehearsed = rehearsals.some(
    (each) => each.state === 'done' && each.revision === revision && each.fromVersion === inForce,
  );
  return rehearsed ? null : 'catalogue.publish.rehearse';
}

/** Puts the draft in force, today or from a later day on. */
export function PublishButton({ draft }: { draft: DraftView }) {
  const t = useText();
  const client = useQueryClient();
  const { me } = useSession();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState(me.today);
  const { draftId, revision, rehearsals } = draft;
  const publish = useMutation({
    mutationFn: (reason: string) =>
      sendJson('POST', `/catalogue/drafts/${draftId}/publication`, { reason, revision, effectiveOn: day }),
    onSuccess: () => setOpen(false),
    // Other rules mean other answers everywhere.
    onSettled: () => client.invalidateQueries(),
  });
  const missing = obstacle(draft);
  const { losing = 0, gaining = 0 } = rehearsals[0]?.counts ?? {};
  const refusal = REFUSALS[problemCode(publish.error) ?? ''] ?? 'catalogue.failed';
  return (
    <>
      <ExplainedButton primary reason={missing === null ? null : t(missing)} onClick={() => setOpen(true)}>
        {t('catalogue.publish')}
      </ExplainedButton>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <ReasonDialog
          title={t('catalogue.publish')}
          effect={t('catalogue.publish.effect', { losing, gaining })}
          failure={publish.isError ? t(refusal) : null}
          pending={publish.isPending}
          onSubmit={(reason) => publish.mutate(reason)}
          onClose={() => setOpen(false)}
        >
          <Field label={t('catalogue.effectiveOn')} required>
            <Input type="date" value={day} min={me.today} onChange={(_, data) => setDay(data.value)} />
          </Field>
        </ReasonDialog>
      </Dialog>
    </>
  );
}
