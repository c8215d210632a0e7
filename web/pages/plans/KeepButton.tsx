import { SaveRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { PlanView } from '../../../src/contract/plans.ts';
import { sendJson } from '../../api/client.ts';
import { plansPath } from '../../api/plans.ts';
import { problemCode } from '../../api/problem-error.ts';
import { ExplainedButton } from '../../components/ExplainedButton.tsx';
import { Failure } from '../../components/Failure.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useRoleReason } from '../../components/use-role-reason.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';

/** Puts the plan into the list of plans, with its files and an address of its own. */
export function KeepButton({ plan }: { plan: PlanView }) {
  const t = useText();
  const partner = usePartnerId();
  const client = useQueryClient();
  const navigate = useNavigate();
  const reason = useRoleReason('make-plans');
  const keep = useMutation({
    mutationFn: () => sendJson<PlanView>('POST', plansPath(partner), { question: plan.question, keep: true }),
    onSuccess: async (kept) => {
      await client.invalidateQueries({ queryKey: ['partner', partner, 'plans'] });
      await navigate({ to: PATHS.plan, params: { planId: kept.planId } });
    },
  });
  return (
    <>
      <ExplainedButton
        icon={<SaveRegular />}
        reason={reason ?? (keep.isPending ? t('plans.keeping') : null)}
        onClick={() => keep.mutate()}
      >
        {t('plans.keep')}
      </ExplainedButton>
      {keep.isError && (
        <Failure>{t('plans.keep.failed', { code: problemCode(keep.error) ?? 'page-error' })}</Failure>
      )}
    </>
  );
}
