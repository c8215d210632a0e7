import type { Visit } from '../../http/caller.ts';
import { recentlyUsed } from '../../http/recently-used.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { Actor, Database } from '../../store/database.ts';
import { parsePartnerId } from '../../store/partner-id.ts';

/** Whoever goes on reading the same thing is one visit: a list is read page by page, and again after each change. */
const ONE_VISIT_MS = 15 * 60_000;
const VISITS_REMEMBERED = 10_000;

/**
 * Notes in the trail of a company what people and programs of the network read of it: they reach every company, so
 * each must be able to see who looked at whom. The entry is kept before anything is answered.
 */
export function networkVisits(database: Database, now: () => Date) {
  const noted = recentlyUsed<number>(VISITS_REMEMBERED);
  return async (
    actor: Actor,
    visitor: string,
    { partnerId: text, path, requestId }: Visit,
  ): Promise<void> => {
    const partnerId = parsePartnerId(text);
    if (partnerId === null) return;
    const key = `${visitor} ${path}`;
    const at = now().getTime();
    const before = noted.get(key);
    if (before !== undefined && at - before < ONE_VISIT_MS) return;
    const entry = { action: 'access.by-network', subject: null, details: { path, requestId } };
    await database.asTenant({ partnerId, actor }, (tx) => recordAudit(tx, entry));
    noted.set(key, at);
  };
}
