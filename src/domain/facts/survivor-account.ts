import type { FactsPerson } from './facts-document.ts';

/** The account as which one is read; merges are followed to their end. */
export function survivorOf({ accounts = [] }: FactsPerson, accountId: string): string {
  const seen = new Set<string>();
  let current = accountId;
  for (;;) {
    const next = accounts.find((account) => account.accountId === current)?.mergedInto;
    if (next == null || seen.has(next)) return current;
    seen.add(next);
    current = next;
  }
}
