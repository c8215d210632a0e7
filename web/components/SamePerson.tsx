import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import type { Me } from '../../src/contract/session.ts';
import { getJson, rememberCsrfToken } from '../api/client.ts';
import { meQuery } from '../api/queries.ts';
import { useText } from '../messages/use-text.ts';
import { Entrance } from '../pages/sign-in/Entrance.tsx';
import { PATHS } from '../paths.ts';
import { useSession } from './session.tsx';
import { useSessionSignal } from './session-signal.ts';

const nameOf = (me: Me) => `${me.firstName} ${me.lastName}`;

/**
 * The session belongs to the browser, not to the tab. When somebody else signs in in another tab, what this one
 * shows and would write are two people's: it stops, and says whose session it is now.
 */
export function SamePerson({ children }: { children: ReactNode }) {
  const t = useText();
  const client = useQueryClient();
  const { me } = useSession();
  const [other, setOther] = useState<Me | null>(null);
  const check = useCallback(async () => {
    const now = await client
      .fetchQuery({
        queryKey: ['me', 'now'],
        staleTime: 0,
        queryFn: ({ signal }) => getJson<Me>('/me', {}, signal),
      })
      // Nobody is signed in any more, or no answer came: told as after any other question.
      .catch(() => null);
    if (now === null) return;
    if (now.userId !== me.userId) {
      setOther(now);
      return;
    }
    setOther(null);
    rememberCsrfToken(now.csrfToken);
    client.setQueryData(meQuery.queryKey, now);
  }, [client, me.userId]);
  useSessionSignal(check);
  if (other === null) return children;
  return (
    <Entrance title={t('otherPerson.title')}>
      <p role="alert">{t('otherPerson.text', { name: nameOf(other), before: nameOf(me) })}</p>
      <Button appearance="primary" size="large" onClick={() => window.location.assign(PATHS.overview)}>
        {t('otherPerson.goOn', { name: nameOf(other) })}
      </Button>
    </Entrance>
  );
}
