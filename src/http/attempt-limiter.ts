/**
 * Counts attempts per key in windows of fixed length. It is kept in memory: several processes behind one
 * address each allow the limit, which is still far from what guessing needs.
 */
export interface AttemptLimiter {
  /** Counts one attempt; the seconds to wait when it is one too many, else null. */
  attempt(key: string): number | null;
  /** A success takes back the attempt that it was. */
  forgive(key: string): void;
}

interface Window {
  readonly endsAt: number;
  attempts: number;
}

const MOST_KEYS = 50_000;

export function attemptLimiter(limit: number, windowSeconds: number, now: () => number): AttemptLimiter {
  const windows = new Map<string, Window>();

  function windowOf(key: string): Window {
    const current = windows.get(key);
    if (current !== undefined && current.endsAt > now()) return current;
    const fresh = { endsAt: now() + windowSeconds * 1000, attempts: 0 };
    windows.delete(key);
    windows.set(key, fresh);
    // The oldest window goes first, so that a flood of keys cannot fill the memory.
    if (windows.size > MOST_KEYS) windows.delete(windows.keys().next().value!);
    return fresh;
  }

  return {
    attempt(key) {
      const window = windowOf(key);
      window.attempts += 1;
      return window.attempts > limit ? Math.max(1, Math.ceil((window.endsAt - now()) / 1000)) : null;
    },
    forgive(key) {
      const window = windows.get(key);
      if (window !== undefined) window.attempts = Math.max(0, window.attempts - 1);
    },
  };
}
