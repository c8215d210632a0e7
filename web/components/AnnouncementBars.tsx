import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { shownAnnouncementsQuery } from '../api/announcements.ts';
import { useLocalText } from '../messages/use-text.ts';
import { usePartnerId } from './session.tsx';

/** What the network tells the company of the page, for as long as it is to be told. */
export function AnnouncementBars() {
  const local = useLocalText();
  // The page stands without it, whatever becomes of the question.
  const { data } = useQuery(shownAnnouncementsQuery(usePartnerId()));
  return data?.value.map(({ announcementId, kind, text }) => (
    <MessageBar
      key={announcementId}
      intent={kind === 'warning' ? 'warning' : 'info'}
      layout="multiline"
      className="no-print"
    >
      <MessageBarBody>{local(text)}</MessageBarBody>
    </MessageBar>
  ));
}
