import { randomInt } from 'node:crypto';
import { badRequest, conflict, HttpProblem, tooManyAttempts } from '../../http/problem.ts';
import { type MsLearnTranscript, parseMsLearnTranscript } from '../../sources/ms-learn-transcript.ts';
import { addAssociationProof } from '../../store/association-proofs-store.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { findUser, type User } from '../../store/users-store.ts';
import type { OwnSession } from '../shared/fresh-sign-in.ts';
import { TRANSCRIPT_CODE } from '../shared/mail/kinds/transcript-code.ts';
import type { Post } from '../shared/mail/post-mail.ts';
import { hashPassword } from '../shared/password.ts';
import { tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { finderFor } from '../shared/skill-finders.ts';
import { PROOF_MS } from './proof-times.ts';
import { shareIdOf } from './share-link.ts';

export const TRANSCRIPT_PURPOSE = 'shared transcript';

interface ReadTranscript {
  readonly bytes: Uint8Array;
  readonly transcript: MsLearnTranscript & { readonly accountId: string };
}

async function readTranscript(services: Services, own: OwnSession, link: string): Promise<ReadTranscript> {
  const shareId = shareIdOf(link);
  if (shareId === null) {
    throw badRequest('not-a-share-link', 'This is not a share link of a Microsoft Learn transcript.', [
      { code: 'not-a-share-link', field: 'link' },
    ]);
  }
  const fetched = await services.transcripts.fetch(shareId);
  if (fetched.kind === 'unreachable') {
    throw new HttpProblem(502, 'transcript-unreachable', 'Microsoft Learn does not answer.');
  }
  if (fetched.kind !== 'document') {
    throw conflict('transcript-not-shared', 'No transcript is shared under this link.');
  }
  const parsed = parseMsLearnTranscript(fetched.bytes, await finderFor(services, own.partnerId));
  if (parsed.kind === 'failed') throw conflict('not-a-transcript', 'What is shared there is no transcript.');
  const { accountId } = parsed.transcript;
  if (accountId === null) throw conflict('transcript-without-account', 'The transcript names no MCID.');
  return { bytes: fetched.bytes, transcript: { ...parsed.transcript, accountId } };
}

/**
 * Where the code goes; `null` when none can, and the person is to sign in with the learning account.
 * @throws when that is not possible either
 */
function addressForCode(services: Services, contactEmail: string | null): string | null {
  const { limits, oidc, post } = services;
  const canSignIn = oidc.providers().learning !== null;
  if (post.delivery === 'none') {
    if (canSignIn) return null;
    throw conflict('no-mail-server', 'No mail can be sent from here.');
  }
  if (contactEmail === null) {
    if (canSignIn) return null;
    throw conflict(
      'transcript-without-email',
      'The transcript names no e-mail to which a code could be sent.',
      {
        detail: 'Share it with the contact e-mail.',
      },
    );
  }
  const tooMany = limits.resetsPerEmail.attempt(`transcript ${contactEmail}`);
  if (tooMany === null) return contactEmail;
  // Whoever asks for codes to somebody else's address does not keep its owner from the other way.
  if (canSignIn) return null;
  throw tooManyAttempts(tooMany);
}

/**
 * A share link can be passed on, so it proves nothing: a code goes to the contact e-mail that the vendor's own
 * document names, or the person signs in with the account that it is about. A document that somebody pastes is not read
 * at all, for it could name any address and any account.
 */
export async function showTranscript(services: Services, own: OwnSession, link: string): Promise<string> {
  const { database, limits, post, sealer } = services;
  const { userId, partnerId, sessionToken } = own;
  const tried = limits.perEmail.attempt(`transcript ${userId}`);
  if (tried !== null) throw tooManyAttempts(tried);
  const { bytes, transcript } = await readTranscript(services, own, link);
  const { accountId, contactEmail } = transcript;
  const address = addressForCode(services, contactEmail);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const codeHash = address === null ? null : Buffer.from(await hashPassword(code));
  return database.asTenant({ partnerId, actor: { kind: 'user', userId } }, async (tx) => {
    const user = await findUser(tx, userId);
    const expiresAt = new Date(tx.now.getTime() + PROOF_MS);
    const proofId = await addAssociationProof(tx, {
      userId,
      sessionHash: tokenHash(sessionToken),
      method: 'transcript',
      providers: [transcript.provider],
      accountId,
      accountName: transcript.displayName ?? transcript.legalName,
      accountEmail: contactEmail,
      emailVerified: contactEmail === null ? null : true,
      codeHash,
      sealedTranscript: sealer.seal(TRANSCRIPT_PURPOSE, Buffer.from(bytes).toString('base64')),
      proved: false,
      expiresAt,
    });
    if (address !== null) await sendCode(post, tx, { address, code, user, expiresAt });
    const details = { accountId };
    await recordAudit(tx, { action: 'transcript.shown', subject: `user:${userId}`, details });
    return proofId;
  });
}

interface SentCode {
  readonly address: string;
  readonly code: string;
  readonly user: User | null;
  readonly expiresAt: Date;
}

async function sendCode(
  post: Post,
  tx: TenantTransaction,
  { address, code, user, expiresAt }: SentCode,
): Promise<void> {
  const locale = user?.locale ?? 'fr';
  const until = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  await post.send(tx, {
    kind: TRANSCRIPT_CODE,
    to: address,
    userId: null,
    locale,
    values: {
      code,
      user: user === null ? '' : `${user.firstName} ${user.lastName} (${user.workEmail})`,
      until: `${until.format(expiresAt)} UTC`,
    },
    path: null,
  });
}
