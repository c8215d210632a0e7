import { SILENT_AFTER_HOURS, type SourceView } from '../../contract/source-health.ts';
import type { TenantClaim } from '../../store/database.ts';
import { type SourceHealth, sourceHealth } from '../../store/source-deliveries-store.ts';
import { livingKeys } from '../../store/source-keys-store.ts';
import { countRejections } from '../../store/source-rejections-store.ts';
import type { Services } from '../shared/services.ts';
import { sourceKeyView } from './source-key-routes.ts';

const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;
const NOTHING = { records: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };

/** Failures first: what came before them says nothing about now. */
function stateOf(health: SourceHealth | undefined, now: Date): SourceView['state'] {
  if (health === undefined) return 'never';
  if (health.failed > 0) return 'failing';
  if (health.lastAppliedAt === null) return 'never';
  const hours = (now.getTime() - health.lastAppliedAt.getTime()) / HOUR_MS;
  return hours > SILENT_AFTER_HOURS ? 'silent' : 'delivers';
}

/** The sources that some programme counts, that have a key, or that have delivered. */
export async function sourceViews(
  { database, programmes, now }: Services,
  claim: TenantClaim,
): Promise<SourceView[]> {
  const since = new Date(now().getTime() - WEEK_MS);
  const { health, keys, rejections } = await database.readAsTenant(claim, async (tx) => ({
    health: new Map((await sourceHealth(tx, since)).map((each) => [each.source, each])),
    keys: await livingKeys(tx),
    rejections: await countRejections(tx),
  }));
  const recognised = new Set(
    [...programmes.values()].flatMap((programme) => [...programme.recognisedSources]),
  );
  const ids = new Set([...recognised, ...health.keys(), ...keys.map(({ source }) => source)]);
  return [...ids].sort().map((sourceId) => {
    const known = health.get(sourceId);
    const { records, created, updated, unchanged, rejected } = known ?? NOTHING;
    return {
      sourceId,
      state: stateOf(known, now()),
      recognised: recognised.has(sourceId),
      lastDeliveryAt: known?.lastAppliedAt?.toISOString() ?? null,
      latestCompletion: known?.latestCompletion ?? null,
      lagDays: known?.lagDays ?? null,
      failedDeliveries: known?.failed ?? 0,
      openRejections: rejections.get(sourceId) ?? 0,
      week: { records, created, updated, unchanged, rejected },
      keys: keys.filter(({ source }) => source === sourceId).map(sourceKeyView),
    };
  });
}
