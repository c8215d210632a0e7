import type { TenantTransaction } from './database.ts';

export type ProofMethod = 'sign-in' | 'transcript';

/** A learning account that somebody shows and has not yet associated. */
export interface NewAssociationProof {
  readonly userId: string;
  /** Only the session in which the account was shown can go on. */
  readonly sessionHash: Buffer;
  readonly method: ProofMethod;
  readonly providers: readonly string[];
  readonly accountId: string;
  readonly accountName: string | null;
  readonly accountEmail: string | null;
  /** `null` where nobody says anything about it. */
  readonly emailVerified: boolean | null;
  /** Of the code that was sent to the owner of a transcript. */
  readonly codeHash: Buffer | null;
  readonly sealedTranscript: Buffer | null;
  /** Whether it is certain already that the person holds the account. */
  readonly proved: boolean;
  readonly expiresAt: Date;
}

export interface AssociationProof extends Omit<NewAssociationProof, 'proved'> {
  readonly proofId: string;
  readonly codeAttempts: number;
  readonly provedAt: Date | null;
  readonly createdAt: Date;
}

const columns = [
  'proof_id as proofId',
  'user_id as userId',
  'session_hash as sessionHash',
  'method',
  'providers',
  'account_id as accountId',
  'account_name as accountName',
  'account_email as accountEmail',
  'email_verified as emailVerified',
  'code_hash as codeHash',
  'code_attempts as codeAttempts',
  'sealed_transcript as sealedTranscript',
  'proved_at as provedAt',
  'created_at as createdAt',
  'expires_at as expiresAt',
] as const;

export interface ProofOwner {
  readonly userId: string;
  readonly sessionHash: Buffer;
}

/** Keeps what was shown, and forgets what this person showed before and what is over. */
export async function addAssociationProof(
  tx: TenantTransaction,
  proof: NewAssociationProof,
): Promise<string> {
  await tx.sql
    .deleteFrom('association_proof')
    .where('partner_id', '=', tx.partnerId)
    .where(({ eb, or }) => or([eb('user_id', '=', proof.userId), eb('expires_at', '<=', tx.now)]))
    .execute();
  const row = await tx.sql
    .insertInto('association_proof')
    .values({
      partner_id: tx.partnerId,
      user_id: proof.userId,
      session_hash: proof.sessionHash,
      method: proof.method,
      providers: [...proof.providers],
      account_id: proof.accountId,
      account_name: proof.accountName,
      account_email: proof.accountEmail,
      email_verified: proof.emailVerified,
      code_hash: proof.codeHash,
      sealed_transcript: proof.sealedTranscript,
      proved_at: proof.proved ? tx.now : null,
      created_at: tx.now,
      expires_at: proof.expiresAt,
    })
    .returning('proof_id')
    .executeTakeFirstOrThrow();
  return row.proof_id;
}

function ownProof(tx: TenantTransaction, proofId: string, owner: ProofOwner) {
  return tx.sql
    .selectFrom('association_proof')
    .select(columns)
    .where('partner_id', '=', tx.partnerId)
    .where('proof_id', '=', proofId)
    .where('user_id', '=', owner.userId)
    .where('session_hash', '=', owner.sessionHash)
    .where('expires_at', '>', tx.now);
}

/** `null` when it is over, used, or was begun by somebody else or in another session. */
export async function findAssociationProof(
  tx: TenantTransaction,
  proofId: string,
  owner: ProofOwner,
): Promise<AssociationProof | null> {
  return (await ownProof(tx, proofId, owner).executeTakeFirst()) ?? null;
}

/** The same, held until the transaction ends: of two who would use it one finds it gone. */
export async function holdAssociationProof(
  tx: TenantTransaction,
  proofId: string,
  owner: ProofOwner,
): Promise<AssociationProof | null> {
  return (await ownProof(tx, proofId, owner).forUpdate().executeTakeFirst()) ?? null;
}

/** Counts an attempt with a code; a right one proves who holds the account. */
export async function noteCodeAttempt(tx: TenantTransaction, proofId: string, right: boolean): Promise<void> {
  await tx.sql
    .updateTable('association_proof')
    .set(({ eb }) => ({ code_attempts: eb('code_attempts', '+', 1) }))
    .$if(right, (query) => query.set({ proved_at: tx.now, code_hash: null }))
    .where('partner_id', '=', tx.partnerId)
    .where('proof_id', '=', proofId)
    .execute();
}

/** The account that signed in is that of the transcript. `account` says which address is shown with it. */
export async function proveBySignIn(
  tx: TenantTransaction,
  proofId: string,
  account: { readonly email: string | null; readonly emailVerified: boolean | null },
): Promise<void> {
  await tx.sql
    .updateTable('association_proof')
    .set({ proved_at: tx.now, code_hash: null })
    .set({ account_email: account.email, email_verified: account.emailVerified })
    .where('partner_id', '=', tx.partnerId)
    .where('proof_id', '=', proofId)
    .execute();
}

export async function forgetAssociationProof(tx: TenantTransaction, proofId: string): Promise<void> {
  await tx.sql
    .deleteFrom('association_proof')
    .where('partner_id', '=', tx.partnerId)
    .where('proof_id', '=', proofId)
    .execute();
}
