import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { ArrowRepeatAllRegular } from '@fluentui/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Mail, MailContentView } from '../../../src/contract/mails.ts';
import { getJson, sendJson } from '../../api/client.ts';
import { problemStatus } from '../../api/problem-error.ts';
import { Failure } from '../../components/Failure.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import styles from './Outbox.module.css';

/** Plain text, in which addresses can be followed; nothing of a mail is ever run. */
function MailText({ text, locale }: { text: string; locale: string }) {
  const lines = text.split('\n').map((line, number) => ({ line, key: `${number} ${line}` }));
  return (
    <div className={styles.text} lang={locale}>
      {lines.map(({ line, key }) => (
        <div key={key} className={styles.line}>
          {/^https?:\/\/\S+$/.test(line) ? (
            <a href={line} className={table.link}>
              {line}
            </a>
          ) : (
            line
          )}
        </div>
      ))}
    </div>
  );
}

function Content({ mail }: { mail: Mail }) {
  const t = useText();
  const partner = usePartnerId();
  const query = useQuery({
    queryKey: ['partner', partner, 'mail', mail.mailId],
    retry: false,
    queryFn: ({ signal }) =>
      getJson<MailContentView>(`/partners/${partner}/mails/${mail.mailId}/content`, {}, signal),
  });
  const status = query.isError ? problemStatus(query.error) : null;
  if (status === 403 || status === 404) {
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{t(status === 403 ? 'outbox.notForYou' : 'outbox.notKept')}</MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <QueryView query={query} skeleton={<Bones count={4} height={24} />} part>
      {({ text, attachments }) => (
        <>
          <MailText text={text} locale={mail.locale} />
          {attachments.length > 0 && <p>{t('outbox.attachments', { names: attachments.join(', ') })}</p>}
        </>
      )}
    </QueryView>
  );
}

function SendAgain({ mail }: { mail: Mail }) {
  const t = useText();
  const partner = usePartnerId();
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: () => sendJson<Mail>('POST', `/partners/${partner}/mails/${mail.mailId}/send-again`),
    onSettled: () => client.invalidateQueries({ queryKey: ['partner', partner, 'mails'] }),
  });
  return (
    <>
      {again.isError && <Failure>{t('outbox.again.failed')}</Failure>}
      {again.isSuccess ? (
        <p role="status">{t('outbox.again.done')}</p>
      ) : (
        <div>
          <Button
            icon={<ArrowRepeatAllRegular />}
            disabledFocusable={again.isPending}
            onClick={() => again.mutate()}
          >
            {t('outbox.again')}
          </Button>
        </div>
      )}
    </>
  );
}

interface MailPanelProps {
  readonly mail: Mail | null;
  /** Mails are captured here, to be read. */
  readonly readable: boolean;
  readonly onClose: () => void;
}

export function MailPanel({ mail, readable, onClose }: MailPanelProps) {
  const t = useText();
  const dates = useDates();
  return (
    <SidePanel open={mail !== null} title={mail?.subject} onClose={onClose}>
      {mail !== null && (
        <div className={styles.panel}>
          <p>
            {t('outbox.to', { recipient: mail.recipient })}
            <br />
            {dates.instant(mail.createdAt)}
          </p>
          {mail.failure !== null && <Failure>{t('outbox.failure', { failure: mail.failure })}</Failure>}
          {mail.state === 'failed' && <SendAgain mail={mail} />}
          {readable && <Content mail={mail} />}
        </div>
      )}
    </SidePanel>
  );
}
