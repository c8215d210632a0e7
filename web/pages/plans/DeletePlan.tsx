import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { sendJson } from '../../api/client.ts';
import { planPath } from '../../api/plans.ts';
import { problemCode } from '../../api/problem-error.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { Failure } from '../../components/Failure.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';

/** Forgets a plan that is not carried out. */
export function DeletePlan({ planId }: { planId: string }) {
  const t = useText();
  const partner = usePartnerId();
  const { can } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => sendJson('DELETE', planPath(partner, planId)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['partner', partner, 'plans'] });
      await navigate({ to: PATHS.plans });
    },
  });
  if (!can('make-plans')) return null;
  return (
    <div className="no-print">
      <AskFirst
        label={t('plans.delete')}
        effect={t('plans.delete.effect')}
        disabled={remove.isPending}
        onAct={() => remove.mutate()}
      />
      {remove.isError && (
        <Failure>{t('plans.delete.failed', { code: problemCode(remove.error) ?? 'page-error' })}</Failure>
      )}
    </div>
  );
}
