import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarLinkState, MadeCalendarLink } from '../../../src/contract/calendar.ts';
import { calendarLinkQuery } from '../../api/calendar.ts';
import { sendJson } from '../../api/client.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { Failure } from '../../components/Failure.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import styles from './Calendar.module.css';

/** The address, which is shown here and nowhere again. */
function MadeLink({ address }: { address: string }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(address).then(() => setCopied(true));
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{t('calendarLink.once')}</MessageBarBody>
      </MessageBar>
      <code className={styles.address}>{address}</code>
      <Button icon={<CopyRegular />} onClick={copy}>
        <span role="status">{t(copied ? 'calendarLink.copied' : 'calendarLink.copy')}</span>
      </Button>
    </>
  );
}

function LinkActs({ createdAt }: CalendarLinkState) {
  const t = useText();
  const dates = useDates();
  const client = useQueryClient();
  const [made, setMade] = useState<MadeCalendarLink | null>(null);
  const act = useMutation({
    mutationFn: (method: 'POST' | 'DELETE') =>
      sendJson<MadeCalendarLink | undefined>(method, '/me/calendar-link'),
    onSuccess: (answer) => setMade(answer ?? null),
    // Also what was refused may mean that the link has ended elsewhere.
    onSettled: () => client.invalidateQueries({ queryKey: calendarLinkQuery.queryKey }),
  });
  const none = createdAt === null;
  return (
    <>
      <p>{none ? t('calendarLink.none') : t('calendarLink.since', { at: dates.instant(createdAt) })}</p>
      {act.isError && <Failure>{t('calendarLink.failed')}</Failure>}
      {made !== null && made.createdAt === createdAt && <MadeLink address={made.address} />}
      <div className={styles.buttons}>
        <AskFirst
          label={t(none ? 'calendarLink.make' : 'calendarLink.makeNext')}
          effect={none ? null : t('calendarLink.makeNext.effect')}
          disabled={act.isPending}
          onAct={() => act.mutate('POST')}
        />
        {!none && (
          <AskFirst
            label={t('calendarLink.end')}
            effect={t('calendarLink.end.effect')}
            disabled={act.isPending}
            onAct={() => act.mutate('DELETE')}
          />
        )}
      </div>
    </>
  );
}

/** The secret link of the reader: made, shown once, replaced, ended. */
export function CalendarLinkCard() {
  const t = useText();
  const query = useQuery(calendarLinkQuery);
  return (
    <section className={`${card.card} ${styles.link} no-print`}>
      <h2>{t('calendarLink.title')}</h2>
      <p>{t('calendarLink.lead')}</p>
      <QueryView query={query} skeleton={<Bones count={1} height={32} />} part>
        {(link) => <LinkActs {...link} />}
      </QueryView>
    </section>
  );
}
