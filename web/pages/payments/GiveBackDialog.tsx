import { Input } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { TransferReturnView } from '../../../src/contract/memberships.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import { useSession } from '../../components/session.tsx';
import { isDay, useDates } from '../../messages/use-dates.ts';
import { useMoney } from '../../messages/use-money.ts';
import { useText } from '../../messages/use-text.ts';

interface GiveBackDialogProps {
  readonly owed: TransferReturnView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says on which day the money was sent back: nothing is sent from here. */
export function GiveBackDialog({ owed, onClose, onDone }: GiveBackDialogProps) {
  const t = useText();
  const dates = useDates();
  const money = useMoney();
  const { me } = useSession();
  const [on, setOn] = useState(me.today);
  const { partnerId, partnerName: company, returnId } = owed;
  const since = owed.since.slice(0, 10);
  const give = useMutation({
    mutationFn: () =>
      sendJson<TransferReturnView>('POST', `/partners/${partnerId}/transfer-returns/${returnId}/given-back`, {
        on,
      }),
    onSuccess: () => {
      onClose();
      onDone();
    },
  });
  const possible = isDay(on) && on >= since && on <= me.today;
  const already = problemCode(give.error) === 'already-given-back';
  return (
    <FormDialog
      title={t('returns.give.title', { company })}
      submit={t('returns.give.send')}
      back={t('returns.give.back')}
      failure={give.isError ? t(already ? 'returns.give.already' : 'returns.failed') : null}
      pending={give.isPending}
      complete={possible}
      onSubmit={() => give.mutate()}
      onClose={onClose}
    >
      {(sent) => (
        <>
          <p>{t('returns.give.effect', { amount: money(owed.amount), company })}</p>
          <NeededField
            label={t('returns.give.on')}
            value={on}
            problem={possible ? null : t('returns.give.range', { since: dates.day(since) })}
            sent={sent}
          >
            <Input
              type="date"
              value={on}
              min={since}
              max={me.today}
              onChange={(_, data) => setOn(data.value)}
            />
          </NeededField>
        </>
      )}
    </FormDialog>
  );
}
