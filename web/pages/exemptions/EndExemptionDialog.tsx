import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExemptionView } from '../../../src/contract/exemptions.ts';
import { sendJson } from '../../api/client.ts';
import { Failure } from '../../components/Failure.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useLevelName } from '../../components/use-level-name.ts';
import { isDay, useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import styles from './Exemptions.module.css';

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
  const complete = isDay(until) && until >= me.today && (exemption.until === null || until < exemption.until);
  return (
    <DialogSurface>
      <DialogBody>
        <DialogTitle>{t('exemptions.end.title')}</DialogTitle>
        <DialogContent className={styles.form!}>
          {end.isError && <Failure>{t('exemptions.failed')}</Failure>}
          {isDay(until) && (
            <p>
              {t('exemptions.end.effect', {
                level: `${local(exemption.name)} · ${levelName(exemption.level)}`,
                day: dates.day(until),
              })}
            </p>
          )}
          <Field label={t('exemptions.end.day')} required>
            <Input type="date" value={until} min={me.today} onChange={(_, data) => setUntil(data.value)} />
          </Field>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('exemptions.end.back')}</Button>
          <Button
            appearance="primary"
            disabledFocusable={end.isPending || !complete}
            onClick={() => complete && end.mutate()}
          >
            {t('exemptions.end')}
          </Button>
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  );
}
