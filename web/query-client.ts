import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { rememberCsrfToken } from './api/client.ts';
import { problemStatus } from './api/problem-error.ts';
import { meQuery } from './api/queries.ts';

/** Pages that are read without a session: an answer 401 there is the page's own affair. */
const OPEN = ['/sign-in', '/signed-out', '/welcome'];

/**
 * Refusals (4xx) are not asked again; anything else is tried once more. When the session has ended the reader
 * signs in again and comes back to the same address.
 */
export function createQueryClient(onSessionEnded: (returnTo: string) => void): QueryClient {
  const watch = (error: unknown) => {
    if (problemStatus(error) !== 401) return;
    const { pathname, search, hash } = window.location;
    if (OPEN.some((open) => pathname.startsWith(open))) return;
    rememberCsrfToken(null);
    if (client.getQueryData(meQuery.queryKey) === undefined) return;
    client.clear();
    onSessionEnded(pathname + search + hash);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) => {
          const status = problemStatus(error);
          return failures < 1 && (status === null || status >= 500);
        },
      },
    },
  });
  return client;
}
