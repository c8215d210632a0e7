import { parseMsLearnTranscript } from '../../sources/ms-learn-transcript.ts';
import type { SkillFinder, SkillRecordCandidate } from '../../sources/skill-record-candidate.ts';
import type { AssociationProof } from '../../store/association-proofs-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { appendSkillRecords } from '../../store/skill-records-store.ts';
import type { Sealer } from '../shared/sealed.ts';
import { TRANSCRIPT_PURPOSE } from './show-transcript.ts';

/** The records of the transcript that was shown; none of an account that was shown by signing in. */
export function transcriptRecords(
  sealer: Sealer,
  { sealedTranscript }: AssociationProof,
  findSkill: SkillFinder,
): readonly SkillRecordCandidate[] {
  if (sealedTranscript === null) return [];
  const bytes = Buffer.from(sealer.open(TRANSCRIPT_PURPOSE, sealedTranscript), 'base64');
  const parsed = parseMsLearnTranscript(bytes, findSkill);
  if (parsed.kind === 'failed') return [];
  return parsed.transcript.rows.flatMap((row) => (row.kind === 'candidate' ? [row.candidate] : []));
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
