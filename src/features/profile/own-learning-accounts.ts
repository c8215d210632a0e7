import type { LearningAccount } from '../../contract/profile.ts';
import { type AccountAssociation, nextPossibleStart } from '../../domain/association/associate.ts';
import type { FactsAssociation } from '../../domain/facts/facts-document.ts';
import { formatDay, parseDay } from '../../domain/time/day.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';

function startOf(association: FactsAssociation, user: string): AccountAssociation {
  return {
    id: `${association.accountId} ${association.from}`,
    partner: association.partner ?? '',
    user,
    via: association.via ?? 'partner-center',
    from: Date.parse(association.from),
    until: association.until == null ? null : Date.parse(association.until),
  };
}

/**
 * The learning accounts that a person has associated here, ended ones too, with the next day on which each
 * may be associated anew. A contact e-mail that differs from the work e-mail is shown, never a silent failure.
 */
export function ownLearningAccounts(
  answer: PartnerAnswer,
  userId: string,
  emails: ReadonlyMap<string, string>,
): LearningAccount[] {
  const person = (answer.facts.people ?? []).find(({ id }) => id === userId);
  const workEmail = answer.directory.get(userId)?.workEmail.toLowerCase();
  const associations = (person?.associations ?? []).filter(({ partner }) => partner == null);
  const today = parseDay(answer.asOf.validAt)!;
  return associations.map((association) => {
    const provider = association.provider ?? '';
    const email = emails.get(`${provider} ${association.accountId}`) ?? null;
    const history = (person?.associations ?? []).filter(
      ({ accountId }) => accountId === association.accountId,
    );
    return {
      provider,
      accountId: association.accountId,
      email,
      sameEmail: email === null ? null : email.toLowerCase() === workEmail,
      via: association.via ?? 'partner-center',
      since: association.from,
      until: association.until ?? null,
      nextPossibleChangeOn: formatDay(
        nextPossibleStart(
          history.map((each) => startOf(each, userId)),
          today,
        ),
      ),
    };
  });
}
