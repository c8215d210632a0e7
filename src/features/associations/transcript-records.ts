import { type MsLearnTranscript, parseMsLearnTranscript } from '../../sources/ms-learn-transcript.ts';
import type { SkillFinder, SkillRecordCandidate } from '../../sources/skill-record-candidate.ts';
import type { AssociationProof } from '../../store/association-proofs-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { appendSkillRecords } from '../../store/skill-records-store.ts';
import type { Sealer } from '../shared/sealed.ts';
import { TRANSCRIPT_PURPOSE } from './show-transcript.ts';

/** The transcript that was shown; `null` of an account that was shown by signing in. */
export function shownTranscript(
  sealer: Sealer,
  { sealedTranscript }: AssociationProof,
  findSkill: SkillFinder,
): MsLearnTranscript | null {
  if (sealedTranscript === null) return null;
  const bytes = Buffer.from(sealer.open(TRANSCRIPT_PURPOSE, sealedTranscript), 'base64');
  const parsed = parseMsLearnTranscript(bytes, findSkill);
  return parsed.kind === 'failed' ? null : parsed.transcript;
}

/** The records of the transcript that was shown; none of an account that was shown by signing in. */
export function transcriptRecords(
  sealer: Sealer,
  proof: AssociationProof,
  findSkill: SkillFinder,
): readonly SkillRecordCandidate[] {
  const rows = shownTranscript(sealer, proof, findSkill)?.rows ?? [];
  return rows.flatMap((row) => (row.kind === 'candidate' ? [row.candidate] : []));
}

/** Appends them to the account that was just associated; how many were new. */
export async function keepTranscriptRecords(
  tx: TenantTransaction,
  records: readonly SkillRecordCandidate[],
): Promise<number> {
  if (records.length === 0) return 0;
  const kept = await appendSkillRecords(
    tx,
    records.map(({ line: _line, warnings: _warnings, contactEmail: _contactEmail, ...record }) => record),
  );
  return kept.filter(({ kind }) => kind === 'created').length;
}
