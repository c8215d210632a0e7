import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemCode, problemStatus } from '../../api/problem-error.ts';
import { identityProvidersQuery } from '../../api/queries.ts';
import { NotConfirmed, useFreshAct } from '../../components/fresh-sign-in/FreshSignIn.tsx';
import { usePartnerId } from '../../components/session.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';

const TEXTS: Readonly<Record<string, MessageId>> = {
  'issuer-not-allowed': 'idp.issuer.notAllowed',
  'directory-needed': 'idp.directory.needed',
  'directory-taken': 'idp.directory.taken',
  'role-needed': 'idp.problem.role',
};

export interface ProviderAct<Order> {
  readonly run: (order: Order) => void;
  readonly isPending: boolean;
  /** What went wrong, in words. */
  readonly failure: string | null;
  /** The question who is at the browser; to be put on the page. */
  readonly dialog: ReactNode;
}

/** A change of where the people of the company sign in, which may first ask for a proof. */
export function useProviderAct<Order, Result>(
  act: (order: Order) => Promise<Result>,
  onDone: (result: Result) => void,
): ProviderAct<Order> {
  const t = useText();
  const client = useQueryClient();
  const partner = usePartnerId();
  const fresh = useFreshAct();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (order: Order) => fresh.run(() => act(order)),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: identityProvidersQuery(partner).queryKey }),
  });
  const code = problemCode(error) ?? 'page-error';
  const known = problemStatus(error) === 404 ? 'idp.problem.gone' : TEXTS[code];
  const words = known === undefined ? t('idp.problem.other', { code }) : t(known);
  const failure = error === null || error instanceof NotConfirmed ? null : words;
  return { run: mutate, isPending, failure, dialog: fresh.dialog };
}
