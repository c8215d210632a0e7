/** From the people of a facts document to packed columns. Nothing is lost but fields that the format does not know. */
import type { FactsAccount, FactsAssociation, FactsPerson, FactsRecord } from '../facts/facts-document.ts';
import { parseDay } from '../time/day.ts';
import { formatInstant, parseInstant } from '../time/instant.ts';
import {
  ABSENT,
  DAY_ABSENT,
  DAY_NULL,
  DAY_ODD,
  type Evidence,
  FIRST_GRADE,
  GRADE_ABSENT,
  GRADE_NULL,
  GRADE_ODD,
  NAMES_ACCOUNTS,
  NAMES_ASSOCIATIONS,
  NAMES_RECORDS,
  NULL,
  REMOVED,
} from './evidence.ts';
import { type Dictionary, EvidenceBuilder } from './evidence-builder.ts';

type Given<T> = T | null | undefined;
type DayColumn =
  | 'employedFrom'
  | 'employedUntil'
  | 'associationFrom'
  | 'associationUntil'
  | 'achievedOn'
  | 'expiresOn'
  | 'revokedOn';

const HIGHEST_PLAIN_GRADE = 4;

function textCode(dictionary: Dictionary<string>, text: Given<string>): number {
  if (text === undefined) return ABSENT;
  return text === null ? NULL : dictionary.code(text);
}

class Packer extends EvidenceBuilder {
  /** A file's records share one instant: its text is understood once. */
  private readonly instantCodes = new Map<string, number>();

  person(person: FactsPerson): void {
    const { columns } = this;
    const at = this.next('people');
    const { accounts, associations, records } = person;
    this.setId('personId', at, person.id);
    columns.personMarks[at] =
      (accounts === undefined ? 0 : NAMES_ACCOUNTS) |
      (associations === undefined ? 0 : NAMES_ASSOCIATIONS) |
      (records === undefined ? 0 : NAMES_RECORDS);
    this.setDay('employedFrom', at, person.employedFrom);
    this.setDay('employedUntil', at, person.employedUntil);
    columns.sameAs[at] = textCode(this.words, person.sameAs);
    for (const account of accounts ?? []) this.account(account);
    for (const association of associations ?? []) this.association(association);
    for (const record of records ?? []) this.record(record);
    this.endPerson();
  }

  removed(id: string): void {
    const at = this.next('people');
    this.setId('personId', at, id);
    this.columns.personMarks[at] = REMOVED;
    this.endPerson();
  }

  private account({ accountId, provider, mergedInto }: FactsAccount): void {
    const { columns } = this;
    const at = this.next('accounts');
    columns.accountId[at] = this.accounts.code(accountId);
    columns.accountProvider[at] = textCode(this.words, provider);
    columns.mergedInto[at] = textCode(this.accounts, mergedInto);
  }

  private association(association: FactsAssociation): void {
    const { columns } = this;
    const at = this.next('associations');
    columns.associationAccount[at] = this.accounts.code(association.accountId);
    columns.associationProvider[at] = textCode(this.words, association.provider);
    columns.via[at] = textCode(this.words, association.via);
    this.setDay('associationFrom', at, association.from);
    this.setDay('associationUntil', at, association.until);
    columns.associationPartner[at] = textCode(this.words, association.partner);
  }

  private record(record: FactsRecord): void {
    const { columns } = this;
    const at = this.next('records');
    this.setId('recordId', at, record.id);
    columns.recordAccount[at] = textCode(this.accounts, record.accountId);
    columns.skill[at] = this.words.code(record.skill);
    this.setDay('achievedOn', at, record.achievedOn);
    this.setDay('expiresOn', at, record.expiresOn);
    this.setDay('revokedOn', at, record.revokedOn);
    columns.source[at] = textCode(this.words, record.source);
    columns.recordedAt[at] = this.instantCode(record.recordedAt);
    columns.voidedAt[at] = this.instantCode(record.voidedAt);
    columns.certificateNumber[at] = textCode(this.certificates, record.certificateNumber);
    columns.grade[at] = this.gradeCode(at, record.grade);
  }

  private setDay(column: DayColumn, at: number, text: Given<string>): void {
    let code: number = DAY_ABSENT;
    if (text === null) code = DAY_NULL;
    else if (text !== undefined) {
      const day = parseDay(text);
      code = day !== null && day >= 0 && day < DAY_ODD ? day : DAY_ODD;
      if (code === DAY_ODD) this.odd.set(column, at, text);
    }
    this.columns[column][at] = code;
  }

  private instantCode(text: Given<string>): number {
    if (text === undefined) return ABSENT;
    if (text === null) return NULL;
    let code = this.instantCodes.get(text);
    if (code === undefined) {
      const instant = parseInstant(text);
      const plain = instant !== null && formatInstant(instant) === text;
      if (!plain) this.odd.set('instant', this.instants.entries.length, text);
      code = this.instants.add(plain ? instant : Number.NaN);
      this.instantCodes.set(text, code);
    }
    return code;
  }

  private gradeCode(at: number, grade: Given<number>): number {
    if (grade === undefined) return GRADE_ABSENT;
    if (grade === null) return GRADE_NULL;
    if (Number.isInteger(grade) && grade >= 0 && grade <= HIGHEST_PLAIN_GRADE) return FIRST_GRADE + grade;
    this.odd.set('grade', at, JSON.stringify(grade));
    return GRADE_ODD;
  }
}

/** @param removed ids of people who are no longer the partner's; a merge drops their earlier entries */
export function packPeople(people: readonly FactsPerson[], removed: readonly string[] = []): Evidence {
  const packer = new Packer({
    people: people.length + removed.length,
    accounts: people.reduce((sum, { accounts }) => sum + (accounts?.length ?? 0), 0),
    associations: people.reduce((sum, { associations }) => sum + (associations?.length ?? 0), 0),
    records: people.reduce((sum, { records }) => sum + (records?.length ?? 0), 0),
  });
  for (const person of people) packer.person(person);
  for (const id of removed) packer.removed(id);
  return packer.finish();
}
