/**
 * One partner's facts as columns: what a check has read from the document, in the numbers the rules work on.
 * The table is reused from partner to partner, so that evaluating a stream of documents allocates next to nothing.
 */
import type { CountHistory } from '../evaluation/count-history.ts';
import type {
  FactsAssociation,
  FactsDocument,
  FactsMetric,
  FactsPerson,
  FactsRecord,
} from './facts-document.ts';

/** Day that stands for an open end. */
export const NEVER = 0x7fffffff;
/** Day that stands for an open start. */
export const ALWAYS = -0x80000000;

/** Marks of a record, as bits of `recordMarks`. */
export const VOIDED = 1;
export const SOURCE_NOT_RECOGNISED = 2;
export const BELOW_GRADE = 4;
/** Not known yet at the bound of the question: it does not appear at all. */
export const NOT_KNOWN = 8;

const NO_DOCUMENT: FactsDocument = { partner: { id: '' } };

export interface AccountMerge {
  readonly into: string;
}

export type PersonName = Pick<FactsPerson, 'id' | 'sameAs'>;

interface FactsObjects {
  readonly people: FactsPerson[];
  readonly records: FactsRecord[];
  readonly associations: FactsAssociation[];
}

export class FactsTable {
  document: FactsDocument = NO_DOCUMENT;
  partner = '';
  market: 'developed' | 'developing' | null = null;
  /** First day on which associations made in PMC no longer count. */
  pmcWindowEnd = NEVER;
  complete = false;
  /** Track in which the partner is enrolled, or the programme's default one. */
  track: string | null = null;

  personCount = 0;
  /** Some person says to be the same individual as another. */
  namesSameIndividuals = false;
  employedFrom = new Int32Array(256);
  employedUntil = new Int32Array(256);
  /** First record and first association of each person; the next person's entry is the end. */
  recordStart = new Int32Array(257);
  associationStart = new Int32Array(257);
  /** 1 when the person names associations; otherwise associated for as long as employed. */
  namesAssociations = new Uint8Array(256);

  recordCount = 0;
  hasUnknownSkills = false;
  /** The account named by each record, before merges. */
  recordAccount: (string | null)[] = [];
  recordSkill = new Int32Array(1024);
  achievedOn = new Int32Array(1024);
  expiresOn = new Int32Array(1024);
  revokedOn = new Int32Array(1024);
  recordMarks = new Uint8Array(1024);

  associationCount = 0;
  /** The surviving account of the association. */
  associationAccount: string[] = [];
  associationFrom = new Int32Array(256);
  associationUntil = new Int32Array(256);
  associationIsHere = new Uint8Array(256);
  associationIsPmc = new Uint8Array(256);

  /** Values of the months that are read, by metric number of the programme. */
  metricValues: FactsMetric[][] = [];

  /** Account → account it was merged into, one step; empty for nearly every partner. */
  readonly merges = new Map<string, AccountMerge>();
  /** Person number → number of the person under whom the individual is counted; `null` when all are different. */
  individualOf: Int32Array | null = null;
  /** The people of each individual who appears as several. */
  readonly samePeople = new Map<number, readonly number[]>();

  /** What was counted on earlier days of these facts, by the rule that asks for it. */
  readonly histories = new Map<object, CountHistory>();

  private readonly objects: FactsObjects = { people: [], records: [], associations: [] };
  private unpack: (() => readonly FactsPerson[]) | null = null;
  private names: (() => readonly PersonName[]) | null = null;

  /** The objects behind the columns. Counting never needs them; packed evidence makes them for explanations only. */
  get people(): FactsPerson[] {
    return this.unpacked().people;
  }

  get records(): FactsRecord[] {
    return this.unpacked().records;
  }

  get associations(): FactsAssociation[] {
    return this.unpacked().associations;
  }

  /** The columns have been laid out without objects; `people` gives them in the same order, and so does `names`. */
  unpackWith(people: () => readonly FactsPerson[], names: () => readonly PersonName[]): void {
    this.unpack = people;
    this.names = names;
  }

  /** Who is who, without what else there is to be told of them. */
  personNames(): readonly PersonName[] {
    return this.unpack === null ? this.objects.people : this.names!();
  }

  private unpacked(): FactsObjects {
    const { objects, unpack } = this;
    if (unpack === null) return objects;
    this.unpack = null;
    for (const person of unpack()) {
      objects.people.push(person);
      for (const record of person.records ?? []) objects.records.push(record);
      for (const association of person.associations ?? []) objects.associations.push(association);
    }
    return objects;
  }

  start(document: FactsDocument, metricCount: number): void {
    this.release();
    this.document = document;
    while (this.metricValues.length < metricCount) this.metricValues.push([]);
  }

  /** Lets go of the document, so that a large one is not in memory while the next is being read. */
  release(): void {
    this.document = NO_DOCUMENT;
    this.complete = false;
    this.personCount = 0;
    this.recordCount = 0;
    this.hasUnknownSkills = false;
    this.associationCount = 0;
    this.unpack = null;
    this.names = null;
    this.objects.people.length = 0;
    this.objects.records.length = 0;
    this.objects.associations.length = 0;
    this.namesSameIndividuals = false;
    this.recordAccount.length = 0;
    this.associationAccount.length = 0;
    this.merges.clear();
    this.individualOf = null;
    this.samePeople.clear();
    this.histories.clear();
    for (const values of this.metricValues) values.length = 0;
  }

  reservePeople(count: number): void {
    if (count <= this.employedFrom.length) return;
    const size = grown(count);
    this.employedFrom = copyInto(new Int32Array(size), this.employedFrom);
    this.employedUntil = copyInto(new Int32Array(size), this.employedUntil);
    this.namesAssociations = copyInto(new Uint8Array(size), this.namesAssociations);
    this.recordStart = copyInto(new Int32Array(size + 1), this.recordStart);
    this.associationStart = copyInto(new Int32Array(size + 1), this.associationStart);
  }

  reserveRecords(count: number): void {
    if (count <= this.recordSkill.length) return;
    const size = grown(count);
    this.recordSkill = copyInto(new Int32Array(size), this.recordSkill);
    this.achievedOn = copyInto(new Int32Array(size), this.achievedOn);
    this.expiresOn = copyInto(new Int32Array(size), this.expiresOn);
    this.revokedOn = copyInto(new Int32Array(size), this.revokedOn);
    this.recordMarks = copyInto(new Uint8Array(size), this.recordMarks);
  }

  reserveAssociations(count: number): void {
    if (count <= this.associationFrom.length) return;
    const size = grown(count);
    this.associationFrom = copyInto(new Int32Array(size), this.associationFrom);
    this.associationUntil = copyInto(new Int32Array(size), this.associationUntil);
    this.associationIsHere = copyInto(new Uint8Array(size), this.associationIsHere);
    this.associationIsPmc = copyInto(new Uint8Array(size), this.associationIsPmc);
  }

  /** The account that an account's records and associations are read as. */
  survivor(account: string): string {
    if (this.merges.size === 0) return account;
    let current = account;
    for (let merge = this.merges.get(current); merge !== undefined; merge = this.merges.get(current)) {
      current = merge.into;
    }
    return current;
  }
}

function grown(count: number): number {
  return Math.ceil(count * 1.5);
}

function copyInto<T extends Int32Array | Uint8Array>(target: T, source: T): T {
  target.set(source);
  return target;
}
