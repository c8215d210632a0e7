import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { User } from '../../../src/contract/users.ts';
import { sendJson, type Tagged } from '../../api/client.ts';
import { usePartnerId } from '../../components/session.tsx';

export interface PersonRequest {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  /** Below the address of the user. */
  readonly action?: string;
  readonly body?: unknown;
}

/** Does something to a person as he or she was last seen; afterwards every list of the company is read again. */
export function usePersonAction<Answer>(person: Tagged<User>, onDone: (answer: Answer) => void) {
  const partner = usePartnerId();
  const client = useQueryClient();
  const base = `/partners/${partner}/users/${encodeURIComponent(person.value.userId)}`;
  return useMutation({
    mutationFn: ({ method, action, body }: PersonRequest) =>
      sendJson<Answer>(method, action === undefined ? base : `${base}/${action}`, body, person.tag),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: ['partner', partner] }),
  });
}
