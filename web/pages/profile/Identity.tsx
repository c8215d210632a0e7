import { Radio, RadioGroup } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { Locale } from '../../../src/contract/common.ts';
import { sendJson } from '../../api/client.ts';
import { useSession } from '../../components/session.tsx';
import { useRoleLabel } from '../../components/use-labels.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useText } from '../../messages/use-text.ts';
import styles from './Profile.module.css';

export function Identity() {
  const t = useText();
  const role = useRoleLabel();
  const { me } = useSession();
  const { locale, choose } = useLocale();
  const keep = useMutation({ mutationFn: (chosen: Locale) => sendJson('PATCH', '/me', { locale: chosen }) });
  return (
    <section className={styles.card}>
      <h2>{t('profile.identity')}</h2>
      <dl className={styles.facts}>
        <dt>{t('profile.name')}</dt>
        <dd>
          {me.firstName} {me.lastName}
        </dd>
        <dt>{t('profile.email')}</dt>
        <dd>{me.email}</dd>
        {me.partner !== null && (
          <>
            <dt>{t('profile.company')}</dt>
            <dd>{me.partner.name}</dd>
          </>
        )}
        <dt>{t('profile.roles')}</dt>
        <dd>{me.roles.length === 0 ? t('common.none') : me.roles.map(role).join(', ')}</dd>
        <dt id="profile-language">{t('profile.language')}</dt>
        <dd>
          <RadioGroup
            layout="horizontal"
            aria-labelledby="profile-language"
            value={locale}
            onChange={(_, data) => {
              const chosen: Locale = data.value === 'fr' ? 'fr' : 'en';
              choose(chosen);
              keep.mutate(chosen);
            }}
          >
            <Radio value="fr" label={t('profile.language.fr')} />
            <Radio value="en" label={t('profile.language.en')} />
          </RadioGroup>
        </dd>
      </dl>
    </section>
  );
}
