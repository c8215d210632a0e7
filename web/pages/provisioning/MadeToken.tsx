import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useText } from '../../messages/use-text.ts';
import styles from './Provisioning.module.css';

/** The secret of the token, which is shown here and nowhere again. */
export function MadeToken({ secret }: { secret: string }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(secret).then(() => setCopied(true));
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{t('provisioning.once')}</MessageBarBody>
      </MessageBar>
      <code className={styles.secret}>{secret}</code>
      <Button icon={<CopyRegular />} onClick={copy}>
        <span role="status">{t(copied ? 'provisioning.copied' : 'provisioning.copy')}</span>
      </Button>
    </>
  );
}
