import { companiesLeftMarked, settleLeftMarks } from '../../store/evidence-store.ts';
import type { Services } from '../shared/services.ts';

const SYSTEM = { kind: 'system', name: 'evidence' } as const;
const BATCH = 200;

/**
 * Packs the evidence that large deliveries have left, one company a transaction; of two servers at the same company the
 * second finds nothing to do. Answers how many companies it looked at.
 */
export async function evidenceRound({ database }: Services, goOn: () => boolean): Promise<number> {
  const left = await database.asNetwork({ actor: SYSTEM }, (tx) => companiesLeftMarked(tx, BATCH));
  let packed = 0;
  for (const partnerId of left) {
    if (!goOn()) break;
    await database.asNetwork({ actor: SYSTEM }, (tx) => settleLeftMarks(tx, partnerId));
    packed++;
  }
  return packed;
}
