/**
 * Associations that were made in PMC and have not been made again in Partner Center: they count until the window
 * after the company's move is over. What would hold if people acted, or did not, is told by facts changed accordingly.
 */
import type { FactsAssociation, FactsDocument, FactsPerson } from '../facts/facts-document.ts';
import { survivorOf } from '../facts/survivor-account.ts';
import { addMonths, formatDay, parseDay } from '../time/day.ts';

/** First day on which associations made in PMC no longer count, `YYYY-MM-DD`; `null` for who is still in PMC. */
export function pmcWindowEnd(
  { movedFromPmcOn }: FactsDocument['partner'],
  programme: { readonly pmcWindowMonths: number },
): string | null {
  const moved = movedFromPmcOn == null ? null : parseDay(movedFromPmcOn.slice(0, 10));
  return moved === null ? null : formatDay(addMonths(moved, programme.pmcWindowMonths));
}

export interface LeftInPmc {
  readonly person: FactsPerson;
  /** Open associations with PMC alone, the oldest first. */
  readonly associations: readonly FactsAssociation[];
  /** The accounts they are about, as records are read: merged ones by their survivor. */
  readonly accounts: ReadonlySet<string>;
}

function isEmployed({ employedFrom, employedUntil }: FactsPerson, day: string): boolean {
  return (employedFrom == null || employedFrom <= day) && (employedUntil == null || day < employedUntil);
}

function isOpen({ from, until, partner }: FactsAssociation, day: string): boolean {
  return partner == null && from.slice(0, 10) <= day && (until == null || day < until.slice(0, 10));
}

function leftInPmc(person: FactsPerson, day: string): LeftInPmc | null {
  const open = (person.associations ?? []).filter((one) => isOpen(one, day));
  if (!open.some(({ via }) => via === 'pmc')) return null;
  const survivor = (one: FactsAssociation) => survivorOf(person, one.accountId);
  const again = new Set(open.filter(({ via }) => via !== 'pmc').map(survivor));
  const associations = open
    .filter((one) => one.via === 'pmc' && !again.has(survivor(one)))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  if (associations.length === 0) return null;
  return { person, associations, accounts: new Set(associations.map(survivor)) };
}

/** People employed on the day with an account that is associated in PMC and not in Partner Center. */
export function peopleLeftInPmc({ people = [] }: FactsDocument, day: string): readonly LeftInPmc[] {
  return people.flatMap((person) => {
    const left = isEmployed(person, day) ? leftInPmc(person, day) : null;
    return left === null ? [] : [left];
  });
}

function changed(
  facts: FactsDocument,
  people: readonly LeftInPmc[],
  change: (association: FactsAssociation) => readonly FactsAssociation[],
): FactsDocument {
  const byId = new Map(people.map((left) => [left.person.id, left]));
  return {
    ...facts,
    people: (facts.people ?? []).map((person) => {
      const left = byId.get(person.id);
      if (left === undefined) return person;
      const associations = (person.associations ?? []).flatMap((one) =>
        left.associations.includes(one) ? change(one) : [one],
      );
      return { ...person, associations };
    }),
  };
}

/** The facts as if these people had associated their accounts again in Partner Center. */
export function associatedAgain(facts: FactsDocument, people: readonly LeftInPmc[]): FactsDocument {
  return changed(facts, people, (association) => [{ ...association, via: 'partner-center' }]);
}

/** The facts as if these people never did, and the window were over. */
export function neverAssociatedAgain(facts: FactsDocument, people: readonly LeftInPmc[]): FactsDocument {
  return changed(facts, people, () => []);
}
