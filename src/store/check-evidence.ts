import type { UnreadableEvidence } from '../domain/evidence/evidence-bytes.ts';
import { type EvidenceDifference, firstDifference } from '../domain/evidence/evidence-difference.ts';
import { peopleOf } from '../domain/evidence/evidence-facts.ts';
import type { TenantTransaction } from './database.ts';
import { readSegments } from './evidence-segments.ts';
import { loadEvidence } from './evidence-store.ts';
import { loadPeopleFromRows } from './people-rows.ts';

export type EvidenceProblem =
  | { readonly kind: 'unreadable'; readonly problem: UnreadableEvidence['problem'] }
  | { readonly kind: 'differs'; readonly difference: EvidenceDifference };

/** Whether the evidence of the claimed partner says what its rows say, in one unchanging view of both. */
export async function checkEvidence(tx: TenantTransaction): Promise<EvidenceProblem | null> {
  const segments = await readSegments(tx, tx.partnerId);
  if ('kind' in segments) return { kind: 'unreadable', problem: segments.problem };
  const projected = peopleOf(await loadEvidence(tx));
  const told = await loadPeopleFromRows(tx, { partnerId: tx.partnerId, users: null });
  const difference = firstDifference(projected, told);
  return difference && { kind: 'differs', difference };
}
