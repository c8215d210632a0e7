import { Button, Checkbox, Input, Textarea } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  type PartnerMergeQuestion,
  type PartnerMergeRunView,
  SHORTEST_MERGE_REASON,
} from '../../../src/contract/partner-merges.ts';
import { sendJson } from '../../api/client.ts';
import { PARTNER_MERGES, partnerMergeRunQuery, partnerMergesQuery } from '../../api/partner-merges.ts';
import { problemCode } from '../../api/problem-error.ts';
import { Failure } from '../../components/Failure.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import styles from './MergeCompanies.module.css';

interface MergeFormProps {
  readonly from: { readonly partnerId: string; readonly name: string };
  readonly into: { readonly partnerId: string; readonly name: string };
  readonly samePeople: NonNullable<PartnerMergeQuestion['samePeople']>;
  /** The merge was taken, and may have been made already. */
  readonly onBegun: (mergeId: string) => void;
}

/** The reason, the name typed as a sign that it is meant, and the act; it cannot be taken back. */
export function MergeForm({ from, into, samePeople, onBegun }: MergeFormProps) {
  const t = useText();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [confirm, setConfirm] = useState('');
  const [keepRoles, setKeepRoles] = useState(true);
  const [sent, setSent] = useState(false);
  // One question, however often it is sent: an answer that was lost on the way is given again.
  const [requestId] = useState(() => crypto.randomUUID());
  const merge = useMutation({
    mutationFn: () =>
      sendJson<PartnerMergeRunView>(
        'POST',
        PARTNER_MERGES,
        { from: from.partnerId, into: into.partnerId, samePeople, keepRoles, reason, confirm },
        null,
        requestId,
      ),
    onSuccess: async (run) => {
      client.setQueryData(partnerMergeRunQuery(run.mergeId).queryKey, run);
      onBegun(run.mergeId);
      await client.invalidateQueries({ queryKey: partnerMergesQuery.queryKey });
    },
  });
  const reasoned = reason.trim().length >= SHORTEST_MERGE_REASON;
  const named = confirm.trim() === from.name;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (reasoned && named && !merge.isPending) merge.mutate();
  };
  return (
    <form className={`${card.card} ${styles.form}`} onSubmit={send} noValidate>
      <h2 className={styles.heading}>{t('mergeCompanies.act')}</h2>
      <p className={styles.text}>{t('mergeCompanies.act.effect', { company: from.name, into: into.name })}</p>
      <Checkbox
        checked={keepRoles}
        onChange={(_, { checked }) => setKeepRoles(checked === true)}
        label={t('mergeCompanies.roles', { into: into.name })}
      />
      <NeededField
        label={t('mergeCompanies.reason')}
        hint={t('mergeCompanies.reason.hint')}
        value={reason}
        problem={reasoned ? null : t('mergeCompanies.reason.short')}
        sent={sent}
      >
        <Textarea value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
      </NeededField>
      <NeededField
        label={t('mergeCompanies.confirm', { company: from.name })}
        value={confirm}
        problem={named ? null : t('mergeCompanies.confirm.wrong')}
        sent={sent}
      >
        <Input value={confirm} autoComplete="off" onChange={(_, { value }) => setConfirm(value)} />
      </NeededField>
      {merge.isError && (
        <Failure>{t('mergeCompanies.failed', { code: problemCode(merge.error) ?? 'page-error' })}</Failure>
      )}
      <Button
        type="submit"
        appearance="primary"
        className={styles.button!}
        disabledFocusable={merge.isPending}
      >
        {merge.isPending ? t('mergeCompanies.working') : t('mergeCompanies.act')}
      </Button>
    </form>
  );
}
