import type { AssociationProblem } from '../../contract/associations.ts';
import { conflict, notFound } from '../../http/problem.ts';
import {
  type AssociationProof,
  findAssociationProof,
  holdAssociationProof,
  proveBySignIn,
} from '../../store/association-proofs-store.ts';
import type { OwnSession } from '../shared/fresh-sign-in.ts';
import type { RoundMemory } from '../shared/oidc/finish-round.ts';
import type { OidcIdentity } from '../shared/oidc/oidc-identity.ts';
import { tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { finderFor } from '../shared/skill-finders.ts';
import { proposeTranscriptMerge } from './propose-transcript-merge.ts';
import { shownTranscript, transcriptRecords } from './transcript-records.ts';

export type ShownLearningAccount =
  | { readonly kind: 'shown'; readonly proofId: string }
  | {
      readonly kind: 'refused';
      readonly problem: AssociationProblem;
      /** What can still be proved in another way. */
      readonly proofId?: string;
    };

function ownerOf({ userId, sessionToken }: OwnSession) {
  return { userId, sessionHash: tokenHash(sessionToken) };
}

function claimOfOwner({ partnerId, userId }: OwnSession) {
  return { partnerId, actor: { kind: 'user', userId } } as const;
}

/** The transcript that a round with the provider is to prove; `null` of a round that shows an account by itself. */
export function transcriptOfRound({ details }: Pick<RoundMemory, 'details'>): string | null {
  const { transcriptProofId } = details;
  return typeof transcriptProofId === 'string' ? transcriptProofId : null;
}

/** @throws when nothing is shown any more in this session, or it is proved already */
export async function requireUnproved(
  { database }: Services,
  own: OwnSession,
  proofId: string,
): Promise<void> {
  const proof = await database.readAsTenant(claimOfOwner(own), (tx) =>
    findAssociationProof(tx, proofId, ownerOf(own)),
  );
  if (proof === null) throw notFound('proof-over', 'What was shown is no longer at hand; begin again.');
  if (proof.provedAt !== null)
    throw conflict('proved-already', 'It is certain already whose account this is.');
}

/** What the provider says counts. An address that only the transcript names is not verified: no code came back from it. */
function addressOf({ accountEmail }: AssociationProof, { email, emailVerified }: OidcIdentity) {
  if (email !== null) return { email, emailVerified };
  return { email: accountEmail, emailVerified: accountEmail === null ? null : false };
}

/**
 * The account that has signed in must be the one that the transcript is about: the vendor's document names it by its
 * MCID and by the id of its profile, and the provider by its subject. Nothing else is compared, no e-mail and no name.
 */
export async function proveTranscript(
  services: Services,
  own: OwnSession,
  proofId: string,
  identity: OidcIdentity,
): Promise<ShownLearningAccount> {
  const findSkill = await finderFor(services, own.partnerId);
  return services.database.asTenant(claimOfOwner(own), async (tx): Promise<ShownLearningAccount> => {
    const proof = await holdAssociationProof(tx, proofId, ownerOf(own));
    if (proof === null) return { kind: 'refused', problem: 'proof-over' };
    if (proof.provedAt !== null) return { kind: 'shown', proofId };
    const transcript = shownTranscript(services.sealer, proof, findSkill);
    const owner = [transcript?.accountId, transcript?.docsId];
    if (!owner.includes(identity.subject)) return { kind: 'refused', problem: 'not-the-owner', proofId };
    await proveBySignIn(tx, proofId, addressOf(proof, identity));
    await proposeTranscriptMerge(tx, proof, transcriptRecords(services.sealer, proof, findSkill));
    return { kind: 'shown', proofId };
  });
}
