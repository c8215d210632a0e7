import { LEARNING_PROVIDERS } from '../../../contract/associations.ts';
import type { OwnSkill } from '../../../contract/profile.ts';
import { pmcWindowEnd } from '../../../domain/chase-list/pmc-associations.ts';
import type {
  JudgedSkillRecord,
  PersonSituation,
  SituationAssociation,
} from '../../../domain/diagnosis/diagnose-person.ts';
import { type Association, associationHistory, nextPossibleOn } from '../../../store/associations-store.ts';
import type { TenantTransaction } from '../../../store/database.ts';
import {
  accountsElsewhere,
  mergesOf,
  otherAccounts,
  unmatchedRecordsOf,
} from '../../../store/diagnosis-store.ts';
import { learningAccountEmails } from '../../../store/learning-account-emails-store.ts';
import { sourceDelays } from '../../../store/source-delays-store.ts';
import type { User } from '../../../store/users-store.ts';
import { ownSkills } from '../own-skills.ts';
import type { PartnerAnswer } from '../partner-answer.ts';

export interface AskedSkill {
  readonly id: string;
  readonly title: string;
  readonly known: boolean;
  readonly named: boolean;
  readonly provider: string | null;
  /** Ids by which records may name it. */
  readonly ids: readonly string[];
  readonly achievedOn: string | null;
  readonly achievedBy: number | null;
}

export interface Asked {
  readonly user: User;
  readonly skill: AskedSkill | null;
  /** May be told that an account is associated with another company: the person alone, and the network. */
  readonly mayElsewhere: boolean;
}

export interface LoadedSituation {
  readonly situation: PersonSituation;
  readonly skills: readonly OwnSkill[];
}

async function associationsOf(
  tx: TenantTransaction,
  userId: string,
  mayElsewhere: boolean,
): Promise<readonly SituationAssociation[]> {
  const history = await associationHistory(tx, userId);
  const emails = await learningAccountEmails(tx, userId);
  const elsewhere = mayElsewhere ? await accountsElsewhere(tx, userId) : new Set<string>();
  const next = new Map<string, string>();
  const keyOf = ({ provider, accountId }: Association) => `${provider} ${accountId}`;
  for (const association of history) {
    const key = keyOf(association);
    if (!next.has(key)) next.set(key, await nextPossibleOn(tx, association));
  }
  return history.map((association) => ({
    provider: association.provider,
    accountId: association.accountId,
    via: association.via,
    from: association.from.getTime(),
    until: association.until?.getTime() ?? null,
    elsewhere: elsewhere.has(keyOf(association)),
    nextPossibleOn: next.get(keyOf(association)) ?? null,
    email: emails.get(keyOf(association)) ?? null,
  }));
}

/** What the programmes say of the records of the person, each told once. */
function judgedRecords(
  answers: readonly PartnerAnswer[],
  skills: readonly OwnSkill[],
): readonly JudgedSkillRecord[] {
  const [first] = answers;
  return skills.map(({ recordId, skillId, provider, source, achievedOn, countsNow, reason }) => ({
    recordId,
    skill: skillId,
    provider: provider === '' ? source : provider,
    accountId: first?.recordsById().get(recordId)?.record.accountId ?? null,
    achievedOn,
    counts: countsNow,
    reason,
  }));
}

/** Everything that a diagnosis of one person looks at, as it stands now. */
export async function loadSituation(
  tx: TenantTransaction,
  answers: readonly [PartnerAnswer, ...PartnerAnswer[]],
  { user, skill, mayElsewhere }: Asked,
): Promise<LoadedSituation> {
  const [{ facts, programme, asOf }] = answers;
  const associations = await associationsOf(tx, user.userId, mayElsewhere);
  const addresses = [user.workEmail, ...associations.flatMap(({ email }) => email ?? [])];
  const skills = ownSkills(answers, user.userId);
  const recognised = new Set(answers.flatMap((each) => each.programme.recognisedSources));
  const merges = await mergesOf(tx, user.userId);
  return {
    skills,
    situation: {
      status: user.status === 'deleted' ? 'left' : user.status,
      workEmail: user.workEmail,
      today: asOf.validAt,
      employedFrom: user.employedFrom,
      employedUntil: user.employedUntil,
      disabledOn: user.disabledOn,
      providers: LEARNING_PROVIDERS.filter((provider) => recognised.has(provider)),
      associations,
      pmcEndsOn: pmcWindowEnd(facts.partner, programme),
      merges: merges.map(({ at, ...merge }) => ({ ...merge, at: at.getTime() })),
      others: await otherAccounts(tx, user.userId, skill?.ids ?? []),
      unmatched: await unmatchedRecordsOf(tx, user.userId, addresses),
      records: judgedRecords(answers, skills),
      skill,
      now: tx.now.getTime(),
      delays: await sourceDelays(tx),
    },
  };
}
