import type { LearningAccount } from '../../contract/profile.ts';
import { associationHistory, nextPossibleOn } from '../../store/associations-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { learningAccountEmails } from '../../store/learning-account-emails-store.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';

/** What the facts do not say about accounts; by provider and account id. */
export interface AccountKnowledge {
  readonly emails: ReadonlyMap<string, string>;
  /** First day on which each may be associated anew, judged over all partners. */
  readonly nextPossible: ReadonlyMap<string, string>;
  /** Ids of associations that have not ended, by provider, account and portal. */
  readonly open: ReadonlyMap<string, string>;
}

function openKey({ provider, accountId, via }: { provider: string; accountId: string; via: string }): string {
  return `${provider} ${accountId} ${via}`;
}

export async function accountKnowledge(tx: TenantTransaction, userId: string): Promise<AccountKnowledge> {
  const emails = await learningAccountEmails(tx, userId);
  const nextPossible = new Map<string, string>();
  const open = new Map<string, string>();
  for (const association of await associationHistory(tx, userId)) {
    const { provider, accountId } = association;
    if (association.until === null) open.set(openKey(association), association.associationId);
    const key = `${provider} ${accountId}`;
    if (!nextPossible.has(key)) nextPossible.set(key, await nextPossibleOn(tx, { provider, accountId }));
  }
  return { emails, nextPossible, open };
}

/**
 * The learning accounts that a person has associated here by the day, ended ones too, with the next day on which each
 * may be associated anew. A contact e-mail that differs from the work e-mail is shown, never a silent failure.
 */
export function ownLearningAccounts(
  answer: PartnerAnswer,
  userId: string,
  known: AccountKnowledge,
): LearningAccount[] {
  const person = (answer.facts.people ?? []).find(({ id }) => id === userId);
  const workEmail = answer.directory.get(userId)?.workEmail.toLowerCase();
  const associations = (person?.associations ?? []).filter(
    ({ partner, from }) => partner == null && from.slice(0, 10) <= answer.asOf.validAt,
  );
  return associations.map((association) => {
    const { accountId, provider, via, from, until } = association;
    const key = `${provider ?? ''} ${accountId}`;
    const email = known.emails.get(key) ?? null;
    const portal = via ?? 'partner-center';
    return {
      associationId:
        until == null
          ? (known.open.get(openKey({ provider: provider ?? '', accountId, via: portal })) ?? null)
          : null,
      provider: provider ?? '',
      accountId,
      email,
      sameEmail: email === null ? null : email.toLowerCase() === workEmail,
      via: portal,
      since: from,
      until: until ?? null,
      nextPossibleChangeOn: known.nextPossible.get(key) ?? null,
    };
  });
}
