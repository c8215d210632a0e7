import { Button } from '@fluentui/react-components';
import { EyeRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { BusinessProfileView } from '../../../src/contract/business-profile.ts';
import type { Tagged } from '../../api/client.ts';
import { Failure } from '../../components/Failure.tsx';
import { useLocale } from '../../messages/locale.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import styles from './BusinessProfile.module.css';
import { useProfileChange } from './use-profile-change.ts';

const PUBLISH = { act: 'businessProfile.publish', effect: 'businessProfile.publish.effect' } as const;
const WITHDRAW = { act: 'businessProfile.withdraw', effect: 'businessProfile.withdraw.effect' } as const;

function State({ profile, address }: { profile: BusinessProfileView; address: string }) {
  const t = useText();
  const dates = useDates();
  if (profile.publishedAt === null) return <p>{t('businessProfile.draft.text')}</p>;
  if (profile.suspension !== null) return <p>{t('businessProfile.published.suspended')}</p>;
  return (
    <p>
      {t('businessProfile.published.since', { day: dates.day(profile.publishedAt) })}{' '}
      <a href={address} target="_blank" rel="noreferrer" className={`${table.link} ${styles.address}`}>
        {profile.address}
      </a>
    </p>
  );
}

/** Whether customers see the profile; publishing and withdrawing say first what they do. */
export function PublishCard({ profile: { value, tag } }: { profile: Tagged<BusinessProfileView> }) {
  const t = useText();
  const { locale } = useLocale();
  const [asking, setAsking] = useState(false);
  const change = useProfileChange(tag);
  const published = value.publishedAt !== null;
  const seen = published && value.suspension === null;
  const { act, effect } = published ? WITHDRAW : PUBLISH;
  const confirm = () => change.mutate({ published: !published }, { onSettled: () => setAsking(false) });
  const address = `/p/${value.slug}?lang=${locale}`;
  return (
    <section className={card.card}>
      <h2>{t(published ? 'businessProfile.published' : 'businessProfile.draft')}</h2>
      <State profile={value} address={address} />
      {change.failure !== null && <Failure>{change.failure}</Failure>}
      {asking && <p role="status">{t(effect)}</p>}
      <div className={styles.buttons}>
        {asking ? (
          <>
            <Button appearance="primary" disabledFocusable={change.isPending} onClick={confirm}>
              {t(act)}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('common.close')}</Button>
          </>
        ) : (
          <>
            <Button appearance={published ? 'secondary' : 'primary'} onClick={() => setAsking(true)}>
              {t(act)}
            </Button>
            {value.saved && (
              <Button as="a" href={address} target="_blank" rel="noreferrer" icon={<EyeRegular />}>
                {t(seen ? 'businessProfile.open' : 'businessProfile.preview')}
              </Button>
            )}
          </>
        )}
      </div>
      {!published && value.saved && <p className={styles.hint}>{t('businessProfile.unsaved')}</p>}
    </section>
  );
}
