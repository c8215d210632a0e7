import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemCode } from '../../api/problem-error.ts';
import { securityQuery } from '../../api/queries.ts';
import { NotConfirmed, useFreshAct } from '../../components/fresh-sign-in/FreshSignIn.tsx';
import { useText } from '../../messages/use-text.ts';

export interface SecurityAct<Order> {
  readonly run: (order: Order) => void;
  readonly isPending: boolean;
  /** What went wrong, in words. */
  readonly failure: string | null;
  readonly reset: () => void;
  /** The question who is at the browser; to be put on the page. */
  readonly dialog: ReactNode;
}

/** A change of the account, which may first ask for a proof; the page is read anew after it. */
export function useSecurityAct<Order, Result>(
  act: (order: Order) => Promise<Result>,
  onDone: (result: Result) => void = () => {},
  textOf: (code: string | null, error: unknown) => string | null = () => null,
): SecurityAct<Order> {
  const t = useText();
  const client = useQueryClient();
  const fresh = useFreshAct();
  const mutation = useMutation({
    mutationFn: (order: Order) => fresh.run(() => act(order)),
    onSuccess: (result) => {
      void client.invalidateQueries({ queryKey: securityQuery.queryKey });
      onDone(result);
    },
  });
  const { error } = mutation;
  const code = problemCode(error);
  const known = code === 'last-way-in' ? t('security.lastWayIn') : textOf(code, error);
  const failure =
    error === null || error instanceof NotConfirmed
      ? null
      : (known ?? t('security.failed', { code: code ?? 'page-error' }));
  return {
    run: mutation.mutate,
    isPending: mutation.isPending,
    failure,
    reset: mutation.reset,
    dialog: fresh.dialog,
  };
}
