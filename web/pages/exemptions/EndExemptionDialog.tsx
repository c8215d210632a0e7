import { Input } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExemptionView } from '../../../src/contract/exemptions.ts';
import { sendJson } from '../../api/client.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useLevelName } from '../../components/use-level-name.ts';
import { addDays, isDay, useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';

interface EndExemptionDialogProps {
  readonly exemption: ExemptionView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Ends an exemption earlier, after telling what that does. */
export function EndExemptionDialog({ exemption, onClose, onDone }: EndExemptionDialogProps) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  const levelName = useLevelName();
  const partner = usePartnerId();
  const { me } = useSession();
  const [until, setUntil] = useState(me.today);
  const end = useMutation({
    mutationFn: () =>
      sendJson<ExemptionView>('POST', `/partners/${partner}/exemptions/${exemption.exemptionId}/end`, {
        until,
      }),
    onSuccess: () => {
      onClose();
      onDone();
    },
  });
  const last = exemption.until === null ? null : addDays(exemption.until, -1);
  const complete = isDay(until) && until >= me.today && (last === null || until <= last);
  return (
    <FormDialog
      title={t('exemptions.end.title')}
      submit={t('exemptions.end')}
      back={t('exemptions.end.back')}
      failure={end.isError ? t('exemptions.failed') : null}
      pending={end.isPending}
      complete={complete}
      onSubmit={() => end.mutate()}
      onClose={onClose}
    >
      {(sent) => (
        <>
          {complete && (
            <p>
              {t('exemptions.end.effect', {
                level: `${local(exemption.name)} · ${levelName(exemption.level)}`,
                day: dates.day(until),
              })}
            </p>
          )}
          <NeededField
            label={t('exemptions.end.day')}
            value={until}
            problem={
              complete ? null : t('exemptions.end.range', { last: last === null ? 'none' : dates.day(last) })
            }
            sent={sent}
          >
            <Input
              type="date"
              value={until}
              min={me.today}
              {...(last !== null && { max: last })}
              onChange={(_, data) => setUntil(data.value)}
            />
          </NeededField>
        </>
      )}
    </FormDialog>
  );
}
