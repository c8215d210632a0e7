import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../messages/use-text.ts';
import styles from './Security.module.css';

/** Shown once, until the reader says that they are kept. */
export function RecoveryCodesView({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true));
  };
  return (
    <div className={styles.stack}>
      <h3>{t('security.codes')}</h3>
      <p className={styles.quiet}>{t('security.codes.text')}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button onClick={copy}>{t(copied ? 'security.codes.copied' : 'security.codes.copy')}</Button>
        <Button appearance="primary" onClick={onDone}>
          {t('security.done')}
        </Button>
      </div>
    </div>
  );
}
