export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

export interface RegularWork {
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

/**
 * Does `work` now and again and again; what is not through when its time comes anew goes on. Every process of an
 * installation does it: the work itself must do no harm twice. A failure is told, and tried again the next time.
 */
export function workRegularly(
  work: () => Promise<void>,
  everyMs: number,
  onError: (error: unknown) => void,
): RegularWork {
  let underWay: Promise<void> | null = null;
  const once = () => {
    underWay ??= work()
      .catch(onError)
      .finally(() => {
        underWay = null;
      });
  };
  once();
  const timer = setInterval(once, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
}
