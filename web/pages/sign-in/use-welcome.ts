import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Me } from '../../../src/contract/session.ts';
import { rememberCsrfToken } from '../../api/client.ts';
import { meQuery } from '../../api/queries.ts';
import { useLocale } from '../../messages/locale.tsx';

/** Only addresses of this site: a link may not send somebody elsewhere after sign-in. */
export function safeReturn(address: string | undefined): string {
  if (address?.startsWith('/') !== true) return '/';
  return new URL(address, window.location.origin).origin === window.location.origin ? address : '/';
}

/** Keeps who has just signed in and goes to where he or she wanted to go. */
export function useWelcome(returnTo: string): (me: Me) => void {
  const client = useQueryClient();
  const router = useRouter();
  const { choose, locale } = useLocale();
  return useCallback(
    (me) => {
      rememberCsrfToken(me.csrfToken);
      client.clear();
      client.setQueryData(meQuery.queryKey, me);
      if (me.locale !== null && me.locale !== locale) choose(me.locale);
      void router.navigate({ href: returnTo, replace: true });
    },
    [client, router, choose, locale, returnTo],
  );
}
