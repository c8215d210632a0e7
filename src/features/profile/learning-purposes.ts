import { LEARNING_PROVIDERS } from '../../contract/associations.ts';
import type { LearningAccount, LearningPurpose } from '../../contract/profile.ts';
import type { SourceDelays } from '../../domain/diagnosis/expected-by.ts';
import { addDays, addMonths, formatDay, parseDay } from '../../domain/time/day.ts';

/** What a person uses an account of each provider for. */
const PURPOSES = {
  'microsoft-learning': 'exams-and-certifications',
  'partner-university': 'training-and-assessments',
} as const;

/** How late a provider tells of news at most: of an account that is associated, or of a skill. */
function expectedWithin(delays: SourceDelays, provider: keyof typeof PURPOSES): number {
  return Math.max(delays(provider, 'new-association'), delays(provider, 'new-skill'));
}

function isOpen({ until }: LearningAccount, day: string): boolean {
  return until === null || day < until.slice(0, 10);
}

/** The two cards of the profile: for each purpose the account that is associated, the own choice before one of PMC. */
export function learningPurposes(
  accounts: readonly LearningAccount[],
  day: string,
  pmc: { readonly movedOn: string | null; readonly windowMonths: number },
  delays: SourceDelays,
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
      purpose: PURPOSES[provider],
      expectedWithinHours: expectedWithin(delays, provider),
      state,
      account,
      pmcCountsUntil: state === 'only-pmc' ? lastPmcDay : null,
    };
  });
}
