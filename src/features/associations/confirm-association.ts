import type { Associated, AssociationRefusal, LearningProvider } from '../../contract/associations.ts';
import { conflict, type HttpProblem, notFound } from '../../http/problem.ts';
import { presentAccount } from '../../store/association-preview.ts';
import {
  type AssociationProof,
  forgetAssociationProof,
  holdAssociationProof,
} from '../../store/association-proofs-store.ts';
import { type StartAssociationResult, startAssociation } from '../../store/associations-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { keepAccountEmail } from '../../store/learning-account-emails-store.ts';
import { lockUserAccount } from '../../store/user-accounts-store.ts';
import type { OwnSession } from '../shared/fresh-sign-in.ts';
import { tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { finderFor } from '../shared/skill-finders.ts';
import { togetherOrAgain } from '../shared/together-or-again.ts';
import { keepTranscriptRecords, transcriptRecords } from './transcript-records.ts';

type Refused = Exclude<StartAssociationResult, { kind: 'started' }>;

const TITLES: Readonly<Record<Refused['kind'] | 'other-account', string>> = {
  'user-unknown': 'There is no such user.',
  'not-the-holder': 'Only the person associates a learning account.',
  'user-left': 'Who has left the company cannot associate an account with it.',
  'already-associated': 'This account is associated with you already.',
  'too-soon': 'Between two associations of an account there are 30 days.',
  'too-many': 'An account can be associated three times in 365 days.',
  'associated-meanwhile': 'The account was associated elsewhere a moment ago.',
  'other-account': 'Another account of this provider is associated with you.',
};

function refused(
  provider: LearningProvider,
  kind: keyof typeof TITLES,
  more: Partial<Pick<AssociationRefusal, 'nextPossibleOn' | 'accountId'>> = {},
): HttpProblem {
  const { nextPossibleOn = null, accountId = null } = more;
  const error = { code: kind, field: provider };
  return conflict(kind, TITLES[kind], {
    ...(nextPossibleOn === null ? {} : { detail: `Possible again on ${nextPossibleOn}.` }),
    errors: [{ ...error, ...(nextPossibleOn === null ? {} : { detail: nextPossibleOn }) }].map((one) =>
      accountId === null ? one : { ...one, detail: accountId },
    ),
  });
}

async function associate(
  tx: TenantTransaction,
  proof: AssociationProof,
  provider: LearningProvider,
): Promise<Associated['value'][number]> {
  const { userId, accountId, accountEmail, emailVerified } = proof;
  const present = await presentAccount(tx, userId, provider);
  if (present !== null && present !== accountId)
    throw refused(provider, 'other-account', { accountId: present });
  const started = await startAssociation(tx, { provider, accountId, userId });
  if (started.kind !== 'started') {
    throw refused(provider, started.kind, 'nextPossibleOn' in started ? started : {});
  }
  // An address that its owner never confirmed may be somebody else's.
  if (accountEmail !== null && emailVerified !== false) {
    await keepAccountEmail(tx, { provider, accountId, email: accountEmail });
  }
  const { associationId, nextPossibleOn } = started;
  return { associationId, provider, accountId, nextPossibleOn };
}

/**
 * The person says yes to what was shown: every association of it begins, or none does. The proof is used up by what
 * succeeds; after a refusal the page can show why.
 */
export async function confirmAssociation(
  services: Services,
  own: OwnSession,
  proofId: string,
): Promise<Associated> {
  const { database, sealer } = services;
  const { partnerId, userId } = own;
  const findSkill = await finderFor(services, partnerId);
  const owner = { userId, sessionHash: tokenHash(own.sessionToken) };
  const claim = { partnerId, actor: { kind: 'user', userId } } as const;
  const work = async (tx: TenantTransaction): Promise<Associated> => {
    const proof = await holdAssociationProof(tx, proofId, owner);
    if (proof === null) throw notFound('proof-over', 'What was shown is no longer at hand; begin again.');
    if (proof.provedAt === null) throw conflict('proof-needed', 'Prove first that the transcript is yours.');
    // Of two accounts of one provider that are confirmed at once the second sees the first.
    await lockUserAccount(tx, userId);
    const value: Associated['value'] = [];
    for (const provider of proof.providers as LearningProvider[]) {
      value.push(await associate(tx, proof, provider));
    }
    const recordsAdded = await keepTranscriptRecords(tx, transcriptRecords(sealer, proof, findSkill));
    await forgetAssociationProof(tx, proofId);
    return { value, recordsAdded };
  };
  return togetherOrAgain(() => database.asTenant(claim, work));
}
