/**
 * Packed columns as bytes: the format version, a checksum, then the arrays one after the other, each aligned so that
 * a reader looks at them where they lie. Numbers are little-endian, as on every platform that Node runs on but one;
 * there the version reads as another one and the facts are read from rows.
 */
import { checksum } from './checksum.ts';
import { COLUMN_NAMES, COLUMNS, type Codes, type Evidence, type EvidenceColumns } from './evidence.ts';
import { LISTS } from './evidence-builder.ts';
import { OddValues } from './odd-values.ts';
import { TextTable } from './text-table.ts';

/** Grows with every change of the format; blobs of another version are made anew from the facts. */
export const EVIDENCE_FORMAT = 1;

type Section = Uint8Array | Uint16Array | Uint32Array | Float64Array;

const HEADER_BYTES = 16;
/** Length and width of a section stand before it. */
const SECTION_HEAD_BYTES = 8;

/** As few bytes a code as the largest needs. */
function narrowed(codes: Codes): Codes {
  let largest = 0;
  for (let at = 0; at < codes.length; at++) if (codes[at]! > largest) largest = codes[at]!;
  if (largest < 0x100) return codes instanceof Uint8Array ? codes : Uint8Array.from(codes);
  if (largest < 0x10000) return codes instanceof Uint16Array ? codes : Uint16Array.from(codes);
  return codes;
}

function sectionsOf(evidence: Evidence): Section[] {
  const tables = [evidence.words, evidence.accounts, evidence.certificates].map((table) => table.packed());
  const odd = evidence.odd.lists();
  const oddTexts = odd.texts.packed();
  return [
    ...LISTS.map((list) => evidence.starts[list]),
    ...COLUMN_NAMES.map((name) => {
      const { kind } = COLUMNS[name];
      const column = evidence.columns[name];
      return kind === 'id' || kind === 'byte' || kind === 'day' ? column : narrowed(column);
    }),
    ...tables.flatMap(({ units, ends }) => [units, ends]),
    evidence.instants,
    odd.columns,
    odd.positions,
    oddTexts.units,
    oddTexts.ends,
  ];
}

function aligned(length: number): number {
  return (length + 7) & ~7;
}

export function evidenceToBytes(evidence: Evidence): Uint8Array {
  const sections = sectionsOf(evidence);
  const length = sections.reduce(
    (sum, { byteLength }) => sum + SECTION_HEAD_BYTES + aligned(byteLength),
    HEADER_BYTES,
  );
  const bytes = new Uint8Array(length);
  const words = new Uint32Array(bytes.buffer);
  let at = HEADER_BYTES;
  for (const section of sections) {
    words[at / 4] = section.length;
    words[at / 4 + 1] = section.BYTES_PER_ELEMENT;
    at += SECTION_HEAD_BYTES;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at += aligned(section.byteLength);
  }
  words[0] = EVIDENCE_FORMAT;
  words[1] = length;
  words[3] = checksum(words.subarray(HEADER_BYTES / 4));
  return bytes;
}

/** Why bytes are no evidence: written by another version, or not as they were written. */
export interface UnreadableEvidence {
  readonly kind: 'unreadable-evidence';
  readonly problem: 'other-format' | 'damaged';
}

const ARRAYS: Readonly<Record<number, new (buffer: ArrayBufferLike, at: number, length: number) => Section>> =
  { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array, 8: Float64Array };

/** The arrays in the order in which they were written; they share the memory of `bytes`. */
function readSections(bytes: Uint8Array): Section[] {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const sections: Section[] = [];
  for (let at = HEADER_BYTES; at < bytes.byteLength; ) {
    const length = words[at / 4]!;
    const width = words[at / 4 + 1]!;
    at += SECTION_HEAD_BYTES;
    sections.push(new ARRAYS[width]!(bytes.buffer, bytes.byteOffset + at, length));
    at += aligned(length * width);
  }
  return sections;
}

function isWhole(bytes: Uint8Array): boolean {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  return (
    words[1] === bytes.byteLength && words[2] === 0 && words[3] === checksum(words.subarray(HEADER_BYTES / 4))
  );
}

export function evidenceFromBytes(given: Uint8Array): Evidence | UnreadableEvidence {
  if (given.byteLength < HEADER_BYTES || given.byteLength % 8 !== 0) {
    return { kind: 'unreadable-evidence', problem: 'damaged' };
  }
  // Bytes that begin anywhere in a larger buffer are moved to where arrays of numbers may begin.
  const bytes = given.byteOffset % 8 === 0 ? given : Uint8Array.from(given);
  const [format] = new Uint32Array(bytes.buffer, bytes.byteOffset, 1);
  if (format !== EVIDENCE_FORMAT) return { kind: 'unreadable-evidence', problem: 'other-format' };
  if (!isWhole(bytes)) return { kind: 'unreadable-evidence', problem: 'damaged' };
  const sections = readSections(bytes);
  const next = <T extends Section>(): T => sections.shift() as T;
  const table = () => TextTable.from(next<Uint8Array | Uint16Array>(), next<Uint32Array>());
  const starts = {
    accounts: next<Uint32Array>(),
    associations: next<Uint32Array>(),
    records: next<Uint32Array>(),
  };
  const columns = Object.fromEntries(
    COLUMN_NAMES.map((name) => [name, next()]),
  ) as unknown as EvidenceColumns;
  const [words, accounts, certificates] = [table(), table(), table()];
  const instants = next<Float64Array>();
  return {
    counts: {
      people: columns.personMarks.length,
      accounts: columns.accountId.length,
      associations: columns.associationAccount.length,
      records: columns.skill.length,
    },
    starts,
    columns,
    words,
    accounts,
    certificates,
    instants,
    odd: OddValues.from(next<Uint8Array>(), next<Uint32Array>(), table()),
  };
}
