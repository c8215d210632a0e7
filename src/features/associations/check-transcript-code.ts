import { conflict, HttpProblem, notFound } from '../../http/problem.ts';
import { holdAssociationProof, noteCodeAttempt } from '../../store/association-proofs-store.ts';
import type { OwnSession } from '../shared/fresh-sign-in.ts';
import { passwordMatches } from '../shared/password.ts';
import { tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { finderFor } from '../shared/skill-finders.ts';
import { CODE_ATTEMPTS } from './proof-times.ts';
import { proposeTranscriptMerge } from './propose-transcript-merge.ts';
import { transcriptRecords } from './transcript-records.ts';

type Checked = 'right' | 'wrong' | 'spent' | 'over';

/** Takes the code that was sent to the owner of a transcript. Every attempt counts, also one of several at once. */
export async function checkTranscriptCode(
  services: Services,
  own: OwnSession,
  proofId: string,
  code: string,
): Promise<void> {
  const { database, sealer } = services;
  const { partnerId, userId, sessionToken } = own;
  const findSkill = await finderFor(services, partnerId);
  const owner = { userId, sessionHash: tokenHash(sessionToken) };
  const checked = await database.asTenant(
    { partnerId, actor: { kind: 'user', userId } },
    async (tx): Promise<Checked> => {
      const proof = await holdAssociationProof(tx, proofId, owner);
      if (proof === null) return 'over';
      if (proof.provedAt !== null) return 'right';
      if (proof.codeHash === null || proof.codeAttempts >= CODE_ATTEMPTS) return 'spent';
      const right = await passwordMatches(proof.codeHash.toString('utf8'), code.replace(/\s/g, ''));
      await noteCodeAttempt(tx, proofId, right);
      if (right) await proposeTranscriptMerge(tx, proof, transcriptRecords(sealer, proof, findSkill));
      return right ? 'right' : 'wrong';
    },
  );
  if (checked === 'over') throw notFound('proof-over', 'What was shown is no longer at hand; begin again.');
  if (checked === 'spent') throw conflict('code-spent', 'Too many wrong codes; begin again.');
  if (checked === 'wrong') throw new HttpProblem(400, 'wrong-code', 'This code is wrong.');
}
