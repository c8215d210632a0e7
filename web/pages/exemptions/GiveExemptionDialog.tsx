import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type ExemptionView, LONGEST_EXEMPTION_REASON } from '../../../src/contract/exemptions.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import { useProgrammeRules } from '../../components/programme.ts';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useLevelName } from '../../components/use-level-name.ts';
import type { MessageId } from '../../messages/messages.ts';
import { addDays, isDay, useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';

const REFUSALS: Readonly<Record<string, MessageId>> = {
  'exemption-too-long': 'exemptions.give.tooLong',
  'exemption-given': 'exemptions.give.given',
  'exemption-day': 'exemptions.give.day',
};

const SHORTEST_REASON = 3;

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
  const limit = latestUntil === null ? null : addDays(latestUntil, -1);
  const tooLong = limit !== null && last > limit;
  const inTime = isDay(last) && last >= me.today && !tooLong;
  const complete = levels.length > 0 && inTime && reason.trim().length >= SHORTEST_REASON;
  const refusal = t(REFUSALS[problemCode(give.error) ?? ''] ?? 'exemptions.failed');
  return (
    <FormDialog
      title={t('exemptions.give')}
      submit={t('exemptions.give.send')}
      back={t('exemptions.give.back')}
      failure={give.isError ? refusal : null}
      pending={give.isPending}
      complete={complete}
      onSubmit={() => give.mutate()}
      onClose={onClose}
    >
      {(sent) => (
        <>
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
          <NeededField
            label={t('exemptions.last')}
            {...(limit !== null && { hint: t('exemptions.give.limit', { day: dates.day(limit) }) })}
            value={last}
            problem={inTime ? null : t(tooLong ? 'exemptions.give.tooLong' : 'exemptions.give.day')}
            sent={sent}
          >
            <Input
              type="date"
              value={last}
              min={me.today}
              {...(limit !== null && { max: limit })}
              onChange={(_, data) => setLast(data.value)}
            />
          </NeededField>
          <NeededField
            label={t('exemptions.reason')}
            hint={t('exemptions.give.reasonHint')}
            value={reason}
            problem={reason.trim().length < SHORTEST_REASON ? t('exemptions.give.reasonShort') : null}
            sent={sent}
          >
            <Textarea
              value={reason}
              maxLength={LONGEST_EXEMPTION_REASON}
              onChange={(_, data) => setReason(data.value)}
            />
          </NeededField>
        </>
      )}
    </FormDialog>
  );
}
