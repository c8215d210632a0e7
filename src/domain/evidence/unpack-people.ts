/** From packed columns back to the people of a facts document, field for field as they were packed. */
import type { FactsAccount, FactsAssociation, FactsPerson, FactsRecord } from '../facts/facts-document.ts';
import { type Day, formatDay } from '../time/day.ts';
import { formatInstant } from '../time/instant.ts';
import {
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
  REMOVED,
} from './evidence.ts';
import { idsOf } from './evidence-ids.ts';
import type { OddColumn } from './odd-values.ts';

/** Absent fields are never written, not even as `undefined`: a format that knows "not said" tells it from null. */
type Writable<T> = { -readonly [Field in keyof T]: T[Field] };

const dayTexts: string[] = [];

function dayText(day: number): string {
  dayTexts[day] ??= formatDay(day as Day);
  return dayTexts[day];
}

class Unpacker {
  private readonly evidence: Evidence;
  private readonly personIds: readonly string[];
  private readonly recordIds: readonly string[];
  private readonly words: readonly (string | null | undefined)[];
  private readonly accountNames: readonly (string | null | undefined)[];
  private readonly certificates: readonly (string | null | undefined)[];
  private readonly instants: readonly (string | null | undefined)[];

  constructor(evidence: Evidence) {
    this.evidence = evidence;
    this.personIds = idsOf(evidence, 'personId');
    this.recordIds = idsOf(evidence, 'recordId');
    this.words = evidence.words.byCode();
    this.accountNames = evidence.accounts.byCode();
    this.certificates = evidence.certificates.byCode();
    const texts = Array.from(evidence.instants, (instant, entry) =>
      Number.isNaN(instant) ? evidence.odd.get('instant', entry) : formatInstant(instant),
    );
    this.instants = [undefined, null, ...texts];
  }

  people(): (FactsPerson | null)[] {
    const marks = this.evidence.columns.personMarks;
    return Array.from(marks, (mark, at) => (mark & REMOVED ? null : this.person(at)));
  }

  private day(column: OddColumn, days: Uint16Array, at: number): string | null | undefined {
    const day = days[at]!;
    if (day < DAY_ODD) return dayText(day);
    if (day === DAY_NULL) return null;
    return day === DAY_ABSENT ? undefined : this.evidence.odd.get(column, at);
  }

  private person(at: number): FactsPerson {
    const { columns, starts } = this.evidence;
    const marks = columns.personMarks[at]!;
    const list = <T>(mark: number, start: Uint32Array, item: (number: number) => T): T[] | undefined => {
      if (!(marks & mark)) return undefined;
      const items: T[] = [];
      for (let number = start[at]!; number < start[at + 1]!; number++) items.push(item(number));
      return items;
    };
    const person: Writable<FactsPerson> = { id: this.personIds[at]! };
    const from = this.day('employedFrom', columns.employedFrom, at);
    if (from !== undefined) person.employedFrom = from;
    const until = this.day('employedUntil', columns.employedUntil, at);
    if (until !== undefined) person.employedUntil = until;
    const sameAs = this.words[columns.sameAs[at]!];
    if (sameAs !== undefined) person.sameAs = sameAs;
    const accounts = list(NAMES_ACCOUNTS, starts.accounts, (number) => this.account(number));
    if (accounts !== undefined) person.accounts = accounts;
    const associations = list(NAMES_ASSOCIATIONS, starts.associations, (number) => this.association(number));
    if (associations !== undefined) person.associations = associations;
    const records = list(NAMES_RECORDS, starts.records, (number) => this.record(number));
    if (records !== undefined) person.records = records;
    return person;
  }

  private account(at: number): FactsAccount {
    const { columns } = this.evidence;
    const account: Writable<FactsAccount> = { accountId: this.accountNames[columns.accountId[at]!]! };
    const provider = this.words[columns.accountProvider[at]!];
    if (provider !== undefined) account.provider = provider;
    const mergedInto = this.accountNames[columns.mergedInto[at]!];
    if (mergedInto !== undefined) account.mergedInto = mergedInto;
    return account;
  }

  private association(at: number): FactsAssociation {
    const { columns } = this.evidence;
    const association: Writable<FactsAssociation> = {
      accountId: this.accountNames[columns.associationAccount[at]!]!,
      from: this.day('associationFrom', columns.associationFrom, at)!,
    };
    const provider = this.words[columns.associationProvider[at]!];
    if (provider !== undefined) association.provider = provider;
    const via = this.words[columns.via[at]!];
    if (via !== undefined) association.via = via as FactsAssociation['via'];
    const until = this.day('associationUntil', columns.associationUntil, at);
    if (until !== undefined) association.until = until;
    const partner = this.words[columns.associationPartner[at]!];
    if (partner !== undefined) association.partner = partner;
    return association;
  }

  private record(at: number): FactsRecord {
    const { columns } = this.evidence;
    const record: Writable<FactsRecord> = {
      id: this.recordIds[at]!,
      skill: this.words[columns.skill[at]!]!,
      achievedOn: this.day('achievedOn', columns.achievedOn, at)!,
    };
    const accountId = this.accountNames[columns.recordAccount[at]!];
    if (accountId !== undefined) record.accountId = accountId;
    const expiresOn = this.day('expiresOn', columns.expiresOn, at);
    if (expiresOn !== undefined) record.expiresOn = expiresOn;
    const revokedOn = this.day('revokedOn', columns.revokedOn, at);
    if (revokedOn !== undefined) record.revokedOn = revokedOn;
    const source = this.words[columns.source[at]!];
    if (source !== undefined) record.source = source;
    const recordedAt = this.instants[columns.recordedAt[at]!];
    if (recordedAt !== undefined) record.recordedAt = recordedAt;
    const voidedAt = this.instants[columns.voidedAt[at]!];
    if (voidedAt !== undefined) record.voidedAt = voidedAt;
    const certificateNumber = this.certificates[columns.certificateNumber[at]!];
    if (certificateNumber !== undefined) record.certificateNumber = certificateNumber;
    const grade = this.grade(at);
    if (grade !== undefined) record.grade = grade;
    return record;
  }

  private grade(at: number): number | null | undefined {
    const code = this.evidence.columns.grade[at]!;
    if (code >= FIRST_GRADE) return code - FIRST_GRADE;
    if (code === GRADE_NULL) return null;
    if (code === GRADE_ABSENT) return undefined;
    return code === GRADE_ODD ? Number(this.evidence.odd.get('grade', at)) : undefined;
  }
}

/** By their places; null for people who are gone. */
export function unpackPeople(evidence: Evidence): readonly (FactsPerson | null)[] {
  return new Unpacker(evidence).people();
}
