import { Button, Field, Input } from '@fluentui/react-components';
import { useRouter } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { SetUpResponse } from '../../../src/contract/set-up.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import styles from './SetUp.module.css';

/** Shows the first sign-in link of the global admin, which nobody can see again. */
export function SetUpDone({ admin }: SetUpResponse) {
  const t = useText();
  const dates = useDates();
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const link = `${window.location.origin}${admin.path}`;
  const copy = () => {
    field.current?.select();
    // Without https a browser has no clipboard to write to; the link is selected for Ctrl C.
    void navigator.clipboard?.writeText(link).then(() => setCopied(true));
  };
  return (
    <div className={styles.form} role="status">
      <p className={styles.lead}>
        {t('setUp.done.text', { email: admin.email, until: dates.instant(admin.expiresAt) })}
      </p>
      <Field label={t('setUp.done.link')} hint={t('setUp.done.once')}>
        <Input ref={field} readOnly value={link} onFocus={(event) => event.target.select()} />
      </Field>
      <div className={styles.buttons}>
        <Button onClick={copy}>{t(copied ? 'setUp.done.copied' : 'setUp.done.copy')}</Button>
        <Button appearance="primary" onClick={() => void router.navigate({ href: PATHS.overview })}>
          {t('setUp.done.enter')}
        </Button>
      </div>
    </div>
  );
}
