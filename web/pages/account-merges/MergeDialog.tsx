import { Dropdown, Field, Input, Option, Spinner } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MergePreview, MergeQuestion, MergeRefusal } from '../../../src/contract/account-merges.ts';
import { mergePreviewQuery } from '../../api/account-merges.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './AccountMerges.module.css';
import { AccountPair } from './AccountPair.tsx';
import { EffectView } from './EffectView.tsx';
import { isReason, ReasonField } from './ReasonField.tsx';

const PROVIDERS = {
  'microsoft-learning': 'learning.exams',
  'partner-university': 'learning.training',
} as const;

const REFUSALS: Readonly<Record<MergeRefusal, MessageId>> = {
  'same-account': 'merges.refused.same-account',
  'account-unknown': 'merges.refused.account-unknown',
  'merged-already': 'merges.refused.merged-already',
  'survivor-merged': 'merges.refused.survivor-merged',
};

function PreviewView({ preview }: { preview: MergePreview }) {
  const t = useText();
  const { refusal, account, into, effect } = preview;
  return (
    <>
      <AccountPair account={account} into={into} />
      {refusal !== null && (
        <p role="alert" className={styles.lost}>
          {t(REFUSALS[refusal.code], { account: refusal.accountId ?? '' })}
        </p>
      )}
      {effect !== null && <EffectView effect={effect} />}
    </>
  );
}

interface MergeDialogProps {
  /** Of a proposal; `null` where the two accounts are still to be named. */
  readonly proposed: MergeQuestion | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const NOTHING: MergeQuestion = { provider: 'microsoft-learning', accountId: '', intoAccountId: '' };

/** Reads one account as the other, after every company's changes have been shown and a reason was given. */
export function MergeDialog({ proposed, onClose, onDone }: MergeDialogProps) {
  const t = useText();
  const [draft, setDraft] = useState(proposed ?? NOTHING);
  /** What was asked about last; the effect that is shown is of this. */
  const [asked, setAsked] = useState(proposed);
  const [reason, setReason] = useState('');
  const preview = useQuery({ ...mergePreviewQuery(asked ?? NOTHING), enabled: asked !== null });
  const possible = preview.data?.refusal === null && preview.data.effect !== null;
  const merge = useMutation({
    mutationFn: () => sendJson('POST', '/account-merges', { ...asked, reason }),
    onSuccess: () => {
      onClose();
      onDone();
    },
    onError: () => void preview.refetch(),
  });
  const change = (part: Partial<MergeQuestion>) => {
    setDraft({ ...draft, ...part });
    setAsked(null);
  };
  const named = draft.accountId.trim() !== '' && draft.intoAccountId.trim() !== '';
  const failed = problemCode(merge.error);
  return (
    <FormDialog
      title={t('merges.dialog.title')}
      submit={t(possible ? 'merges.dialog.merge' : 'merges.dialog.show')}
      back={t('merges.dialog.back')}
      failure={merge.isError ? t('merges.dialog.failed', { code: failed ?? 'page-error' }) : null}
      pending={merge.isPending || (asked !== null && preview.isFetching)}
      complete={possible ? isReason(reason) : named}
      onSubmit={() => (possible ? merge.mutate() : setAsked(draft))}
      onClose={onClose}
    >
      {(sent) => (
        <>
          {proposed === null && (
            <>
              <Field label={t('merges.dialog.provider')}>
                <Dropdown
                  value={t(PROVIDERS[draft.provider as keyof typeof PROVIDERS])}
                  selectedOptions={[draft.provider]}
                  onOptionSelect={(_, { optionValue }) => change({ provider: optionValue ?? draft.provider })}
                >
                  {Object.entries(PROVIDERS).map(([id, label]) => (
                    <Option key={id} value={id} text={t(label)}>
                      {t(label)}
                    </Option>
                  ))}
                </Dropdown>
              </Field>
              <NeededField label={t('merges.dialog.account')} value={draft.accountId} sent={sent}>
                <Input
                  value={draft.accountId}
                  maxLength={200}
                  onChange={(_, { value }) => change({ accountId: value })}
                />
              </NeededField>
              <NeededField
                label={t('merges.dialog.into')}
                hint={t('merges.dialog.intoHint')}
                value={draft.intoAccountId}
                sent={sent}
              >
                <Input
                  value={draft.intoAccountId}
                  maxLength={200}
                  onChange={(_, { value }) => change({ intoAccountId: value })}
                />
              </NeededField>
            </>
          )}
          {asked !== null && preview.isFetching && <Spinner size="tiny" label={t('merges.effect.loading')} />}
          {asked !== null && preview.isError && <p role="alert">{t('merges.effect.failed')}</p>}
          {asked !== null && preview.data !== undefined && <PreviewView preview={preview.data} />}
          {possible && <ReasonField reason={reason} sent={sent} onChange={setReason} />}
        </>
      )}
    </FormDialog>
  );
}
