/**
 * A run of partners of a network in one buffer: company after company, people in the order of their ids, for each
 * person the skills with the days on which they count. The buffer is all there is, so a segment can be written to
 * a file, sent to a thread or shared with one.
 */
import { PackedReader } from './packed-bytes.ts';

const FORMAT = 0x4a4e5732; // "JNW2"

/** Marks of a partner, as bits of `marks`. */
export const DEVELOPED = 1;
export const DEVELOPING = 2;
export const COMPLETE_FACTS = 4;
/** Has assets: rules may ask for them. */
export const HAS_ASSETS = 8;
export const HAS_EXEMPTIONS = 16;
/** Memberships name different anniversaries: they are read from the company facts. */
export const SEVERAL_ANNIVERSARIES = 32;

/** Enrolled in programmes, perhaps in a track. */
export const HAS_ENROLMENTS = 64;

export interface SegmentSizes {
  readonly partners: number;
  readonly individuals: number;
  readonly intervals: number;
  /** Bytes of company facts and partner ids. */
  readonly companyBytes: number;
  /** Bytes of the texts that company facts and skills refer to. */
  readonly textBytes: number;
}

const HEADER_WORDS = 8;

export class NetworkSegment {
  readonly buffer: ArrayBufferLike;
  readonly sizes: SegmentSizes;
  /** First individual, first interval and first byte of each partner; one more entry gives the end. */
  readonly firstIndividual: Uint32Array;
  readonly firstInterval: Uint32Array;
  readonly firstByte: Uint32Array;
  /** Bit n mod 32 stands for the n-th text when the partner has values of the metric it names. */
  readonly metricBits: Uint32Array;
  /** How many intervals each individual has. */
  readonly intervalCount: Uint16Array;
  /** Number of the skill in `skills`, first day, and first day no more, of each interval. */
  readonly skill: Uint16Array;
  readonly from: Uint16Array;
  readonly until: Uint16Array;
  /** The one anniversary of a partner's memberships, PACKED_NEVER when it has none. */
  readonly anniversary: Uint16Array;
  readonly marks: Uint8Array;
  readonly companies: Uint8Array;
  private readonly textBytes: Uint8Array;

  /** @throws Error when the buffer is no segment of this format. */
  constructor(buffer: ArrayBufferLike) {
    this.buffer = buffer;
    const header = new Uint32Array(buffer, 0, HEADER_WORDS);
    if (header[0] !== FORMAT) throw new Error('these bytes are no segment of a network');
    this.sizes = {
      partners: header[1]!,
      individuals: header[2]!,
      intervals: header[3]!,
      companyBytes: header[4]!,
      textBytes: header[5]!,
    };
    const { partners, individuals, intervals, companyBytes, textBytes } = this.sizes;
    let at = HEADER_WORDS * 4;
    const words = (count: number) => {
      const view = new Uint32Array(buffer, at, count);
      at += count * 4;
      return view;
    };
    const halves = (count: number) => {
      const view = new Uint16Array(buffer, at, count);
      at += count * 2;
      return view;
    };
    const bytes = (count: number) => {
      const view = new Uint8Array(buffer, at, count);
      at += count;
      return view;
    };
    this.firstIndividual = words(partners + 1);
    this.firstInterval = words(partners + 1);
    this.firstByte = words(partners + 1);
    this.metricBits = words(partners);
    this.intervalCount = halves(individuals);
    this.skill = halves(intervals);
    this.from = halves(intervals);
    this.until = halves(intervals);
    this.anniversary = halves(partners);
    this.marks = bytes(partners);
    this.companies = bytes(companyBytes);
    this.textBytes = bytes(textBytes);
  }

  /** A segment with room for everything, to be filled in by its builder. */
  static allocate(sizes: SegmentSizes, allocate: (bytes: number) => ArrayBufferLike): NetworkSegment {
    const { partners, individuals, intervals, companyBytes, textBytes } = sizes;
    const words = HEADER_WORDS + partners * 4 + 3;
    const halves = individuals + intervals * 3 + partners;
    const buffer = allocate(words * 4 + halves * 2 + partners + companyBytes + textBytes);
    new Uint32Array(buffer, 0, HEADER_WORDS).set([
      FORMAT,
      partners,
      individuals,
      intervals,
      companyBytes,
      textBytes,
    ]);
    return new NetworkSegment(buffer);
  }

  setTexts(bytes: Uint8Array): void {
    this.textBytes.set(bytes);
  }

  /** Ids of the skills by their number here, and the texts that company facts refer to. */
  texts(): { readonly skills: readonly string[]; readonly texts: readonly string[] } {
    const reader = new PackedReader(this.textBytes);
    const list = () => Array.from({ length: reader.natural() }, () => reader.text());
    return { skills: list(), texts: list() };
  }

  partnerId(partner: number): string {
    const reader = new PackedReader(this.companies);
    reader.at = this.firstByte[partner]!;
    return reader.text();
  }
}
