import { LEARNING_PROVIDERS } from '../../contract/associations.ts';
import { addAssociationProof } from '../../store/association-proofs-store.ts';
import { isFresh } from '../shared/fresh-sign-in.ts';
import type { FinishedRound } from '../shared/oidc/finish-round.ts';
import { LEARNING } from '../shared/oidc/oidc-client.ts';
import { tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { PROOF_MS } from './proof-times.ts';
import { proveTranscript, type ShownLearningAccount, transcriptOfRound } from './prove-transcript.ts';

/**
 * Keeps what the provider has shown until the person says yes. Nothing is associated here, and nothing is decided by
 * an e-mail address: the subject is the account, and an address that is not verified is told as such.
 */
export async function showLearningAccount(
  services: Services,
  { round, identity }: Extract<FinishedRound, { kind: 'finished' }>,
  sessionToken: string,
): Promise<ShownLearningAccount> {
  const { userId, partnerId } = round;
  if (round.purpose !== 'associate' || round.clientKey !== LEARNING || userId === null) {
    return { kind: 'refused', problem: 'unknown-round' };
  }
  const own = { userId, partnerId, sessionToken };
  if (!(await isFresh(services, own))) return { kind: 'refused', problem: 'not-fresh' };
  const transcript = transcriptOfRound(round);
  if (transcript !== null) return proveTranscript(services, own, transcript, identity);
  const asked = Array.isArray(round.details.providers) ? round.details.providers : [];
  const providers = LEARNING_PROVIDERS.filter((provider) => asked.includes(provider));
  const actor = { kind: 'user', userId } as const;
  const proofId = await services.database.asTenant({ partnerId, actor }, (tx) =>
    addAssociationProof(tx, {
      userId,
      sessionHash: tokenHash(sessionToken),
      method: 'sign-in',
      providers,
      accountId: identity.subject,
      accountName: identity.name ?? identity.accountName,
      accountEmail: identity.email,
      emailVerified: identity.email === null ? null : identity.emailVerified,
      codeHash: null,
      sealedTranscript: null,
      proved: true,
      expiresAt: new Date(tx.now.getTime() + PROOF_MS),
    }),
  );
  return { kind: 'shown', proofId };
}
