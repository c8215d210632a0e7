import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Me } from '../../../src/contract/session.ts';
import type { SetUpRequest, SetUpResponse } from '../../../src/contract/set-up.ts';
import { rememberCsrfToken, sendJson } from '../../api/client.ts';
import { meQuery } from '../../api/queries.ts';
import { announceSession } from '../../components/session-signal.ts';

/** Sets the installation up and signs its operator in. */
export function useSetUp(onDone: (made: SetUpResponse) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (request: SetUpRequest) => {
      const made = await sendJson<SetUpResponse>('POST', '/set-up', request);
      const { email, password } = request.operator;
      // What was made stays, whether or not the session begins now: the operator can sign in later.
      const me = await sendJson<Me>('POST', '/sign-in', { email, password }).catch(() => null);
      return { made, me };
    },
    onSuccess: ({ made, me }) => {
      client.clear();
      if (me !== null) {
        rememberCsrfToken(me.csrfToken);
        announceSession();
        client.setQueryData(meQuery.queryKey, me);
      }
      onDone(made);
    },
  });
}
