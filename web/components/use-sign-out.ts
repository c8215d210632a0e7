import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { rememberCsrfToken, sendJson } from '../api/client.ts';
import { problemStatus } from '../api/problem-error.ts';
import { PATHS } from '../paths.ts';
import { announceSession } from './session-signal.ts';

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      await sendJson('POST', '/sign-out');
    } catch (error) {
      // A session that is already over is signed out; any other failure leaves the reader where he or she is.
      if (problemStatus(error) !== 401) throw error;
    }
    rememberCsrfToken(null);
    announceSession();
    await navigate({
      to: PATHS.signedOut,
      search: { asOf: undefined, knownAt: undefined, partner: undefined },
    });
    client.clear();
  };
}
