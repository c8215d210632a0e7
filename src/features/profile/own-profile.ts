import type { LearningAccount, LearningPurpose } from '../../contract/profile.ts';
import { notFound } from '../../http/problem.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { findPartner, type Partner } from '../../store/partners-store.ts';
import { sourceDelays } from '../../store/source-delays-store.ts';
import { findUser, type User } from '../../store/users-store.ts';
import { type Administrator, administratorsOf } from '../shared/administrators.ts';
import type { AsOf } from '../shared/as-of.ts';
import { answersOfEach } from '../shared/partner-programmes.ts';
import type { Services } from '../shared/services.ts';
import { learningPurposes } from './learning-purposes.ts';
import { accountKnowledge, ownLearningAccounts } from './own-learning-accounts.ts';

/** What a person's profile says about the account and the learning accounts, on a day. */
export interface OwnProfile {
  readonly user: User;
  readonly company: Partner;
  readonly accounts: readonly LearningAccount[];
  readonly purposes: readonly LearningPurpose[];
  /** `YYYY-MM-DD`. */
  readonly partnerUniversitySince: string | null;
  readonly administrators: readonly Administrator[];
}

function partnerUniversitySince(
  user: User,
  purposes: readonly LearningPurpose[],
  day: string,
): string | null {
  const given = user.partnerUniversitySince;
  if (given !== null && given <= day) return given;
  const shown = purposes.find(({ provider }) => provider === 'partner-university')?.account;
  return shown?.since.slice(0, 10) ?? null;
}

export async function ownProfile(
  services: Services,
  { userId, partnerId }: { readonly userId: string; readonly partnerId: PartnerId },
  asOf: AsOf,
): Promise<OwnProfile> {
  const claim = { partnerId, actor: { kind: 'user', userId } } as const;
  const known = await services.database.readAsTenant(claim, async (tx) => {
    const [user, company] = [await findUser(tx, userId), await findPartner(tx, partnerId)];
    if (user === null || company === null) throw notFound();
    return {
      user,
      company,
      knowledge: await accountKnowledge(tx, userId),
      administrators: await administratorsOf(tx, user),
      delays: await sourceDelays(tx),
    };
  });
  const [answer] = await answersOfEach(services, partnerId, asOf);
  const accounts = ownLearningAccounts(answer, userId, known.knowledge);
  const { validAt } = answer.asOf;
  const pmc = {
    movedOn: answer.facts.partner.movedFromPmcOn ?? null,
    windowMonths: answer.programme.pmcWindowMonths,
  };
  const purposes = learningPurposes(accounts, validAt, pmc, known.delays);
  const { user, company, administrators } = known;
  const since = partnerUniversitySince(user, purposes, validAt);
  return { user, company, accounts, purposes, partnerUniversitySince: since, administrators };
}
