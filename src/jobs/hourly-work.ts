const HOUR_MS = 3_600_000;

export interface HourlyWork {
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

/**
 * Does `work` now and every hour. Every process of an installation does it: the work itself must do no harm twice.
 * A failure is told, and tried again an hour later.
 */
export function workHourly(work: () => Promise<void>, onError: (error: unknown) => void): HourlyWork {
  let underWay = Promise.resolve();
  const once = () => {
    underWay = underWay.then(work).catch(onError);
  };
  once();
  const timer = setInterval(once, HOUR_MS);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return underWay;
    },
  };
}
