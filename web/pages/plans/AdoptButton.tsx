import { Checkbox, Dialog, Field, Input } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlanView } from '../../../src/contract/plans.ts';
import type { AdoptPlanRequest } from '../../../src/contract/training-assignments.ts';
import { sendJson } from '../../api/client.ts';
import { planPath } from '../../api/plans.ts';
import { problemCode } from '../../api/problem-error.ts';
import { ExplainedButton } from '../../components/ExplainedButton.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useRoleReason } from '../../components/use-role-reason.ts';
import { isDay } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { useAmounts } from './use-amounts.ts';

function AdoptDialog({ plan, onClose }: { plan: PlanView; onClose: () => void }) {
  const t = useText();
  const partner = usePartnerId();
  const { me } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const amounts = useAmounts(plan.currency);
  const { by } = plan.question;
  const [dueOn, setDueOn] = useState(by);
  const [mail, setMail] = useState(true);
  const adopt = useMutation({
    mutationFn: (request: AdoptPlanRequest) =>
      sendJson<PlanView>('POST', `${planPath(partner, plan.planId)}/adopt`, request),
    onSuccess: async (adopted) => {
      await client.invalidateQueries({ queryKey: ['partner', partner] });
      await navigate({ to: PATHS.plan, params: { planId: adopted.planId }, search: { adopted: 'yes' } });
    },
  });
  const actions = plan.result?.actions ?? [];
  const wrong = dueOn < me.today || dueOn > by;
  const code = problemCode(adopt.error) ?? 'page-error';
  return (
    <FormDialog
      title={t('plans.adopt.title')}
      submit={t('plans.adopt')}
      back={t('plans.cancel')}
      pending={adopt.isPending}
      complete={!wrong}
      failure={adopt.isError ? t('plans.adopt.failed', { code }) : null}
      onSubmit={() => adopt.mutate({ dueOn, mail })}
      onClose={onClose}
    >
      <p>
        {t('plans.adopt.effect', {
          people: new Set(actions.map(({ person }) => person)).size,
          actions: actions.length,
          money: amounts.money(plan.result?.cost ?? 0),
        })}
      </p>
      {plan.outdated && <p>{t('plans.outdated')}</p>}
      <Field
        label={t('plans.adopt.due')}
        hint={t('plans.adopt.due.hint')}
        {...(wrong && { validationMessage: t('plans.adopt.due.wrong') })}
      >
        <Input
          type="date"
          min={me.today}
          max={by}
          value={dueOn}
          aria-invalid={wrong}
          onChange={(_, { value }) => isDay(value) && setDueOn(value)}
        />
      </Field>
      <Checkbox
        label={t('plans.adopt.mail')}
        checked={mail}
        onChange={(_, data) => setMail(data.checked === true)}
      />
    </FormDialog>
  );
}

/** Why the plan cannot be adopted; null when it can. */
function useReason(plan: PlanView): string | null {
  const t = useText();
  const role = useRoleReason('make-plans');
  const supposes = (plan.question.changes ?? []).length > 0;
  if (role !== null) return role;
  if (supposes) return t('plans.adopt.supposes');
  if ((plan.result?.actions ?? []).length === 0) return t('plans.adopt.nothing');
  return null;
}

/** Makes assignments of the actions; the effect is shown before. */
export function AdoptButton({ plan }: { plan: PlanView }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const reason = useReason(plan);
  return (
    <>
      <ExplainedButton primary icon={<CheckmarkRegular />} reason={reason} onClick={() => setOpen(true)}>
        {t('plans.adopt')}
      </ExplainedButton>
      <Dialog modalType="alert" open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <AdoptDialog plan={plan} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
