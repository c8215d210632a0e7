import { Badge } from '@fluentui/react-components';
import { MegaphoneRegular } from '@fluentui/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnnouncementView } from '../../../src/contract/announcements.ts';
import { ANNOUNCEMENTS, announcementsQuery } from '../../api/announcements.ts';
import { sendJson } from '../../api/client.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Failure } from '../../components/Failure.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useSession } from '../../components/session.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import styles from './Announcements.module.css';
import { NewAnnouncement } from './NewAnnouncement.tsx';

const STATES: Readonly<Record<AnnouncementView['state'], MessageId>> = {
  planned: 'announcements.state.planned',
  shown: 'announcements.state.shown',
  over: 'announcements.state.over',
};

function Item({ announcement }: { announcement: AnnouncementView }) {
  const t = useText();
  const dates = useDates();
  const client = useQueryClient();
  const { can } = useSession();
  const { announcementId, kind, text, partners, from, until, state } = announcement;
  const end = useMutation({
    mutationFn: () => sendJson<void>('POST', `/announcements/${announcementId}/end`),
    onSettled: () => client.invalidateQueries({ queryKey: ANNOUNCEMENTS }),
  });
  const audience =
    partners === null
      ? t('announcements.audience.all')
      : `${t('announcements.audience.count', { count: partners.length })} (${partners.join(', ')})`;
  return (
    <li className={card.card}>
      <div className={styles.head}>
        <Badge appearance="tint" color={state === 'shown' ? 'success' : 'informative'} size="large">
          {t(STATES[state])}
        </Badge>
        <span>{t(kind === 'warning' ? 'announcements.kind.warning' : 'announcements.kind.information')}</span>
        <span className={styles.quiet}>
          {dates.instant(from)} – {dates.instant(until)} · {audience}
        </span>
      </div>
      <p lang="fr" className={styles.words}>
        {text.fr}
      </p>
      <p lang="en" className={styles.words}>
        {text.en}
      </p>
      {end.isError && <Failure>{t('announcements.failed')}</Failure>}
      {state !== 'over' && can('run-network') && (
        <div>
          <AskFirst
            label={t('announcements.end')}
            about={text.en}
            effect={t('announcements.end.effect')}
            disabled={end.isPending}
            onAct={() => end.mutate()}
          />
        </div>
      )}
    </li>
  );
}

/** What the network tells its companies: planned, shown and over. */
export function AnnouncementsPage() {
  const t = useText();
  const { can } = useSession();
  const query = useQuery(announcementsQuery);
  return (
    <PageFrame
      page="announcements"
      title={t('announcements.title')}
      lead={t('announcements.lead')}
      actions={can('run-network') && <NewAnnouncement />}
    >
      <QueryView query={query} skeleton={<Bones count={3} height={96} />}>
        {({ value }) =>
          value.length === 0 ? (
            <EmptyState icon={<MegaphoneRegular />} title={t('announcements.none')}>
              <p>{t('announcements.none.text')}</p>
            </EmptyState>
          ) : (
            <ul className={styles.list}>
              {value.map((announcement) => (
                <Item key={announcement.announcementId} announcement={announcement} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </PageFrame>
  );
}
