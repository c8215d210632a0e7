import { firstBrokenAudit } from '../../store/audit-store.ts';
import { checkEvidence, type EvidenceProblem } from '../../store/check-evidence.ts';
import type { Database } from '../../store/database.ts';
import { rebuildEvidence } from '../../store/evidence-store.ts';
import { NETWORK_PARTNER, type PartnerId } from '../../store/partner-id.ts';
import { listPartners } from '../../store/partners-store.ts';

const ACTOR = { kind: 'system', name: 'doctor' } as const;

export interface Examination {
  readonly partner: PartnerId;
  /** Where the packed evidence says something else than the facts; null when it does not. */
  readonly evidence: EvidenceProblem | null;
  /** The evidence was made anew and found right. */
  readonly repaired: boolean;
  /** The first entry of the audit trail that does not follow from the one before it. */
  readonly brokenAudit: number | null;
}

async function examine(database: Database, partnerId: PartnerId, repair: boolean): Promise<Examination> {
  const reading = <T>(work: Parameters<typeof database.readAsTenant<T>>[1]) =>
    database.readAsTenant({ partnerId, actor: ACTOR }, work);
  const evidence = await reading(checkEvidence);
  const brokenAudit = await reading(firstBrokenAudit);
  if (evidence === null || !repair) return { partner: partnerId, evidence, repaired: false, brokenAudit };
  await database.asNetwork({ actor: ACTOR }, (tx) => rebuildEvidence(tx, partnerId));
  return { partner: partnerId, evidence, repaired: (await reading(checkEvidence)) === null, brokenAudit };
}

/** Every partner, the network's own staff included, one after the other. */
export async function* examinePartners(
  database: Database,
  { repair }: { readonly repair: boolean },
): AsyncGenerator<Examination> {
  const companies = await database.asNetwork({ actor: ACTOR }, listPartners);
  for (const partner of [...companies.map(({ partnerId }) => partnerId), NETWORK_PARTNER]) {
    yield await examine(database, partner, repair);
  }
}
