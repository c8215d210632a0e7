import { Button, Dropdown, Field, Option } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Case, LARGEST_PROOF, type ProofKind } from '../../../src/contract/cases.ts';
import { CASES, casePath } from '../../api/cases.ts';
import { sendForm } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { Failure } from '../../components/Failure.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Cases.module.css';
import { PROOFS } from './case-words.ts';

const SENT: readonly ProofKind[] = ['transcript', 'course-certificate', 'users-report', 'profile'];

const REFUSALS: Readonly<Record<string, MessageId>> = {
  empty: 'cases.file.empty',
  'not-a-proof': 'cases.file.not-a-proof',
  'picture-too-large': 'cases.file.too-large',
  'proof-too-large': 'cases.file.too-large',
  'active-document': 'cases.file.active',
  'too-many-proofs': 'cases.file.too-many',
};

/** Adds one file that proves something, with what it shows. */
export function AddProof({ one }: { one: Case }) {
  const t = useText();
  const client = useQueryClient();
  const chosen = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<ProofKind>('transcript');
  const add = useMutation({
    mutationFn: (file: File) => {
      if (file.size > LARGEST_PROOF) throw new RangeError('proof-too-large');
      const form = new FormData();
      form.set('kind', kind);
      form.set('file', file);
      return sendForm<Case>(`${casePath(one.partnerId, one.caseId)}/files`, form);
    },
    onSettled: () => client.invalidateQueries({ queryKey: CASES }),
  });
  const code = add.error instanceof RangeError ? 'proof-too-large' : problemCode(add.error);
  return (
    <div className={styles.form}>
      {add.isError && <Failure>{t(REFUSALS[code ?? ''] ?? 'cases.file.failed')}</Failure>}
      <Field label={t('cases.file.kind')} hint={t('cases.file.hint')}>
        <Dropdown
          value={t(PROOFS[kind])}
          selectedOptions={[kind]}
          onOptionSelect={(_, { optionValue }) => setKind(SENT.find((each) => each === optionValue) ?? kind)}
        >
          {SENT.map((each) => (
            <Option key={each} value={each} text={t(PROOFS[each])}>
              {t(PROOFS[each])}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <input
        ref={chosen}
        type="file"
        hidden
        accept="image/png,image/jpeg,application/pdf"
        aria-label={t('cases.file.add')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) add.mutate(file);
          currentTarget.value = '';
        }}
      />
      <div className={styles.buttons}>
        <Button disabledFocusable={add.isPending} onClick={() => chosen.current?.click()}>
          {t('cases.file.add')}
        </Button>
        <span role="status">{add.isSuccess && t('cases.file.added')}</span>
      </div>
    </div>
  );
}
