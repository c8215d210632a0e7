import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Select,
  Textarea,
} from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type ExemptionView, LONGEST_EXEMPTION_REASON } from '../../../src/contract/exemptions.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { Failure } from '../../components/Failure.tsx';
import { useProgrammeRules } from '../../components/programme.ts';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useLevelName } from '../../components/use-level-name.ts';
import type { MessageId } from '../../messages/messages.ts';
import { addDays, isDay, useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import styles from './Exemptions.module.css';

const REFUSALS: Readonly<Record<string, MessageId>> = {
  'exemption-too-long': 'exemptions.give.tooLong',
  'exemption-given': 'exemptions.give.given',
  'exemption-day': 'exemptions.give.day',
};

interface GiveExemptionDialogProps {
  readonly programme: string;
  /** The first day after the longest time that the reader may give; null without a limit. */
  readonly latestUntil: string | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks for the level, the last day and the reason, which the company reads. */
export function GiveExemptionDialog({ programme, latestUntil, onClose, onDone }: GiveExemptionDialogProps) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  const levelName = useLevelName();
  const partner = usePartnerId();
  const { me, partner: company } = useSession();
  const rules = useProgrammeRules().data;
  const levels = (rules?.competencies ?? []).flatMap(({ competency, name, options }) =>
    [...new Set(options.flatMap((option) => option.levels.map(({ level }) => level)))].map((level) => ({
      competency,
      level,
      label: `${local(name)} · ${levelName(level)}`,
    })),
  );
  const [chosen, setChosen] = useState(0);
  const [last, setLast] = useState('');
  const [reason, setReason] = useState('');
  const give = useMutation({
    mutationFn: () => {
      const { competency, level } = levels[chosen]!;
      const until = addDays(last, 1);
      return sendJson<ExemptionView>('POST', `/partners/${partner}/exemptions`, {
        programme,
        competency,
        level,
        until,
        reason,
      });
    },
    onSuccess: () => {
      onClose();
      onDone();
    },
  });
  const complete = levels.length > 0 && isDay(last) && reason.trim().length >= 3;
  const limit = latestUntil === null ? null : addDays(latestUntil, -1);
  return (
    <DialogSurface>
      <DialogBody>
        <DialogTitle>{t('exemptions.give')}</DialogTitle>
        <DialogContent className={styles.form!}>
          {give.isError && (
            <Failure>{t(REFUSALS[problemCode(give.error) ?? ''] ?? 'exemptions.failed')}</Failure>
          )}
          <p>{t('exemptions.give.effect', { company: company?.name ?? '' })}</p>
          <Field label={t('exemptions.level')} required>
            <Select value={String(chosen)} onChange={(_, data) => setChosen(Number(data.value))}>
              {levels.map(({ label }, index) => (
                <option key={label} value={String(index)}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            label={t('exemptions.last')}
            hint={limit === null ? '' : t('exemptions.give.limit', { day: dates.day(limit) })}
            required
          >
            <Input
              type="date"
              value={last}
              min={me.today}
              {...(limit !== null && { max: limit })}
              onChange={(_, data) => setLast(data.value)}
            />
          </Field>
          <Field label={t('exemptions.reason')} hint={t('exemptions.give.reasonHint')} required>
            <Textarea
              value={reason}
              maxLength={LONGEST_EXEMPTION_REASON}
              onChange={(_, data) => setReason(data.value)}
            />
          </Field>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('exemptions.give.back')}</Button>
          <Button
            appearance="primary"
            disabledFocusable={give.isPending || !complete}
            onClick={() => complete && give.mutate()}
          >
            {t('exemptions.give.send')}
          </Button>
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  );
}
