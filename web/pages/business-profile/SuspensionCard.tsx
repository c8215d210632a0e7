import { Button, Textarea } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { BusinessProfileView } from '../../../src/contract/business-profile.ts';
import { businessProfileQuery } from '../../api/business-profile.ts';
import { sendJson } from '../../api/client.ts';
import { Failure } from '../../components/Failure.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useLocale } from '../../messages/locale.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import styles from './BusinessProfile.module.css';

function State({ profile: { suspension, publishedAt, saved } }: { profile: BusinessProfileView }) {
  const t = useText();
  const dates = useDates();
  if (suspension !== null) {
    return (
      <>
        <h2>{t('businessProfile.suspended')}</h2>
        <p>{t('businessProfile.suspended.since', { day: dates.day(suspension.at) })}</p>
        <blockquote className={styles.reason}>{suspension.reason}</blockquote>
      </>
    );
  }
  if (publishedAt !== null) return <h2>{t('businessProfile.published')}</h2>;
  return (
    <>
      <h2>{t('businessProfile.draft')}</h2>
      {!saved && <p>{t('businessProfile.suspend.nothing')}</p>}
    </>
  );
}

/** For the operator of the programme: whether the profile of a company may be seen, and why not. */
export function SuspensionCard({ profile }: { profile: BusinessProfileView }) {
  const t = useText();
  const { locale } = useLocale();
  const partner = usePartnerId();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [sent, setSent] = useState(false);
  const path = `/partners/${partner}/business-profile/suspension`;
  const change = useMutation({
    mutationFn: (why: string | null) =>
      why === null
        ? sendJson<BusinessProfileView>('DELETE', path)
        : sendJson<BusinessProfileView>('POST', path, { reason: why }),
    onSuccess: async () => {
      setReason('');
      setSent(false);
      await client.invalidateQueries({ queryKey: businessProfileQuery(partner).queryKey });
    },
  });
  const typed = reason.trim();
  const suspend = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (typed !== '') change.mutate(typed);
  };
  return (
    <section className={card.card}>
      <State profile={profile} />
      {change.isError && <Failure>{t('businessProfile.suspend.failed')}</Failure>}
      {profile.saved && (
        <a href={`/p/${profile.slug}?lang=${locale}`} target="_blank" rel="noreferrer" className={table.link}>
          {t('businessProfile.suspend.look')}
        </a>
      )}
      {profile.suspension !== null ? (
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            disabledFocusable={change.isPending}
            onClick={() => change.mutate(null)}
          >
            {t('businessProfile.release')}
          </Button>
        </div>
      ) : (
        profile.saved && (
          <form className={styles.column} onSubmit={suspend} noValidate>
            <p>{t('businessProfile.suspend.effect')}</p>
            <NeededField
              label={t('businessProfile.suspend.reason')}
              hint={t('businessProfile.suspend.hint')}
              value={reason}
              sent={sent}
            >
              <Textarea
                value={reason}
                maxLength={1_000}
                rows={4}
                resize="vertical"
                onChange={(_, data) => setReason(data.value)}
              />
            </NeededField>
            <div className={styles.buttons}>
              <Button type="submit" disabledFocusable={change.isPending}>
                {t('businessProfile.suspend')}
              </Button>
            </div>
          </form>
        )
      )}
    </section>
  );
}
