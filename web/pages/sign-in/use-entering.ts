import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { Me } from '../../../src/contract/session.ts';
import { rememberCsrfToken } from '../../api/client.ts';
import { meQuery } from '../../api/queries.ts';
import { announceSession } from '../../components/session-signal.ts';

/** Only addresses of this site: a link may not send somebody elsewhere after sign-in. */
export function safeReturn(address: string | undefined): string {
  if (address?.startsWith('/') !== true || !URL.canParse(address, window.location.origin)) return '/';
  return new URL(address, window.location.origin).origin === window.location.origin ? address : '/';
}

/** Keeps the answer of a sign-in, whoever was there before, and goes where the reader wanted to go. */
export function useEntering(returnTo: string): (me: Me) => void {
  const client = useQueryClient();
  const router = useRouter();
  return (me) => {
    rememberCsrfToken(me.csrfToken);
    announceSession();
    client.clear();
    client.setQueryData(meQuery.queryKey, me);
    void router.navigate({ href: returnTo, replace: true });
  };
}
