import { Radio, RadioGroup } from '@fluentui/react-components';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../components/session.tsx';
import { useRoleLabel } from '../../components/use-labels.ts';
import { useLanguageChoice } from '../../components/use-language-choice.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import styles from './Profile.module.css';

export function Identity() {
  const t = useText();
  const role = useRoleLabel();
  const { me } = useSession();
  const { locale } = useLocale();
  const choose = useLanguageChoice();
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
            onChange={(_, data) => choose(data.value === 'fr' ? 'fr' : 'en')}
          >
            <Radio value="fr" label={t('profile.language.fr')} />
            <Radio value="en" label={t('profile.language.en')} />
          </RadioGroup>
        </dd>
      </dl>
      <Link to={PATHS.security}>{t('security.open')}</Link>
    </section>
  );
}
