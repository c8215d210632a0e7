import { profileRound } from '../features/partner-directory/profile-round.ts';
import type { Services } from '../features/shared/services.ts';

const EVERY_MS = 15 * 60_000;

export interface Rounds {
  /** Waits for the round that is under way. */
  stop(): Promise<void>;
}

/**
 * Walks the round of profiles at start and every quarter of an hour. Each server walks it for itself: it does nothing
 * where nothing is due.
 */
export function walkProfileRounds(
  services: Pick<Services, 'database' | 'answers' | 'programmesOf' | 'now'>,
  onError: (error: unknown) => void,
): Rounds {
  let running: Promise<unknown> = Promise.resolve();
  const walk = () => {
    running = running.then(() => profileRound(services)).catch(onError);
  };
  walk();
  const timer = setInterval(walk, EVERY_MS).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
