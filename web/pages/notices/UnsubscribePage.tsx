import { Button } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Unsubscription } from '../../../src/contract/notices.ts';
import { getJson, sendJson } from '../../api/client.ts';
import { problemStatus } from '../../api/problem-error.ts';
import { ErrorView } from '../../components/ErrorView.tsx';
import { useNoticeKind } from '../../components/notices/notice-labels.ts';
import { useUrlState } from '../../components/url-state.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import styles from '../sign-in/Entrance.module.css';
import { Entrance } from '../sign-in/Entrance.tsx';

/** It was cut off on its way, or was not made here. */
function isNoLink(error: Error): boolean {
  const status = problemStatus(error);
  return status === 404 || status === 400;
}

function Kinds({ kinds }: Pick<Unsubscription, 'kinds'>) {
  const kindName = useNoticeKind();
  return (
    <ul>
      {kinds.map((kind) => (
        <li key={kind}>{kindName(kind)}</li>
      ))}
    </ul>
  );
}

/** Whoever has the mail may refuse further ones, without signing in. */
export function UnsubscribePage() {
  const t = useText();
  const [{ token = '' }] = useUrlState();
  const link = useQuery({
    queryKey: ['unsubscribe', token],
    retry: false,
    queryFn: () => getJson<Unsubscription>('/unsubscribe', { token }),
  });
  const stop = useMutation({
    mutationFn: () => sendJson<Unsubscription>('POST', `/unsubscribe?token=${encodeURIComponent(token)}`),
  });
  const state = stop.data ?? link.data;
  const error = stop.error ?? link.error;
  return (
    <Entrance title={t('unsubscribe.title')}>
      {link.isPending && <Bones count={3} height={40} />}
      {state !== undefined && (
        <div aria-live="polite">
          <p className={styles.text}>{t(state.refused ? 'unsubscribe.done' : 'unsubscribe.ask')}</p>
          <Kinds kinds={state.kinds} />
          {state.refused ? (
            <p className={styles.text}>{t('unsubscribe.still')}</p>
          ) : (
            <Button appearance="primary" disabled={stop.isPending} onClick={() => stop.mutate()}>
              {t('unsubscribe.act')}
            </Button>
          )}
        </div>
      )}
      {error !== null &&
        (isNoLink(error) ? (
          <p className={styles.text}>{t('unsubscribe.notValid')}</p>
        ) : (
          <ErrorView error={error} onRetry={() => (stop.isError ? stop.mutate() : void link.refetch())} />
        ))}
      <p className={styles.below}>
        <Link to={PATHS.noticeSettings} className={table.link}>
          {t('unsubscribe.settings')}
        </Link>
      </p>
    </Entrance>
  );
}
