/** Checks the people of a facts document, with their accounts and associations, and lays them out as columns. */
import type { CompiledProgramme } from '../evaluation/compiled-programme.ts';
import type { FactsAccount, FactsAssociation, FactsPerson } from './facts-document.ts';
import { type FactsReader, isObject, type Unchecked } from './facts-reader.ts';
import { ALWAYS, type FactsTable, NEVER } from './facts-table.ts';
import { KnownFields } from './known-fields.ts';
import { readRecords } from './read-records.ts';

const PERSON_FIELDS = new KnownFields(
  'id',
  'employedFrom',
  'employedUntil',
  'sameAs',
  'accounts',
  'associations',
  'records',
);
const ACCOUNT_FIELDS = new KnownFields('accountId', 'provider', 'mergedInto');
const ASSOCIATION_FIELDS = new KnownFields('accountId', 'provider', 'via', 'from', 'until', 'partner');
const VIAS = ['partner-center', 'pmc'];

/** A merge that leads back to the account it started from has no survivor. */
export function addMerge(reader: FactsReader, table: FactsTable, account: string, into: string): void {
  table.merges.set(account, { into });
  let next: string | undefined = into;
  while (next !== undefined && next !== account) next = table.merges.get(next)?.into;
  if (next !== account) return;
  table.merges.delete(account);
  reader.fail('mergedInto', 'merge-cycle', into, 'an account that is not itself merged into this one');
}

function readAccounts(reader: FactsReader, table: FactsTable, accounts: readonly unknown[]): void {
  for (let index = 0; index < accounts.length; index++) {
    reader.enter('accounts', index);
    const entry: Unchecked<FactsAccount> = reader.object(accounts[index]);
    const account = reader.text(entry.accountId, 'accountId');
    reader.optionalText(entry.provider, 'provider');
    const into = reader.optionalText(entry.mergedInto, 'mergedInto');
    if (into !== null) addMerge(reader, table, account, into);
    reader.noteUnknownFields(entry, ACCOUNT_FIELDS);
  }
}

function readAssociations(reader: FactsReader, table: FactsTable, associations: readonly unknown[]): void {
  table.reserveAssociations(table.associationCount + associations.length);
  for (let index = 0; index < associations.length; index++) {
    reader.enter('associations', index);
    const entry: Unchecked<FactsAssociation> = reader.object(associations[index]);
    const number = table.associationCount++;
    table.associations[number] = entry as FactsAssociation;
    table.associationAccount[number] = reader.text(entry.accountId, 'accountId');
    reader.optionalText(entry.provider, 'provider');
    const from = reader.day(entry.from, 'from');
    const until = reader.optionalDay(entry.until, 'until', NEVER);
    reader.interval(from, until, 'until', entry.until);
    const partner = reader.optionalText(entry.partner, 'partner');
    table.associationFrom[number] = from;
    table.associationUntil[number] = until;
    table.associationIsHere[number] = partner === null || partner === table.partner ? 1 : 0;
    table.associationIsPmc[number] = reader.oneOf(entry.via, 'via', VIAS) === 'pmc' ? 1 : 0;
    reader.noteUnknownFields(entry, ASSOCIATION_FIELDS);
  }
}

export function readPeople(
  reader: FactsReader,
  table: FactsTable,
  compiled: CompiledProgramme,
  known: number | null,
  people: readonly unknown[],
): void {
  table.reservePeople(people.length);
  const ids = new Set<string>();
  const records = new Set<string>();
  for (let index = 0; index < people.length; index++) {
    reader.person = index;
    reader.enter('people', index);
    const value = people[index];
    if (!isObject(value)) {
      reader.object(value);
      return;
    }
    const person: Unchecked<FactsPerson> = value;
    const id = reader.text(person.id, 'id');
    if (ids.size === ids.add(id).size)
      reader.fail('id', 'duplicate-id', id, 'an id used once in the document');
    const from = reader.optionalDay(person.employedFrom, 'employedFrom', ALWAYS);
    const until = reader.optionalDay(person.employedUntil, 'employedUntil', NEVER);
    reader.interval(from, until, 'employedUntil', person.employedUntil);
    if (reader.optionalText(person.sameAs, 'sameAs')) table.namesSameIndividuals = true;
    table.people[index] = person as FactsPerson;
    table.employedFrom[index] = from;
    table.employedUntil[index] = until;
    table.recordStart[index] = table.recordCount;
    table.associationStart[index] = table.associationCount;
    table.namesAssociations[index] = person.associations === undefined ? 0 : 1;
    reader.noteUnknownFields(person, PERSON_FIELDS);
    if (person.accounts !== undefined) readAccounts(reader, table, reader.list(person.accounts, 'accounts'));
    reader.enter('people', index);
    if (person.associations !== undefined) {
      readAssociations(reader, table, reader.list(person.associations, 'associations'));
      reader.enter('people', index);
    }
    if (person.records === undefined) continue;
    const list = reader.list(person.records, 'records');
    reader.enter('records', 0);
    readRecords(reader, table, compiled, known, list, records);
  }
  table.personCount = people.length;
  table.recordStart[people.length] = table.recordCount;
  table.associationStart[people.length] = table.associationCount;
}

/**
 * After everything is read: associations are read as their surviving account's, and people who are the same
 * individual are counted under the lowest of their ids.
 */
export function joinIndividuals(table: FactsTable): void {
  if (table.merges.size > 0) {
    for (let number = 0; number < table.associationCount; number++) {
      table.associationAccount[number] = table.survivor(table.associationAccount[number]!);
    }
  }
  if (!table.namesSameIndividuals) return;
  const people = table.personNames();
  const parent = new Map<string, string>();
  const find = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    return root;
  };
  // Nearly everybody is nobody else: those stay out of the maps.
  const joined = new Set<string>();
  for (const { id, sameAs } of people) {
    if (!sameAs) continue;
    joined.add(id).add(sameAs);
    const left = find(id);
    const right = find(sameAs);
    if (left !== right) parent.set(left, right);
  }
  const lowest = new Map<string, number>();
  const members: { readonly person: number; readonly root: string }[] = [];
  people.forEach(({ id }, person) => {
    if (!joined.has(id)) return;
    const root = find(id);
    members.push({ person, root });
    const known = lowest.get(root);
    if (known === undefined || id < people[known]!.id) lowest.set(root, person);
  });
  const individualOf = Int32Array.from(people, (_, person) => person);
  const together = new Map<number, number[]>();
  for (const { person, root } of members) {
    const individual = lowest.get(root)!;
    individualOf[person] = individual;
    const others = together.get(individual);
    if (others === undefined) together.set(individual, [person]);
    else others.push(person);
  }
  for (const [individual, same] of together) if (same.length > 1) table.samePeople.set(individual, same);
  table.individualOf = individualOf;
}
