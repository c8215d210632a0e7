import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { ArrowDownloadRegular, CopyRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { UserWithFirstSignIn } from '../../../src/contract/users.ts';
import { saveFile } from '../../api/client.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { firstSignInLog } from './first-sign-in-log.ts';
import { mailState } from './mail-state.ts';
import styles from './Users.module.css';

/** The secret of a first sign-in, which is shown here and nowhere again. */
export function FirstSignInCard({
  opened,
  result,
}: {
  opened: UserWithFirstSignIn;
  result: 'created' | 'updated';
}) {
  const t = useText();
  const dates = useDates();
  const [copied, setCopied] = useState(false);
  const { userName, temporaryPassword, expiresAt, mail } = opened.firstSignIn;
  const copy = () => {
    void navigator.clipboard.writeText(temporaryPassword ?? '').then(() => setCopied(true));
  };
  const save = () =>
    saveFile({ blob: firstSignInLog(opened, result), name: t('people.firstSignIn.logName') });
  return (
    <section className={styles.secret} aria-label={t('people.firstSignIn')}>
      <h3>{t('people.firstSignIn')}</h3>
      <dl className={styles.facts}>
        <dt>{t('people.firstSignIn.userName')}</dt>
        <dd>{userName}</dd>
        <dt>{t('people.firstSignIn.password')}</dt>
        <dd>
          <code className={styles.password}>{temporaryPassword}</code>
        </dd>
        <dt>{t('people.firstSignIn.expires')}</dt>
        <dd>{dates.instant(expiresAt)}</dd>
        <dt>{t('people.firstSignIn.mail')}</dt>
        <dd>{t('people.firstSignIn.mailState', { mail: mailState(mail) })}</dd>
      </dl>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{t('people.firstSignIn.once')}</MessageBarBody>
      </MessageBar>
      <div className={styles.buttons}>
        <Button icon={<CopyRegular />} onClick={copy}>
          <span role="status">{t(copied ? 'people.firstSignIn.copied' : 'people.firstSignIn.copy')}</span>
        </Button>
        <Button icon={<ArrowDownloadRegular />} onClick={save}>
          {t('people.firstSignIn.log')}
        </Button>
      </div>
    </section>
  );
}
