import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { ArrowClockwiseRegular, EditRegular } from '@fluentui/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { PlanView } from '../../../src/contract/plans.ts';
import { sendJson } from '../../api/client.ts';
import { isUnderWay, planPath, planQuery } from '../../api/plans.ts';
import { problemCode, problemStatus } from '../../api/problem-error.ts';
import { ExplainedButton } from '../../components/ExplainedButton.tsx';
import { Failure } from '../../components/Failure.tsx';
import { NotFoundPage } from '../../components/NotFoundPage.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useRoleReason } from '../../components/use-role-reason.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { AdoptButton } from './AdoptButton.tsx';
import { Adoption } from './Adoption.tsx';
import { DeletePlan } from './DeletePlan.tsx';
import styles from './Plan.module.css';
import { PlanAnswer } from './PlanAnswer.tsx';
import { PlanFiles } from './PlanFiles.tsx';
import { PlanProgress } from './PlanProgress.tsx';
import { printDraft } from './plan-draft.ts';
import { draftOf } from './plan-question.ts';
import { RunFailure } from './RunFailure.tsx';
import { usePlanTitle } from './use-plan-title.ts';

/** The same question, asked of the facts of today. */
function Rerun({ plan }: { plan: PlanView }) {
  const t = useText();
  const partner = usePartnerId();
  const client = useQueryClient();
  const navigate = useNavigate();
  const reason = useRoleReason('make-plans');
  const rerun = useMutation({
    mutationFn: () => sendJson<PlanView>('POST', `${planPath(partner, plan.planId)}/rerun`, {}),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ['partner', partner, 'plans'] });
      await navigate({ to: PATHS.plan, params: { planId: made.planId } });
    },
  });
  return (
    <>
      <ExplainedButton
        icon={<ArrowClockwiseRegular />}
        reason={reason ?? (rerun.isPending ? t('plans.keeping') : null)}
        onClick={() => rerun.mutate()}
      >
        {t('plans.rerun')}
      </ExplainedButton>
      {rerun.isError && (
        <Failure>{t('plans.keep.failed', { code: problemCode(rerun.error) ?? 'page-error' })}</Failure>
      )}
    </>
  );
}

function Actions({ plan }: { plan: PlanView }) {
  const t = useText();
  const navigate = useNavigate();
  const found = plan.result?.reason === null;
  const draft = draftOf(plan.question);
  return (
    <>
      {plan.result !== null && <PlanFiles planId={plan.planId} />}
      {plan.adoption === null && (
        <ExplainedButton
          icon={<EditRegular />}
          reason={null}
          onClick={() =>
            void navigate({
              to: PATHS.planner,
              search: { ...printDraft(draft), programme: plan.programme.id },
            })
          }
        >
          {t('plans.change')}
        </ExplainedButton>
      )}
      {!isUnderWay(plan.state) && <Rerun plan={plan} />}
      {found && plan.adoption === null && <AdoptButton plan={plan} />}
    </>
  );
}

function Content({ plan, onStop }: { plan: PlanView; onStop: () => void }) {
  const t = useText();
  const dates = useDates();
  const [{ adopted }] = useUrlState();
  return (
    <div className={styles.layout}>
      {adopted !== undefined && plan.adoption !== null && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{t('plans.adopted', { count: plan.adoption.counts.total })}</MessageBarBody>
        </MessageBar>
      )}
      {plan.outdated && plan.adoption === null && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t('plans.outdated')}</MessageBarBody>
        </MessageBar>
      )}
      {isUnderWay(plan.state) && (
        <PlanProgress progress={plan.progress} currency={plan.currency} onStop={onStop} />
      )}
      <RunFailure failure={plan.failure} />
      {plan.adoption !== null && <Adoption plan={plan} adoption={plan.adoption} />}
      {plan.result !== null && plan.adoption === null && (
        <PlanAnswer plan={plan} result={plan.result} changing={null} />
      )}
      {plan.result !== null && plan.adoption !== null && (
        <details className={styles.folded}>
          <summary>{t('plans.asAdopted')}</summary>
          <div className={styles.layout}>
            <PlanAnswer plan={plan} result={plan.result} changing={null} />
          </div>
        </details>
      )}
      <p className={styles.quiet}>
        {t('plans.madeOf', {
          day: dates.day(plan.asOf.validAt),
          version: plan.catalogueVersion,
          at: dates.instant(plan.createdAt),
        })}
        {plan.createdBy !== null && ` · ${plan.createdBy}`}
        {plan.rerunOf !== null && (
          <>
            {' · '}
            <Link to={PATHS.plan} params={{ planId: plan.rerunOf }} className={table.link}>
              {t('plans.before')}
            </Link>
          </>
        )}
      </p>
      {plan.adoption === null && !isUnderWay(plan.state) && <DeletePlan planId={plan.planId} />}
    </div>
  );
}

/** One plan that is kept: as it was found, and, once adopted, what is done of it. */
export function PlanPage() {
  const t = useText();
  const partner = usePartnerId();
  const client = useQueryClient();
  const { planId } = useParams({ from: '/app/plans/$planId' });
  const query = useQuery(planQuery(partner, planId));
  const title = usePlanTitle();
  const stop = useMutation({
    mutationFn: () => sendJson<PlanView>('POST', `${planPath(partner, planId)}/cancel`),
    onSettled: () => client.invalidateQueries({ queryKey: planQuery(partner, planId).queryKey }),
  });
  if (problemStatus(query.error) === 404) return <NotFoundPage />;
  return (
    <PageFrame
      key={planId}
      page="plan"
      title={query.data === undefined ? t('plans.one') : title(query.data)}
      crumbs={[{ to: PATHS.plans, label: t('plans.title') }]}
      ability="plans"
      actions={query.data !== undefined && <Actions plan={query.data} />}
    >
      <QueryView query={query} skeleton={<Bones count={4} height={120} />}>
        {(plan) => <Content plan={plan} onStop={() => stop.mutate()} />}
      </QueryView>
    </PageFrame>
  );
}
