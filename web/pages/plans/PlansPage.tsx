import { Badge, Button } from '@fluentui/react-components';
import { AddRegular, ClipboardTaskListLtrRegular } from '@fluentui/react-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { PlanSummary } from '../../../src/contract/plans.ts';
import { isUnderWay, plansQuery, type ShownPlans } from '../../api/plans.ts';
import { DateText } from '../../components/DateText.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExplainedButton } from '../../components/ExplainedButton.tsx';
import { FilterChip } from '../../components/FilterChip.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { ProgrammeChoice } from '../../components/ProgrammeChoice.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useRoleReason } from '../../components/use-role-reason.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { AssignmentBar } from './AssignmentBar.tsx';
import styles from './Plan.module.css';
import { PlansTabs } from './PlansTabs.tsx';
import { useAmounts } from './use-amounts.ts';
import { usePlanTitle } from './use-plan-title.ts';

const SHOWN: Readonly<Record<ShownPlans, MessageId>> = {
  all: 'plans.show.all',
  adopted: 'plans.show.adopted',
  open: 'plans.show.open',
};

function State({ plan }: { plan: PlanSummary }) {
  const t = useText();
  const { adoption, state, status } = plan;
  if (adoption !== null && adoption.endedAt !== null) {
    return <Badge appearance="outline">{t('plans.state.ended')}</Badge>;
  }
  if (adoption !== null) return <AssignmentBar counts={adoption.counts} />;
  if (isUnderWay(state)) return <span>{t('plans.state.running')}</span>;
  if (status === 'infeasible') return <span className={styles.loss}>{t('plans.state.infeasible')}</span>;
  if (status === null) return <span className={styles.loss}>{t('plans.state.failed')}</span>;
  return <span>{t('plans.state.open')}</span>;
}

function Row({ plan }: { plan: PlanSummary }) {
  const t = useText();
  const title = usePlanTitle();
  const amounts = useAmounts(plan.currency);
  return (
    <tr>
      <td data-label="">
        <Link to={PATHS.plan} params={{ planId: plan.planId }} className={table.link}>
          {title(plan)}
        </Link>
        {plan.supposes && <span className={table.quiet}> · {t('plans.supposes')}</span>}
      </td>
      <td data-label={t('plans.column.state')}>
        <State plan={plan} />
      </td>
      <td data-label={t('plans.by')}>
        <DateText on={plan.by} />
      </td>
      <td data-label={t('plans.figure.cost')} className={styles.number}>
        {plan.cost === null ? '–' : amounts.money(plan.cost)}
      </td>
      <td data-label={t('plans.figure.people')} className={styles.number}>
        {plan.people}
      </td>
      <td data-label={t('plans.column.made')}>
        <DateText on={plan.createdAt.slice(0, 10)} />
        {plan.createdBy !== null && <span className={table.quiet}> · {plan.createdBy}</span>}
      </td>
    </tr>
  );
}

function PlanTable({ plans }: { plans: readonly PlanSummary[] }) {
  const t = useText();
  return (
    <div className={table.card}>
      <table className={`${table.table} ${table.cards}`} aria-label={t('plans.title')}>
        <thead>
          <tr>
            <th>{t('plans.column.targets')}</th>
            <th>{t('plans.column.state')}</th>
            <th>{t('plans.by')}</th>
            <th className={styles.number}>{t('plans.figure.cost')}</th>
            <th className={styles.number}>{t('plans.figure.people')}</th>
            <th>{t('plans.column.made')}</th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <Row key={plan.planId} plan={plan} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NoPlans({ show }: { show: ShownPlans }) {
  const t = useText();
  const { can } = useSession();
  const [, patch] = useUrlState();
  return (
    <EmptyState
      icon={<ClipboardTaskListLtrRegular />}
      title={t(show === 'all' ? 'plans.list.empty' : 'plans.list.emptyChoice')}
    >
      {show === 'all' ? (
        <>
          <p>{t('plans.list.empty.text')}</p>
          {can('make-plans') && (
            <Link to={PATHS.planner} className={table.link}>
              {t('plans.new')}
            </Link>
          )}
        </>
      ) : (
        <Button onClick={() => patch({ show: undefined })}>{t('plans.list.showAll')}</Button>
      )}
    </EmptyState>
  );
}

/** The plans of the company, the newest first: those that are carried out with what is done of them. */
export function PlansPage() {
  const t = useText();
  const navigate = useNavigate();
  const { question } = useSession();
  const [url, patch] = useUrlState();
  const show: ShownPlans = url.show === 'adopted' || url.show === 'open' ? url.show : 'all';
  const query = useInfiniteQuery(plansQuery(usePartnerId(), show, question.programme));
  const reason = useRoleReason('make-plans');
  return (
    <PageFrame
      page="plans"
      title={t('plans.title')}
      lead={t('plans.lead')}
      ability="plans"
      choice={<ProgrammeChoice />}
      actions={
        <ExplainedButton
          primary
          icon={<AddRegular />}
          reason={reason}
          onClick={() => void navigate({ to: PATHS.planner })}
        >
          {t('plans.new')}
        </ExplainedButton>
      }
    >
      <PlansTabs shown="plans" />
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons is not a form group. */}
      <div role="group" aria-label={t('plans.show')} className={`${styles.chips} no-print`}>
        {(Object.keys(SHOWN) as ShownPlans[]).map((each) => (
          <FilterChip
            key={each}
            pressed={each === show}
            onClick={() => patch({ show: each === 'all' ? undefined : each })}
          >
            {t(SHOWN[each])}
          </FilterChip>
        ))}
      </div>
      <QueryView query={query} skeleton={<Bones count={5} height={48} />}>
        {({ pages }) => {
          const plans = pages.flatMap(({ value }) => value);
          return plans.length === 0 ? <NoPlans show={show} /> : <PlanTable plans={plans} />;
        }}
      </QueryView>
      {query.hasNextPage && (
        <div>
          <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('plans.list.more')}
          </Button>
        </div>
      )}
    </PageFrame>
  );
}
