/** How the facts of a company differ from earlier ones, as far as answers that are taken over must know. */
import type { FactsDocument, FactsPerson } from '../facts/facts-document.ts';
import { samePeople } from './judged-people.ts';

/** What is told anew of people. */
export interface PeopleChange {
  /** Skills, as records name them, of which somebody's records are others, or count under other conditions. */
  readonly skills: ReadonlySet<string>;
  /** Somebody has come, has gone, or is employed or associated at other times. */
  readonly staff: boolean;
}

/** Everything about a person but the records. */
function besidesRecords({ records: _records, ...person }: FactsPerson): string {
  return JSON.stringify(person);
}

function addSkills(skills: Set<string>, { records = [] }: FactsPerson): void {
  for (const { skill } of records) skills.add(skill);
}

/** Skills of the records that only one of the two knows like this. */
function addChangedSkills(skills: Set<string>, before: FactsPerson, after: FactsPerson): void {
  const told = new Map((before.records ?? []).map((record) => [JSON.stringify(record), record.skill]));
  for (const record of after.records ?? []) {
    if (!told.delete(JSON.stringify(record))) skills.add(record.skill);
  }
  for (const skill of told.values()) skills.add(skill);
}

/** People who are the same objects are the same. */
export function changeOfPeople(before: readonly FactsPerson[], after: readonly FactsPerson[]): PeopleChange {
  const places = samePeople(after, before);
  const toldAnew = new Map<string, FactsPerson>();
  const kept = new Uint8Array(before.length);
  after.forEach((person, at) => {
    if (places[at]! >= 0) kept[places[at]!] = 1;
    else toldAnew.set(person.id, person);
  });
  const skills = new Set<string>();
  let staff = false;
  before.forEach((person, at) => {
    if (kept[at] === 1) return;
    const now = toldAnew.get(person.id);
    if (now !== undefined && besidesRecords(person) === besidesRecords(now)) {
      addChangedSkills(skills, person, now);
      toldAnew.delete(person.id);
      return;
    }
    staff = true;
    addSkills(skills, person);
  });
  for (const person of toldAnew.values()) {
    staff = true;
    addSkills(skills, person);
  }
  return { skills, staff };
}

/** Everything that is known of a company but its people. */
export type CompanyFacts = Omit<FactsDocument, 'people'>;

export function companyFactsOf(facts: FactsDocument): CompanyFacts {
  const { partner, metrics, memberships, assets, exemptions, enrolments, complete } = facts;
  return { partner, metrics, memberships, assets, exemptions, enrolments, complete };
}

export function sameCompanyFacts(left: CompanyFacts, right: CompanyFacts): boolean {
  const fields = Object.keys(left) as (keyof CompanyFacts)[];
  return fields.every(
    (field) => left[field] === right[field] || JSON.stringify(left[field]) === JSON.stringify(right[field]),
  );
}
