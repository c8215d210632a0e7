import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PlanView } from '../../../src/contract/plans.ts';
import { sendJson } from '../../api/client.ts';
import { planPath } from '../../api/plans.ts';
import { problemCode } from '../../api/problem-error.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { Failure } from '../../components/Failure.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';

/** Gives a plan up: what is open is no longer expected, what is done stays. */
export function EndAdoption({ plan }: { plan: PlanView }) {
  const t = useText();
  const partner = usePartnerId();
  const { can } = useSession();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => sendJson<PlanView>('POST', `${planPath(partner, plan.planId)}/drop`),
    onSettled: () => client.invalidateQueries({ queryKey: ['partner', partner] }),
  });
  if (!can('make-plans')) return null;
  const open = (plan.adoption?.counts.open ?? 0) + (plan.adoption?.counts.late ?? 0);
  return (
    <div className="no-print">
      <AskFirst
        label={t('plans.end')}
        effect={t('plans.end.effect', { count: open })}
        disabled={end.isPending}
        onAct={() => end.mutate()}
      />
      {end.isError && (
        <Failure>{t('plans.end.failed', { code: problemCode(end.error) ?? 'page-error' })}</Failure>
      )}
    </div>
  );
}
