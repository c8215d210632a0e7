import type PgBoss from 'pg-boss';

const QUEUE = 'rounds';
/** What is due by the day is looked at every hour: a server that was down at midnight is late and misses nothing. */
const EVERY_SECONDS = 3_600;
const ASKED_EVERY_MS = 10 * 60_000;

export interface RoundWork {
  /** Begins to go round; each round is safe to run twice, late, or on two servers at once. */
  work(rounds: readonly (() => Promise<void>)[]): Promise<void>;
  stop(): void;
}

/** Rounds over everything that time alone makes due. However many servers ask, one round an hour is queued. */
export function roundWork(boss: PgBoss): RoundWork {
  let timer: NodeJS.Timeout | undefined;
  const order = () => boss.send(QUEUE, {}, { singletonKey: 'hour', singletonSeconds: EVERY_SECONDS });
  return {
    async work(rounds) {
      await boss.work(QUEUE, { pollingIntervalSeconds: 10 }, async () => {
        // One that fails leaves the others their turn, and is tried again with the job.
        const done = await Promise.allSettled(rounds.map((round) => round()));
        const failed = done.find((each) => each.status === 'rejected');
        if (failed !== undefined) throw failed.reason;
      });
      await order();
      timer = setInterval(() => void order().catch(() => null), ASKED_EVERY_MS).unref();
    },
    stop: () => clearInterval(timer),
  };
}
