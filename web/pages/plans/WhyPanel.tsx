import { Button, Spinner } from '@fluentui/react-components';
import { PersonDeleteRegular, PersonSwapRegular, PinRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { PlanActionView, PlanView } from '../../../src/contract/plans.ts';
import { madePlanQuery } from '../../api/plans.ts';
import { PartFailure } from '../../components/PartFailure.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useAllOf } from '../../messages/use-all-of.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { AdjustForm } from './AdjustForm.tsx';
import styles from './Plan.module.css';
import type { Changing } from './PlanPeople.tsx';
import { withBar, withPerson, withPin } from './plan-draft.ts';
import { draftOf, questionOf } from './plan-question.ts';
import { useAmounts } from './use-amounts.ts';
import { type PlanNames, usePlanNames } from './use-plan-names.ts';

interface WhyProps {
  readonly plan: PlanView;
  readonly action: PlanActionView;
  readonly names: PlanNames;
}

/** What the plan would be if this person were not trained: what more it costs, and who would do instead. */
function Instead({ plan, action, names }: WhyProps) {
  const t = useText();
  const allOf = useAllOf();
  const amounts = useAmounts(plan.currency);
  const { person } = action;
  const without = withPerson(draftOf(plan.question), person, true);
  const question = questionOf(without, plan.question.by, plan.programme.id);
  const query = useQuery(madePlanQuery(usePartnerId(), { question: question ?? plan.question, keep: false }));
  const instead = query.data?.result ?? null;
  if (query.isError) return <PartFailure error={query.error} onRetry={() => void query.refetch()} />;
  if (instead === null) return <Spinner size="tiny" label={t('plans.instead.looking')} />;
  const name = names.person(person);
  if (instead.cost === null) return <p>{t('plans.instead.none', { name })}</p>;
  const before = new Set(plan.result?.actions.map((one) => one.person));
  const others = [...new Set(instead.actions.map((one) => one.person))].filter((id) => !before.has(id));
  const label = (id: string) => query.data?.people[id]?.label ?? names.person(id);
  return (
    <p>
      {t('plans.instead.more', { name, money: amounts.money(instead.cost - (plan.result?.cost ?? 0)) })}
      {others.length > 0 && ` ${t('plans.instead.others', { names: allOf(others.map(label)) })}`}
    </p>
  );
}

function Reasons({ plan, action, names }: WhyProps) {
  const t = useText();
  const allOf = useAllOf();
  const dates = useDates();
  const { serves, with: held, person, renewal, pinned } = action;
  const name = names.person(person);
  const seats = [...new Map(serves.map((seat) => [JSON.stringify(seat), seat])).values()];
  return (
    <>
      {seats.length === 0 && (
        <p>
          {t('plans.whyPlain', {
            name,
            levels: allOf(plan.question.targets.map(names.level)),
            day: dates.day(plan.question.by),
          })}
        </p>
      )}
      {pinned && <p>{t('plans.whyPinned')}</p>}
      {renewal && <p>{t('plans.whyRenewal', { day: dates.day(plan.question.by) })}</p>}
      {seats.length > 0 && (
        <>
          <p>{t('plans.whySeats', { name, count: seats.length })}</p>
          <ul>
            {seats.map((seat) => (
              <li key={JSON.stringify(seat)}>
                {names.target(seat)}
                {seat.group !== null && ` · ${names.group(seat.group)}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {held.length > 0 && (
        <>
          <p>{t('plans.whyHeld', { name, count: held.length })}</p>
          <ul>
            {held.map(({ record, skill }) => (
              <li key={record}>{names.skill(skill)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface WhyPanelProps {
  readonly plan: PlanView;
  /** Null: the panel is closed. */
  readonly action: PlanActionView | null;
  readonly changing: Changing | null;
  readonly onClose: () => void;
}

/** Why this person and this exam, what instead, and the ways to have it otherwise. */
export function WhyPanel({ plan, action, changing, onClose }: WhyPanelProps) {
  const t = useText();
  const amounts = useAmounts(plan.currency);
  const { can } = useSession();
  const names = usePlanNames(plan);
  const change = (draft: Changing['draft']) => {
    changing?.onChange(draft);
    onClose();
  };
  return (
    <SidePanel
      open={action !== null}
      title={action === null ? '' : names.skill(action.skill)}
      onClose={onClose}
    >
      {action !== null && (
        <div className={styles.panel}>
          <p className={styles.panelPerson}>{names.person(action.person)}</p>
          <section>
            <h3>{t('plans.why.title')}</h3>
            <Reasons plan={plan} action={action} names={names} />
          </section>
          {can('make-plans') && (
            <section>
              <h3>{t('plans.instead')}</h3>
              <Instead plan={plan} action={action} names={names} />
            </section>
          )}
          {changing !== null && (
            <section>
              <h3>{t('plans.adjust')}</h3>
              <AdjustForm
                key={`${action.person} ${action.skill}`}
                action={action}
                name={names.person(action.person)}
                draft={changing.draft}
                amounts={amounts}
                onApply={change}
              />
            </section>
          )}
          {changing !== null && (
            <div className={styles.buttons}>
              <Button icon={<PinRegular />} onClick={() => change(withPin(changing.draft, action))}>
                {t(action.pinned ? 'plans.unpin' : 'plans.pin')}
              </Button>
              <Button icon={<PersonSwapRegular />} onClick={() => change(withBar(changing.draft, action))}>
                {t('plans.otherForThis')}
              </Button>
              <Button
                icon={<PersonDeleteRegular />}
                onClick={() => change(withPerson(changing.draft, action.person, true))}
              >
                {t('plans.notThem')}
              </Button>
            </div>
          )}
        </div>
      )}
    </SidePanel>
  );
}
