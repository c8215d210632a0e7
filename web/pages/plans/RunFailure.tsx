import type { PlanView, RUN_FAILURES } from '../../../src/contract/plans.ts';
import { Failure } from '../../components/Failure.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';

const TEXTS: Readonly<Record<(typeof RUN_FAILURES)[number], MessageId>> = {
  interrupted: 'plans.failure.interrupted',
  'facts-refused': 'plans.failure.facts',
  'question-refused': 'plans.failure.question',
  error: 'plans.failure.error',
};

/** Why the work came to no answer, and what to do. */
export function RunFailure({ failure }: Pick<PlanView, 'failure'>) {
  const t = useText();
  if (failure === null) return null;
  return <Failure>{t(TEXTS[failure.code], { field: failure.field ?? '–' })}</Failure>;
}
