import { Button, Field, Textarea } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { ReferralDetail } from '../../../src/contract/referrals.ts';
import { referralQuery } from '../../api/business-profile.ts';
import { sendJson } from '../../api/client.ts';
import { Failure } from '../../components/Failure.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { usePartnerId } from '../../components/session.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { EraseReferral } from './EraseReferral.tsx';
import styles from './Referrals.module.css';
import { STATE_ACTIONS, STATE_LABELS } from './referral-words.ts';

const SUSPICIONS: Readonly<Record<string, MessageId>> = {
  'hidden-field-filled': 'referrals.suspicion.hidden-field-filled',
  'too-quick': 'referrals.suspicion.too-quick',
  'many-links': 'referrals.suspicion.many-links',
  repeated: 'referrals.suspicion.repeated',
};

function Contact({ referral }: { referral: ReferralDetail }) {
  const t = useText();
  const local = useLocalText();
  const { locale } = useIntl();
  const { senderName, senderCompany, senderEmail, senderPhone, competency } = referral;
  const facts: readonly (readonly [MessageId, React.ReactNode])[] = [
    ['referrals.name', senderName],
    ['referrals.company', senderCompany],
    [
      'referrals.email',
      senderEmail && (
        <a href={`mailto:${senderEmail}`} className={table.link}>
          {senderEmail}
        </a>
      ),
    ],
    ['referrals.phone', senderPhone],
    ['referrals.about', competency && local(competency.name)],
    ['referrals.language', new Intl.DisplayNames(locale, { type: 'language' }).of(referral.locale)],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function History({ referral }: { referral: ReferralDetail }) {
  const t = useText();
  const dates = useDates();
  const events = referral.events.map((event, index) => ({ ...event, key: `${event.at} ${index}` }));
  return (
    <ul className={styles.history}>
      <li>
        {t('referrals.received')}
        <small>{dates.instant(referral.receivedAt)}</small>
      </li>
      {events.map(({ key, at, by, state, note }) => (
        <li key={key}>
          {state === null
            ? t('referrals.noted', { by: by ?? t('referrals.somebody') })
            : t('referrals.became', {
                by: by ?? t('referrals.somebody'),
                state: t(STATE_LABELS[state]),
              })}
          {note !== null && <span className={styles.note}>{note}</span>}
          <small>{dates.instant(at)}</small>
        </li>
      ))}
    </ul>
  );
}

function Acts({ referral }: { referral: ReferralDetail }) {
  const t = useText();
  const partner = usePartnerId();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const path = `/partners/${partner}/referrals/${referral.referralId}`;
  const act = useMutation({
    mutationFn: (change: { state: string } | { note: string }) =>
      'note' in change
        ? sendJson<ReferralDetail>('POST', `${path}/notes`, change)
        : sendJson<ReferralDetail>('PATCH', path, change),
    onSuccess: async (changed, change) => {
      if ('note' in change) setNote('');
      client.setQueryData(referralQuery(partner, referral.referralId).queryKey, changed);
      await client.invalidateQueries({ queryKey: ['partner', partner, 'referrals'] });
    },
  });
  return (
    <>
      {act.isError && <Failure>{t('referrals.failed')}</Failure>}
      <div className={styles.buttons}>
        {referral.nextStates.map((state) => (
          <Button key={state} disabledFocusable={act.isPending} onClick={() => act.mutate({ state })}>
            {t(STATE_ACTIONS[state])}
          </Button>
        ))}
      </div>
      <Field label={t('referrals.note')}>
        <Textarea
          value={note}
          maxLength={4_000}
          resize="vertical"
          onChange={(_, data) => setNote(data.value)}
        />
      </Field>
      <div>
        <Button
          disabledFocusable={note.trim() === '' || act.isPending}
          onClick={() => act.mutate({ note: note.trim() })}
        >
          {t('referrals.note.save')}
        </Button>
      </div>
    </>
  );
}

function Detail({ referral }: { referral: ReferralDetail }) {
  const t = useText();
  const dates = useDates();
  const { erased, erasedOn, suspicion, message, locale } = referral;
  const reason = SUSPICIONS[suspicion ?? ''];
  return (
    <div className={styles.panel}>
      <p className={styles.new}>{t(STATE_LABELS[referral.state])}</p>
      {reason !== undefined && <p>{t(reason)}</p>}
      {erased ? (
        <p>{t('referrals.erased', { day: dates.day(erasedOn) })}</p>
      ) : (
        <>
          <h3>{t('referrals.contact')}</h3>
          <Contact referral={referral} />
          <h3>{t('referrals.message')}</h3>
          <p className={styles.message} lang={locale}>
            {message}
          </p>
          <Acts referral={referral} />
        </>
      )}
      <h3>{t('referrals.history')}</h3>
      <History referral={referral} />
      {!erased && (
        <>
          <p className={styles.hint}>{t('referrals.kept', { day: dates.day(erasedOn) })}</p>
          <EraseReferral referralId={referral.referralId} />
        </>
      )}
    </div>
  );
}

/** One enquiry: who wrote what, what was done about it, and what can be done. */
export function ReferralPanel({ referralId, onClose }: { referralId: string | null; onClose: () => void }) {
  const t = useText();
  const partner = usePartnerId();
  const query = useQuery({ ...referralQuery(partner, referralId ?? ''), enabled: referralId !== null });
  const title = query.data?.senderCompany ?? query.data?.senderName ?? t('referrals.title');
  return (
    <SidePanel open={referralId !== null} title={title} onClose={onClose}>
      {referralId !== null && (
        <QueryView query={query} skeleton={<Bones count={5} height={28} />}>
          {(referral) => <Detail key={referral.referralId} referral={referral} />}
        </QueryView>
      )}
    </SidePanel>
  );
}
