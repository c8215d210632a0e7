import { Button, Checkbox, Dropdown, Field, Option, Textarea } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CASE_TEXT_LENGTH, type Case } from '../../../src/contract/cases.ts';
import { CASES, casePath } from '../../api/cases.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { Failure } from '../../components/Failure.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Cases.module.css';

type Act = 'write' | 'solved' | 'declined' | 'withdrawn';

const ACTS: Readonly<Record<Act, MessageId>> = {
  write: 'cases.act.write',
  solved: 'cases.act.solved',
  declined: 'cases.act.declined',
  withdrawn: 'cases.act.withdrawn',
};

const OF_SIDE: Readonly<Record<Case['side'], readonly Act[]>> = {
  company: ['write', 'withdrawn'],
  support: ['write', 'solved', 'declined'],
};

/** A closing word is read long after: it says more than "ok". */
const SHORTEST_CLOSING = 10;

/** Writes in the case, or closes it with a last word. */
export function CaseActs({ one }: { one: Case }) {
  const t = useText();
  const client = useQueryClient();
  const [act, setAct] = useState<Act>('write');
  const [message, setMessage] = useState('');
  const [waiting, setWaiting] = useState(false);
  const [sent, setSent] = useState(false);
  const path = casePath(one.partnerId, one.caseId);
  const send = useMutation({
    mutationFn: () =>
      act === 'write'
        ? sendJson<Case>('POST', `${path}/messages`, { message, ...(waiting ? { waiting } : {}) })
        : sendJson<Case>('POST', `${path}/close`, { outcome: act, message }),
    onSuccess: () => {
      setMessage('');
      setSent(false);
    },
    onSettled: () => client.invalidateQueries({ queryKey: CASES }),
  });
  const long = message.trim().length >= (act === 'write' ? 1 : SHORTEST_CLOSING);
  return (
    <div className={styles.form}>
      {send.isError && (
        <Failure>{t('cases.act.failed', { code: problemCode(send.error) ?? 'page-error' })}</Failure>
      )}
      <Field label={t('cases.act')}>
        <Dropdown
          value={t(ACTS[act])}
          selectedOptions={[act]}
          onOptionSelect={(_, { optionValue }) =>
            setAct(OF_SIDE[one.side].find((each) => each === optionValue) ?? 'write')
          }
        >
          {OF_SIDE[one.side].map((each) => (
            <Option key={each} value={each} text={t(ACTS[each])}>
              {t(ACTS[each])}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Field
        label={t('cases.act.message')}
        required
        {...(sent && !long ? { validationMessage: t('cases.act.short') } : {})}
      >
        <Textarea
          value={message}
          rows={4}
          maxLength={CASE_TEXT_LENGTH}
          onChange={(_, { value }) => setMessage(value)}
        />
      </Field>
      {one.side === 'support' && act === 'write' && (
        <Checkbox
          label={t('cases.act.waiting')}
          checked={waiting}
          onChange={(_, { checked }) => setWaiting(checked === true)}
        />
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={send.isPending}
          onClick={() => {
            setSent(true);
            if (long) send.mutate();
          }}
        >
          {t('cases.act.send')}
        </Button>
      </div>
    </div>
  );
}
