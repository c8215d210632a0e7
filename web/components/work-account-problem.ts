import { WORK_ACCOUNT_PROBLEMS, type WorkAccountProblem } from '../../src/contract/sign-in.ts';
import type { Translate } from '../messages/use-text.ts';

/** What happened at the identity provider and what to do; `null` when the address tells of no problem. */
export function workAccountProblem(t: Translate, problem: string | undefined): string | null {
  const known = WORK_ACCOUNT_PROBLEMS.find((code): code is WorkAccountProblem => code === problem);
  return known === undefined ? null : t(`workAccount.problem.${known}`);
}
