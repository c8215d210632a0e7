/**
 * Packs partners one after the other into segments. Each facts table is judged once, as known at the bound with which
 * it was read; what is kept answers for every day. Rules that decide whether a record counts (sources, grades,
 * validity, retirement, the PMC window) are those of the programme given here; requirements are not looked at, so the
 * same segments answer for any version of them.
 */

import type { Programme } from '../catalogue/catalogue.ts';
import { compileProgramme } from '../evaluation/compile-programme.ts';
import type { CompiledProgramme } from '../evaluation/compiled-programme.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import type { Day } from '../time/day.ts';
import { parseDayOrInstant } from '../time/instant.ts';
import { TextNumbers, writeCompany } from './company-facts.ts';
import { CountingIntervals, LAST_PACKED_DAY, PACKED_NEVER } from './counting-intervals.ts';
import { GrowingColumn } from './growing-column.ts';
import {
  COMPLETE_FACTS,
  DEVELOPED,
  DEVELOPING,
  HAS_ASSETS,
  HAS_ENROLMENTS,
  HAS_EXEMPTIONS,
  NetworkSegment,
  SEVERAL_ANNIVERSARIES,
} from './network-segment.ts';
import { PackedWriter } from './packed-bytes.ts';

export interface BuilderOptions {
  /** A segment is closed when it has this many intervals. */
  readonly intervalsPerSegment?: number;
  /** Where a segment lives: shared memory when threads are to read it. */
  readonly allocate?: (bytes: number) => ArrayBufferLike;
}

const INTERVALS_PER_SEGMENT = 1 << 18;
/** More people with records of one individual than this are no data. */
const MOST_INTERVALS = 0xffff;

export class NetworkBuilder {
  readonly segments: NetworkSegment[] = [];

  private readonly compiled: CompiledProgramme;
  private readonly intervals: CountingIntervals;
  private readonly options: Required<BuilderOptions>;
  private readonly skills = new TextNumbers();
  private readonly texts = new TextNumbers();
  private readonly companies = new PackedWriter();
  private readonly firstIndividual = new GrowingColumn(Uint32Array);
  private readonly firstInterval = new GrowingColumn(Uint32Array);
  private readonly firstByte = new GrowingColumn(Uint32Array);
  private readonly metricBits = new GrowingColumn(Uint32Array);
  private readonly intervalCount = new GrowingColumn(Uint16Array);
  private readonly skill = new GrowingColumn(Uint16Array);
  private readonly from = new GrowingColumn(Uint16Array);
  private readonly until = new GrowingColumn(Uint16Array);
  private readonly anniversary = new GrowingColumn(Uint16Array);
  private readonly marks = new GrowingColumn(Uint8Array);

  constructor(programme: Programme, options: BuilderOptions = {}) {
    this.compiled = compileProgramme(programme, 0 as Day);
    this.intervals = new CountingIntervals(this.compiled);
    this.options = {
      intervalsPerSegment: options.intervalsPerSegment ?? INTERVALS_PER_SEGMENT,
      allocate: options.allocate ?? ((bytes) => new ArrayBuffer(bytes)),
    };
  }

  /** `facts` were read for a compilation of the same programme, on whatever day. */
  append(facts: FactsTable): void {
    this.startPartner();
    this.companies.text(facts.partner);
    writeCompany(facts.document, this.texts, this.companies);
    this.metricBits.push(this.bitsOf(facts.document));
    this.marks.push(marksOf(facts));
    this.pushAnniversary(facts.document);
    for (const individual of individualsById(facts)) this.appendIndividual(facts, individual);
    if (this.skill.length >= this.options.intervalsPerSegment) this.closeSegment();
  }

  /** Closes the last segment; the builder may go on with further ones. */
  finish(): readonly NetworkSegment[] {
    if (this.marks.length > 0) this.closeSegment();
    return this.segments;
  }

  private startPartner(): void {
    this.firstIndividual.push(this.intervalCount.length);
    this.firstInterval.push(this.skill.length);
    this.firstByte.push(this.companies.length);
  }

  private appendIndividual(facts: FactsTable, individual: number): void {
    const { intervals } = this;
    intervals.collect(facts, individual);
    if (intervals.count > MOST_INTERVALS)
      throw new RangeError(`${intervals.count} records of one individual`);
    this.intervalCount.push(intervals.count);
    for (let index = 0; index < intervals.count; index++) {
      const id = this.compiled.skills[intervals.skill[index]!]!.id;
      this.skill.push(this.skills.numberOf(id) - 1);
      this.from.push(intervals.from[index]!);
      this.until.push(intervals.until[index]!);
    }
  }

  private bitsOf({ metrics = [] }: FactsDocument): number {
    let bits = 0;
    for (const { metric } of metrics) bits |= 1 << (this.texts.numberOf(metric) % 32);
    return bits;
  }

  private pushAnniversary({ memberships = [] }: FactsDocument): void {
    const days = new Set(anniversariesOf(memberships));
    const [only] = days;
    if (days.size > 1) this.marks.set(this.marks.length - 1, this.marks.last() | SEVERAL_ANNIVERSARIES);
    this.anniversary.push(only === undefined ? PACKED_NEVER : Math.min(Math.max(only, 0), LAST_PACKED_DAY));
  }

  private closeSegment(): void {
    this.startPartner();
    const { skills, texts } = this;
    const packedTexts = new PackedWriter();
    for (const list of [skills.texts, texts.texts]) {
      packedTexts.natural(list.length);
      for (const text of list) packedTexts.text(text);
    }
    const sizes = {
      partners: this.marks.length,
      individuals: this.intervalCount.length,
      intervals: this.skill.length,
      companyBytes: this.companies.length,
      textBytes: packedTexts.length,
    };
    const segment = NetworkSegment.allocate(sizes, this.options.allocate);
    this.firstIndividual.moveTo(segment.firstIndividual);
    this.firstInterval.moveTo(segment.firstInterval);
    this.firstByte.moveTo(segment.firstByte);
    this.metricBits.moveTo(segment.metricBits);
    this.intervalCount.moveTo(segment.intervalCount);
    this.skill.moveTo(segment.skill);
    this.from.moveTo(segment.from);
    this.until.moveTo(segment.until);
    this.anniversary.moveTo(segment.anniversary);
    this.marks.moveTo(segment.marks);
    segment.companies.set(this.companies.written());
    segment.setTexts(packedTexts.written());
    this.companies.reset();
    skills.clear();
    texts.clear();
    this.segments.push(segment);
  }
}

/** The people under whom individuals are counted, in the order of their ids. */
function individualsById(facts: FactsTable): readonly number[] {
  const people: number[] = [];
  for (let person = 0; person < facts.personCount; person++) {
    if (facts.individualOf === null || facts.individualOf[person] === person) people.push(person);
  }
  return people.sort((left, right) => (facts.people[left]!.id < facts.people[right]!.id ? -1 : 1));
}

function marksOf({ market, complete, document }: FactsTable): number {
  const { assets = [], exemptions = [], enrolments = [] } = document;
  return (
    (market === 'developed' ? DEVELOPED : market === 'developing' ? DEVELOPING : 0) |
    (complete ? COMPLETE_FACTS : 0) |
    (assets.length > 0 ? HAS_ASSETS : 0) |
    (exemptions.length > 0 ? HAS_EXEMPTIONS : 0) |
    (enrolments.length > 0 ? HAS_ENROLMENTS : 0)
  );
}

/** The anniversaries that memberships give, in their order. */
export function anniversariesOf(memberships: NonNullable<FactsDocument['memberships']>): readonly Day[] {
  return memberships.flatMap(({ anniversary }) => {
    const day = anniversary ? parseDayOrInstant(anniversary) : null;
    return day === null ? [] : [day];
  });
}
