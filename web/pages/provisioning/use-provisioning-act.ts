import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemCode } from '../../api/problem-error.ts';
import { provisioningQuery } from '../../api/queries.ts';
import { NotConfirmed, useFreshAct } from '../../components/fresh-sign-in/FreshSignIn.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';

export interface ProvisioningAct<Order> {
  readonly run: (order: Order) => void;
  readonly isPending: boolean;
  /** What went wrong, in words. */
  readonly failure: string | null;
  /** The question who is at the browser; to be put on the page. */
  readonly dialog: ReactNode;
}

/** A change of what the directory may do, which may first ask for a proof; the page is read anew after it. */
export function useProvisioningAct<Order, Result>(
  act: (order: Order) => Promise<Result>,
  onDone: (result: Result) => void = () => {},
): ProvisioningAct<Order> {
  const t = useText();
  const client = useQueryClient();
  const partner = usePartnerId();
  const fresh = useFreshAct();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (order: Order) => fresh.run(() => act(order)),
    onSuccess: async (result) => {
      onDone(result);
      await client.invalidateQueries({ queryKey: provisioningQuery(partner).queryKey });
    },
  });
  const code = problemCode(error);
  const words = code === 'last-admin' ? t('provisioning.lastAdmin') : t('provisioning.failed');
  const failure = error === null || error instanceof NotConfirmed ? null : words;
  return { run: mutate, isPending, failure, dialog: fresh.dialog };
}
