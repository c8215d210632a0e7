import type { Logger } from 'pino';
import { proposalRound } from './features/account-merges/proposal-round.ts';
import { rehearsalRound } from './features/catalogue/rehearsal-round.ts';
import { orderRound } from './features/memberships/order-round.ts';
import { noticeMails } from './features/notices/notice-mails.ts';
import { noticeRound } from './features/notices/notice-round.ts';
import { profileRound } from './features/partner-directory/profile-round.ts';
import { mergeRound } from './features/partner-merges/merge-work.ts';
import { lateTrainingRound, plannerRound } from './features/planner/planner-round.ts';
import { reportMakers } from './features/report-makers.ts';
import { scheduledReportRound } from './features/scheduled-reports/scheduled-report-round.ts';
import { tellTokenEnds } from './features/scim/tell-token-ends.ts';
import type { Services } from './features/shared/services.ts';
import { evidenceRound } from './features/sources/evidence-round.ts';
import { HOUR_MS, MINUTE_MS, type RegularWork, workRegularly } from './jobs/regular-work.ts';

/** Rules that are published are in force on every server after so long. */
const RULES_MS = 2_000;

/** Who waits for a plan whose server has died waits not much longer. */
const PLANS_MS = 15_000;
/** Until then readers take from the rows what a large delivery has left unpacked. */
const EVIDENCE_MS = 3_000;

/** Begins the work that is done again and again by every process; days and facts say what there is to do. */
export function startRounds(services: Services, logger: Logger): RegularWork {
  const makers = reportMakers(services);
  let stopping = false;
  const every = (ms: number, failure: string, work: () => Promise<unknown>) =>
    workRegularly(
      async () => void (await work()),
      ms,
      (error) => logger.error(error, failure),
    );
  const versions = () =>
    [...services.programmes.values()].map(({ id, version }) => `${id} ${version}`).join();
  const notices = every(HOUR_MS, 'the round of notices failed', async () => {
    const rules = versions();
    // By rules that are in force no longer nothing more is looked at.
    const { failed } = await noticeRound(services, () => !stopping && versions() === rules);
    for (const { partnerId, error } of failed) {
      logger.error({ err: error, partnerId }, 'a company was not told');
    }
  });
  let lookedAtBy = versions();
  const rounds = [
    notices,
    every(RULES_MS, 'the rules in force could not be looked up', async () => {
      await services.catalogue.refresh();
      if (versions() === lookedAtBy) return;
      // Whoever publishes rules has put them in force on this server already: what differs is told by the versions.
      lookedAtBy = versions();
      notices.now();
    }),
    every(HOUR_MS, 'the end of directory tokens could not be told', () => tellTokenEnds(services)),
    every(HOUR_MS, 'the round of orders failed', () => orderRound(services)),
    every(HOUR_MS, 'accounts of one person could not be looked for', () => proposalRound(services)),
    every(HOUR_MS, 'the round of profiles failed', () => profileRound(services)),
    every(RULES_MS, 'the round of rehearsals failed', () => rehearsalRound(services, () => !stopping)),
    every(RULES_MS, 'the round of merges failed', () => mergeRound(services, () => !stopping)),
    every(EVIDENCE_MS, 'the round of evidence failed', () => evidenceRound(services, () => !stopping)),
    every(PLANS_MS, 'the round of plans failed', () => plannerRound(services, () => !stopping)),
    every(HOUR_MS, 'late training could not be told', () => lateTrainingRound(services, () => !stopping)),
    every(MINUTE_MS, 'the round of regular reports failed', async () => {
      const { failed } = await scheduledReportRound(services, makers, () => !stopping);
      for (const { scheduleId, error } of failed) {
        logger.error({ err: error, scheduleId }, 'a regular report was not made');
      }
    }),
    every(MINUTE_MS, 'mails about notices could not be written', () => noticeMails(services)),
  ];
  return {
    stop: async () => {
      stopping = true;
      await Promise.all(rounds.map((round) => round.stop()));
    },
  };
}
