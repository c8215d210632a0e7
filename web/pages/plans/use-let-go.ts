import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { RunState } from '../../../src/contract/plans.ts';
import { sendJson } from '../../api/client.ts';
import { isUnderWay } from '../../api/plans.ts';

interface Work<Begun extends { readonly state: RunState }> {
  /** Where the answer stands that the work has begun; null: nothing was asked. */
  readonly begun: QueryKey | null;
  readonly idOf: (begun: Begun) => string;
  /** Where it stands how far the work is. */
  readonly followed: (id: string) => QueryKey;
  /** Of the work itself. */
  readonly path: (id: string) => string;
}

/** Ends work that nobody waits for any more, so that the next question need not wait for it. */
export function useLetGo<Begun extends { readonly state: RunState }>(work: Work<Begun>): void {
  const client = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says by its content which work is meant.
  useEffect(() => {
    const { begun, idOf, followed, path } = work;
    if (begun === null) return;
    return () => {
      const first = client.getQueryData<Begun>(begun);
      if (first === undefined) return;
      const id = idOf(first);
      const latest = client.getQueryData<Begun>(followed(id)) ?? first;
      if (!isUnderWay(latest.state)) return;
      // Whoever asks the same again is to have an answer, and not work that was ended.
      client.removeQueries({ queryKey: begun, exact: true });
      void sendJson('POST', `${path(id)}/cancel`).catch(() => undefined);
    };
  }, [JSON.stringify(work.begun)]);
}
