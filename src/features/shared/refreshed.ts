/** Values that are true for a while: asked for again before they are too old, and once however many ask. */
export interface Refreshed<T> {
  get(key: string): Promise<T>;
  forget(key: string): void;
  forgetAll(): void;
}

export interface Freshness {
  /** A value of this age is asked for again while readers go on with it. */
  readonly renewAfter: number;
  /** One of this age is not used any more: readers wait. */
  readonly oldest: number;
}

/** At so many values those that are too old are thrown away, and all of them when that is not enough. */
const CROWDED = 5_000;

/**
 * @param read answers the present value of a key; null is told to whoever asked and not remembered
 * @param now milliseconds that only go forward
 */
export function refreshed<T>(
  read: (key: string) => Promise<T>,
  { renewAfter, oldest }: Freshness,
  now: () => number,
): Refreshed<T> {
  const known = new Map<string, { readonly value: T; readonly at: number }>();
  const reading = new Map<string, Promise<T>>();
  /** Grows when something is forgotten: a value read before that is not remembered after it. */
  let forgotten = 0;

  function remember(key: string, value: T, at: number): void {
    if (known.size >= CROWDED) {
      for (const [old, entry] of known) if (at - entry.at > oldest) known.delete(old);
      if (known.size >= CROWDED) known.clear();
    }
    known.set(key, { value, at });
  }

  function readOnce(key: string): Promise<T> {
    const running = reading.get(key);
    if (running !== undefined) return running;
    const before = forgotten;
    // The value is as old as the question.
    const at = now();
    const started = read(key).then(
      (value) => {
        if (reading.get(key) === started) reading.delete(key);
        if (value === null) known.delete(key);
        else if (before === forgotten) remember(key, value, at);
        return value;
      },
      (error) => {
        if (reading.get(key) === started) reading.delete(key);
        throw error;
      },
    );
    reading.set(key, started);
    return started;
  }

  return {
    async get(key) {
      const entry = known.get(key);
      const age = entry === undefined ? Number.POSITIVE_INFINITY : now() - entry.at;
      if (entry === undefined || age >= oldest) return readOnce(key);
      // Whoever waits for the value when it is too old hears of an error; here nobody waits.
      if (age >= renewAfter) readOnce(key).catch(() => {});
      return entry.value;
    },
    forget(key) {
      forgotten++;
      known.delete(key);
      reading.delete(key);
    },
    forgetAll() {
      forgotten++;
      known.clear();
      reading.clear();
    },
  };
}
