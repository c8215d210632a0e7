export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

export interface RegularWork {
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

export interface RegularWorkAtOnce extends RegularWork {
  /** Does not wait for the time to come: begins at once, or when what is under way is through. */
  now(): void;
}

/**
 * Does `work` now and again and again; what is not through when its time comes anew goes on. Every process of an
 * installation does it: the work itself must do no harm twice. A failure is told, and tried again the next time.
 */
export function workRegularly(
  work: () => Promise<void>,
  everyMs: number,
  onError: (error: unknown) => void,
): RegularWorkAtOnce {
  let underWay: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const once = () => {
    underWay ??= work()
      .catch(onError)
      .finally(() => {
        underWay = null;
        if (!again || stopped) return;
        again = false;
        once();
      });
  };
  once();
  const timer = setInterval(once, everyMs);
  timer.unref();
  return {
    now: () => {
      again = underWay !== null;
      once();
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await underWay;
    },
  };
}
