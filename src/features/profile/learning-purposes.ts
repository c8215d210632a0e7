import { LEARNING_PROVIDERS } from '../../contract/associations.ts';
import type { LearningAccount, LearningPurpose } from '../../contract/profile.ts';
import { addDays, addMonths, formatDay, parseDay } from '../../domain/time/day.ts';

/** What a person uses an account of each provider for, and how late its provider tells of news at most. */
const PURPOSES = {
  'microsoft-learning': { purpose: 'exams-and-certifications', expectedWithinHours: 72 },
  'partner-university': { purpose: 'training-and-assessments', expectedWithinHours: 72 },
} as const;

function isOpen({ until }: LearningAccount, day: string): boolean {
  return until === null || day < until.slice(0, 10);
}

/** The two cards of the profile: for each purpose the account that is associated, the own choice before one of PMC. */
export function learningPurposes(
  accounts: readonly LearningAccount[],
  day: string,
  pmc: { readonly movedOn: string | null; readonly windowMonths: number },
): LearningPurpose[] {
  const moved = pmc.movedOn === null ? null : parseDay(pmc.movedOn);
  const lastPmcDay = moved === null ? null : formatDay(addDays(addMonths(moved, pmc.windowMonths), -1));
  return LEARNING_PROVIDERS.map((provider) => {
    const open = accounts.filter((account) => account.provider === provider && isOpen(account, day));
    const own = open.find(({ via }) => via === 'partner-center');
    const account = own ?? open[0] ?? null;
    const state = own !== undefined ? 'associated' : account === null ? 'not-associated' : 'only-pmc';
    return {
      provider,
      ...PURPOSES[provider],
      state,
      account,
      pmcCountsUntil: state === 'only-pmc' ? lastPmcDay : null,
    };
  });
}
