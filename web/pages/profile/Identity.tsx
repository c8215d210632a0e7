import { Radio, RadioGroup } from '@fluentui/react-components';
import { Link } from '@tanstack/react-router';
import type { LearningAccountList, LearningPurpose } from '../../../src/contract/profile.ts';
import { EmailText } from '../../components/EmailText.tsx';
import { useSession } from '../../components/session.tsx';
import { useRoleLabel } from '../../components/use-labels.ts';
import { useLanguageChoice } from '../../components/use-language-choice.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { HandOnProfile } from './HandOnProfile.tsx';
import styles from './Profile.module.css';

/** The account that stands for one purpose, and since when, in a line. */
function AccountLine({ purpose: { provider, account } }: { purpose: LearningPurpose }) {
  const t = useText();
  const dates = useDates();
  return (
    <>
      <dt>{t(provider === 'microsoft-learning' ? 'learning.mcid' : 'learning.training.account')}</dt>
      <dd>
        {account === null
          ? t('learning.notAssociated')
          : t('profile.account', { account: account.accountId, day: dates.day(account.since) })}
      </dd>
    </>
  );
}

interface IdentityProps {
  /** Undefined while it is loading, and for people of the network. */
  readonly accounts: LearningAccountList | undefined;
}

/** Who the reader is, for the company and for the providers of learning, on one screen. */
export function Identity({ accounts }: IdentityProps) {
  const t = useText();
  const role = useRoleLabel();
  const dates = useDates();
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
        <dd>
          <EmailText address={me.email} />
        </dd>
        {me.partner !== null && (
          <>
            <dt>{t('profile.company')}</dt>
            <dd>{me.partner.name}</dd>
          </>
        )}
        {accounts !== undefined && (
          <>
            <dt>{t('profile.university')}</dt>
            <dd>
              {accounts.partnerUniversitySince === null
                ? t('common.no')
                : t('profile.university.since', { day: dates.day(accounts.partnerUniversitySince) })}
            </dd>
            {accounts.purposes.map((purpose) => (
              <AccountLine key={purpose.provider} purpose={purpose} />
            ))}
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
      {accounts !== undefined && <HandOnProfile administrators={accounts.administrators} />}
      <div className={styles.settings}>
        <Link to={PATHS.security}>{t('security.open')}</Link>
        {me.partner !== null && <Link to={PATHS.noticeSettings}>{t('noticeSettings.title')}</Link>}
      </div>
    </section>
  );
}
