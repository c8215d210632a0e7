import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { ArrowDownloadRegular, SendRegular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import type { LearningAccountList, SentProfile } from '../../../src/contract/profile.ts';
import { getFile, saveFile, sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { ExplainedButton } from '../../components/ExplainedButton.tsx';
import { Failure } from '../../components/Failure.tsx';
import { useText } from '../../messages/use-text.ts';
import styles from './Profile.module.css';

/** The profile of today as a document: to the administrators of the company, or to keep. */
export function HandOnProfile({ administrators }: Pick<LearningAccountList, 'administrators'>) {
  const t = useText();
  const send = useMutation({
    mutationFn: () => sendJson<SentProfile>('POST', '/me/profile-document/send'),
  });
  const save = useMutation({
    mutationFn: () => getFile('/me/profile-document', {}),
    onSuccess: saveFile,
  });
  const names = (people: LearningAccountList['administrators']) =>
    people.map(({ displayName }) => displayName).join(', ');
  const failure = send.error ?? save.error;
  return (
    <>
      <div className={styles.actions}>
        <ExplainedButton
          icon={<SendRegular />}
          reason={administrators.length === 0 ? t('profile.send.nobody') : null}
          onClick={() => !send.isPending && send.mutate()}
        >
          {t('profile.send')}
        </ExplainedButton>
        <ExplainedButton
          icon={<ArrowDownloadRegular />}
          reason={null}
          onClick={() => !save.isPending && save.mutate()}
        >
          {t('profile.download')}
        </ExplainedButton>
      </div>
      {administrators.length > 0 && (
        <p className={styles.quiet}>{t('profile.send.hint', { names: names(administrators) })}</p>
      )}
      {send.isSuccess && (
        <MessageBar intent="success" layout="multiline" className={styles.told!}>
          <MessageBarBody>{t('profile.sent', { names: names(send.data.sentTo) })}</MessageBarBody>
        </MessageBar>
      )}
      {failure !== null && (
        <Failure>
          {problemCode(failure) === 'no-mail-server'
            ? t('profile.send.noMailServer')
            : t('profile.send.failed', { code: problemCode(failure) ?? 'page-error' })}
        </Failure>
      )}
    </>
  );
}
