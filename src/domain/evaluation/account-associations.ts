/** How the account of a record stands with this partner on a day: shown beside the verdict, not part of it. */
import type { FactsTable } from '../facts/facts-table.ts';
import type { Day } from '../time/day.ts';
import { COUNTS, judgePerson, peopleOfIndividual } from './judge-record.ts';

export interface ActiveAssociations {
  readonly pmc: boolean;
  readonly partnerCenter: boolean;
}

/** A person without named associations is associated for as long as employed. */
export function activeAssociations(
  facts: FactsTable,
  day: Day,
  person: number,
  account: string | null,
): ActiveAssociations {
  if (facts.namesAssociations[person] === 0) {
    return { pmc: false, partnerCenter: judgePerson(facts, day, person) === COUNTS };
  }
  let pmc = false;
  let partnerCenter = false;
  for (const holder of account === null ? [person] : peopleOfIndividual(facts, person)) {
    for (
      let number = facts.associationStart[holder]!;
      number < facts.associationStart[holder + 1]!;
      number++
    ) {
      if (account !== null && facts.associationAccount[number] !== account) continue;
      if (facts.associationIsHere[number] === 0) continue;
      if (day < facts.associationFrom[number]! || day >= facts.associationUntil[number]!) continue;
      if (facts.associationIsPmc[number] === 1) pmc = true;
      else partnerCenter = true;
    }
  }
  return { pmc, partnerCenter };
}

/** The learning provider of an account, where the person's accounts or associations say it. */
export function providerOf(facts: FactsTable, person: number, account: string | null): string | null {
  for (const holder of peopleOfIndividual(facts, person)) {
    const { accounts = [], associations = [] } = facts.people[holder]!;
    for (const entry of [...associations, ...accounts]) {
      if (entry.provider && (account === null || entry.accountId === account)) return entry.provider;
    }
  }
  return null;
}
