import type { SkillRecordCandidate } from '../../sources/skill-record-candidate.ts';
import { presentAccount } from '../../store/association-preview.ts';
import type { AssociationProof } from '../../store/association-proofs-store.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { type TenantTransaction, withNetworkSight } from '../../store/database.ts';
import { proposeMerge, readAsOne } from '../../store/merge-proposals-store.ts';
import { keepTranscriptRecords } from './transcript-records.ts';

/**
 * A person who has proved that a transcript is his or her own, and has associated another account, has two accounts:
 * what the transcript says is kept on its own account, and reading that one as the associated one is proposed to
 * support. The association stays as it is.
 */
export async function proposeTranscriptMerge(
  tx: TenantTransaction,
  { providers, userId, accountId }: AssociationProof,
  records: readonly SkillRecordCandidate[],
): Promise<void> {
  for (const provider of providers) {
    const present = await presentAccount(tx, userId, provider);
    if (present === null || present === accountId) continue;
    await keepTranscriptRecords(tx, records);
    const proposed = { provider, accountId, intoAccountId: present };
    const isNew = await withNetworkSight(tx, async () => {
      if (await readAsOne(tx, provider, accountId, present)) return false;
      return proposeMerge(tx, proposed, { kind: 'transcript', value: null });
    });
    if (!isNew) continue;
    await recordAudit(tx, { action: 'merge.proposed', subject: `user:${userId}`, details: proposed });
  }
}
