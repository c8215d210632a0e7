/** A small memory of what was asked last: the entry that was not asked for the longest goes first. */
export interface RecentlyUsed<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
}

/**
 * @param most total weight that is kept
 * @param weightOf how heavy an entry is; 1 for each when absent
 */
export function recentlyUsed<T>(most: number, weightOf: (value: T) => number = () => 1): RecentlyUsed<T> {
  const entries = new Map<string, { value: T; weight: number }>();
  let total = 0;
  const remove = (key: string) => {
    const entry = entries.get(key);
    if (entry === undefined) return;
    entries.delete(key);
    total -= entry.weight;
  };
  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value) {
      remove(key);
      const weight = weightOf(value);
      entries.set(key, { value, weight });
      total += weight;
      for (const oldest of entries.keys()) {
        // The newest stays even when it is too heavy alone: its reader is waiting for it.
        if (total <= most || oldest === key) break;
        remove(oldest);
      }
    },
    delete: remove,
  };
}
