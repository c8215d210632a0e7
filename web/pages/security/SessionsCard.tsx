import { Badge, Button } from '@fluentui/react-components';
import type { Security } from '../../../src/contract/sign-in.ts';
import { sendJson } from '../../api/client.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { browserName } from './browser-name.ts';
import styles from './Security.module.css';
import { SecurityCard } from './SecurityCard.tsx';
import { useSecurityAct } from './use-security-act.ts';

type Session = Security['sessions'][number];

const METHODS: Readonly<Record<Session['method'], MessageId>> = {
  password: 'security.method.password',
  'password-and-code': 'security.method.password-and-code',
  passkey: 'security.method.passkey',
  'work-account': 'security.method.work-account',
  link: 'security.method.link',
};

/** Where the account is open; what is not recognised can be ended. */
export function SessionsCard({ sessions }: { sessions: Security['sessions'] }) {
  const t = useText();
  const dates = useDates();
  const end = useSecurityAct((id: string) => sendJson('DELETE', `/me/sessions/${id}`));
  const endOthers = useSecurityAct(() => sendJson('POST', '/me/sessions/end-others'));
  const inOrder = [...sessions].sort((a, b) => Number(b.current) - Number(a.current));
  return (
    <SecurityCard title={t('security.sessions')} acts={[end, endOthers]}>
      <ul className={styles.list}>
        {inOrder.map((session) => {
          const browser = browserName(session.userAgent) ?? t('security.sessions.unknownBrowser');
          return (
            <li key={session.sessionId} className={styles.row}>
              <span className={styles.stackTight}>
                <span>
                  <strong>{browser}</strong> ({t(METHODS[session.method])}){' '}
                  {session.current && (
                    <Badge appearance="tint" color="informative">
                      {t('security.sessions.current')}
                    </Badge>
                  )}
                </span>
                <span className={styles.quiet}>
                  {t('security.sessions.text', {
                    since: dates.instant(session.createdAt),
                    last: dates.instant(session.lastSeenAt),
                    address: session.address ?? t('security.sessions.unknownAddress'),
                  })}
                </span>
              </span>
              {!session.current && (
                <Button
                  aria-label={`${t('security.sessions.end')} ${browser}, ${dates.instant(session.createdAt)}`}
                  disabledFocusable={end.isPending}
                  onClick={() => end.run(session.sessionId)}
                >
                  {t('security.sessions.end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && (
        <div className={styles.buttons}>
          <Button disabledFocusable={endOthers.isPending} onClick={() => endOthers.run(undefined)}>
            {t('security.sessions.endOthers')}
          </Button>
        </div>
      )}
    </SecurityCard>
  );
}
