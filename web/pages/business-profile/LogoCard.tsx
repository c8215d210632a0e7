import { Button, Spinner } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { BusinessProfileView } from '../../../src/contract/business-profile.ts';
import { businessProfileQuery } from '../../api/business-profile.ts';
import { sendForm, sendJson } from '../../api/client.ts';
import { Failure } from '../../components/Failure.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import styles from './BusinessProfile.module.css';

/** The logo: shown as it is stored, replaced by a file, removed. */
export function LogoCard({ logo }: { logo: BusinessProfileView['logo'] }) {
  const t = useText();
  const partner = usePartnerId();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const path = `/partners/${partner}/business-profile/logo`;
  const refresh = () => client.invalidateQueries({ queryKey: businessProfileQuery(partner).queryKey });
  const upload = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.set('file', file);
      return sendForm<BusinessProfileView>(path, form);
    },
    onSuccess: refresh,
  });
  const remove = useMutation({ mutationFn: () => sendJson<void>('DELETE', path), onSuccess: refresh });
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) upload.mutate(file);
    // The same file may be chosen again.
    if (input.current !== null) input.current.value = '';
  };
  return (
    <section className={card.card}>
      <h2>{t('businessProfile.logo')}</h2>
      {logo !== null && (
        <div>
          <img src={logo.path} alt={t('businessProfile.logo.alt')} className={styles.logo} />
        </div>
      )}
      <p className={styles.hint}>{t('businessProfile.logo.hint')}</p>
      {(upload.isError || remove.isError) && <Failure>{t('businessProfile.logo.failed')}</Failure>}
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg"
        aria-label={t('businessProfile.logo.choose')}
        hidden
        onChange={(event) => take(event.target.files)}
      />
      <div className={styles.buttons}>
        {upload.isPending ? (
          <Spinner size="tiny" label={t('common.loading')} />
        ) : (
          <Button onClick={() => input.current?.click()}>{t('businessProfile.logo.choose')}</Button>
        )}
        {logo !== null && (
          <Button appearance="subtle" disabledFocusable={remove.isPending} onClick={() => remove.mutate()}>
            {t('businessProfile.logo.remove')}
          </Button>
        )}
      </div>
    </section>
  );
}
