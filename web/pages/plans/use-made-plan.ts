import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MakePlanRequest, PlanView } from '../../../src/contract/plans.ts';
import { sendJson } from '../../api/client.ts';
import { isUnderWay, madePlanQuery, planPath, planQuery } from '../../api/plans.ts';
import { usePartnerId } from '../../components/session.tsx';
import { useSettled } from '../../components/use-settled.ts';
import { useLetGo } from './use-let-go.ts';

export interface MadePlan {
  /** The last one that was answered: of the question before while the next one is under way. */
  readonly plan: PlanView | undefined;
  /** It answers an older question than the one that is asked. */
  readonly older: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  /** Ends the work; what was found by then is told. */
  readonly stop: () => void;
}

/** The plan for a question, asked anew whenever the question changes; `null` asks nothing. */
export function useMadePlan(request: MakePlanRequest | null): MadePlan {
  const partner = usePartnerId();
  const client = useQueryClient();
  const settled = useSettled(request);
  const made = useQuery({
    ...madePlanQuery(partner, settled ?? { question: { targets: [], by: '' } }),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
  });
  useLetGo<PlanView>({
    begun: settled === null ? null : madePlanQuery(partner, settled).queryKey,
    idOf: ({ planId: id }) => id,
    followed: (id) => planQuery(partner, id).queryKey,
    path: (id) => planPath(partner, id),
  });
  const planId = made.data?.planId;
  const followed = useQuery({
    ...planQuery(partner, planId ?? ''),
    enabled: planId !== undefined && isUnderWay(made.data?.state),
  });
  const plan = followed.data?.planId === planId ? (followed.data ?? made.data) : made.data;
  const stop = useMutation({
    mutationFn: () => sendJson<PlanView>('POST', `${planPath(partner, planId ?? '')}/cancel`),
    onSuccess: (stopped) => client.setQueryData(planQuery(partner, stopped.planId).queryKey, stopped),
  });
  return {
    plan: settled === null ? undefined : plan,
    older: made.isPlaceholderData || JSON.stringify(settled) !== JSON.stringify(request),
    error: made.error ?? followed.error,
    retry: () => void made.refetch(),
    stop: () => stop.mutate(),
  };
}
