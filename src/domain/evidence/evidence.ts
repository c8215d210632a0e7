/**
 * The people of one partner as packed columns: everything an evaluation with explanation may use of them (accounts,
 * associations, merges, records with both of their times). It is what the store keeps beside the facts and what an
 * evaluator reads instead of rows. Small facts of the company itself are cheap as rows and are not part of it.
 */
import type { OddValues } from './odd-values.ts';
import type { TextTable } from './text-table.ts';

/** What a column holds for each of its items, and so how wide it is. */
export type ColumnKind =
  /** 16 bytes of a lower-case UUID. */
  | 'id'
  | 'byte'
  /** 16-bit days since 1970-01-01. */
  | 'day'
  /** Codes of texts, in the table of this name; of instants in that of instants. */
  | 'word'
  | 'account'
  | 'certificate'
  | 'instant';

export type ItemKind = 'people' | 'accounts' | 'associations' | 'records';

interface Column {
  readonly of: ItemKind;
  readonly kind: ColumnKind;
}

/** In the order in which they are written. */
export const COLUMNS = {
  personId: { of: 'people', kind: 'id' },
  personMarks: { of: 'people', kind: 'byte' },
  employedFrom: { of: 'people', kind: 'day' },
  employedUntil: { of: 'people', kind: 'day' },
  sameAs: { of: 'people', kind: 'word' },
  accountId: { of: 'accounts', kind: 'account' },
  accountProvider: { of: 'accounts', kind: 'word' },
  mergedInto: { of: 'accounts', kind: 'account' },
  associationAccount: { of: 'associations', kind: 'account' },
  associationProvider: { of: 'associations', kind: 'word' },
  via: { of: 'associations', kind: 'word' },
  associationFrom: { of: 'associations', kind: 'day' },
  associationUntil: { of: 'associations', kind: 'day' },
  associationPartner: { of: 'associations', kind: 'word' },
  recordId: { of: 'records', kind: 'id' },
  recordAccount: { of: 'records', kind: 'account' },
  skill: { of: 'records', kind: 'word' },
  achievedOn: { of: 'records', kind: 'day' },
  expiresOn: { of: 'records', kind: 'day' },
  revokedOn: { of: 'records', kind: 'day' },
  source: { of: 'records', kind: 'word' },
  recordedAt: { of: 'records', kind: 'instant' },
  voidedAt: { of: 'records', kind: 'instant' },
  certificateNumber: { of: 'records', kind: 'certificate' },
  grade: { of: 'records', kind: 'byte' },
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[];

/** As narrow as the largest code allows. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

type ColumnArray<Kind extends ColumnKind> = Kind extends 'id' | 'byte'
  ? Uint8Array
  : Kind extends 'day'
    ? Uint16Array
    : Codes;

export type EvidenceColumns = {
  readonly [Name in ColumnName]: ColumnArray<(typeof COLUMNS)[Name]['kind']>;
};

export interface Evidence {
  readonly counts: Readonly<Record<ItemKind, number>>;
  /** First item of each person; the next person's entry is the end. */
  readonly starts: Readonly<Record<Exclude<ItemKind, 'people'>, Uint32Array>>;
  readonly columns: EvidenceColumns;
  /** Providers, skills, sources and other texts that repeat. */
  readonly words: TextTable;
  readonly accounts: TextTable;
  readonly certificates: TextTable;
  /** Milliseconds since 1970; NaN for one that is kept as text. */
  readonly instants: Float64Array;
  readonly odd: OddValues;
}

/** Codes that every coded column shares; the first text or instant of a table has the code after them. */
export const ABSENT = 0;
export const NULL = 1;
export const FIRST_CODE = 2;

/** Days that stand for no day; 65,532 is in the year 2149. */
export const DAY_ABSENT = 0xffff;
export const DAY_NULL = 0xfffe;
/** The text is among the odd values: a day that does not fit, or an instant given as a day. */
export const DAY_ODD = 0xfffd;

export const GRADE_ABSENT = 0;
export const GRADE_NULL = 1;
export const GRADE_ODD = 2;
/** Grade 0. */
export const FIRST_GRADE = 3;

/** Bits of `personMarks`: which lists the person names at all. */
export const NAMES_ACCOUNTS = 1;
export const NAMES_ASSOCIATIONS = 2;
export const NAMES_RECORDS = 4;
/** The person is no longer one of the partner's: hides an earlier entry of the same id. */
export const REMOVED = 8;

export const ID_BYTES = 16;
