/** Associations of people of the company that have ended, whoever ended them; where an account went nobody says. */
import type { FactsAssociation, FactsPerson } from '../../domain/facts/facts-document.ts';
import { addDays, type Day, formatDay } from '../../domain/time/day.ts';
import type { NoticeDraft } from '../shared/notices/raise-notices.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';

/** So far back a round looks, further if it did not run: what it has told before it does not tell again. */
const DAYS_BACK = 7;

/** A move from PMC to Partner Center ends one association of the account and begins another. */
function goesOn({ associations = [] }: FactsPerson, { accountId }: FactsAssociation, day: string): boolean {
  return associations.some(
    (other) =>
      other.accountId === accountId &&
      other.partner == null &&
      (other.until == null || day < other.until.slice(0, 10)),
  );
}

/** @param ranOn the day of the last round; before the first one nothing is news */
export function associationNotices(
  { facts }: Pick<PartnerAnswer, 'facts'>,
  day: Day,
  ranOn: Day | null,
): readonly NoticeDraft[] {
  if (ranOn === null) return [];
  const since = formatDay(Math.min(ranOn, addDays(day, -DAYS_BACK)) as Day);
  const printed = formatDay(day);
  return (facts.people ?? []).flatMap((person) => {
    // Whoever leaves loses them too: that is known.
    if (person.employedUntil != null && person.employedUntil <= printed) return [];
    return (person.associations ?? []).flatMap((association): NoticeDraft[] => {
      const { until, partner, provider, accountId } = association;
      const on = until?.slice(0, 10) ?? null;
      if (on === null || partner != null || on < since || on > printed) return [];
      if (goesOn(person, association, printed)) return [];
      return [
        {
          content: { kind: 'association-ended', person: person.id, provider: provider ?? '' },
          key: `association-ended ${person.id} ${provider ?? ''} ${accountId} ${until}`,
          userId: null,
        },
      ];
    });
  });
}
