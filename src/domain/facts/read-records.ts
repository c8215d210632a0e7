/** Checks one person's skill records and lays them out as columns. */
import type { CompiledProgramme } from '../evaluation/compiled-programme.ts';
import type { FactsRecord } from './facts-document.ts';
import { type FactsReader, isObject, type Unchecked } from './facts-reader.ts';
import {
  BELOW_GRADE,
  type FactsTable,
  NEVER,
  NOT_KNOWN,
  SOURCE_NOT_RECOGNISED,
  VOIDED,
} from './facts-table.ts';
import { KnownFields } from './known-fields.ts';

const RECORD_FIELDS = new KnownFields(
  'id',
  'accountId',
  'skill',
  'achievedOn',
  'expiresOn',
  'revokedOn',
  'source',
  'recordedAt',
  'voidedAt',
  'certificateNumber',
  'grade',
);

/** The grade of a record that gives none: pushed by its source. */
export const HIGHEST_GRADE = 4;

function readGrade(reader: FactsReader, value: unknown): number {
  if (value === undefined || value === null) return HIGHEST_GRADE;
  if (typeof value !== 'number') reader.fail('grade', 'wrong-type', value, '0 to 4');
  else if (Number.isInteger(value) && value >= 0 && value <= HIGHEST_GRADE) return value;
  else reader.fail('grade', 'out-of-range', value, '0 to 4');
  return HIGHEST_GRADE;
}

/** Voided and not-yet-known, as the question sees them: without a bound everything in the document is known. */
export function knownMarks(recordedAt: number | null, voidedAt: number | null, known: number | null): number {
  if (known === null) return voidedAt === null ? 0 : VOIDED;
  if (recordedAt !== null && recordedAt > known) return NOT_KNOWN;
  return voidedAt !== null && voidedAt <= known ? VOIDED : 0;
}

export function readRecords(
  reader: FactsReader,
  table: FactsTable,
  { programme, skillNumbers, anySource }: CompiledProgramme,
  known: number | null,
  records: readonly unknown[],
  seen: Set<string>,
): void {
  table.reserveRecords(table.recordCount + records.length);
  const {
    recordSkill,
    achievedOn,
    expiresOn,
    revokedOn,
    recordMarks,
    recordAccount,
    records: objects,
  } = table;
  const { recognisedSources, minGrade } = programme;
  let number = table.recordCount;
  let lastRecognised: string | null = null;
  for (let index = 0; index < records.length; index++) {
    reader.item = index;
    const value = records[index];
    if (!isObject(value)) {
      reader.object(value);
      return;
    }
    const record: Unchecked<FactsRecord> = value;
    const id = reader.text(record.id, 'id');
    if (seen.size === seen.add(id).size)
      reader.fail('id', 'duplicate-id', id, 'an id used once in the document');
    const skill = skillNumbers.get(reader.text(record.skill, 'skill')) ?? -1;
    if (skill < 0) table.hasUnknownSkills = true;
    const source = reader.optionalText(record.source, 'source');
    const recordedAt = reader.optionalInstant(record.recordedAt, 'recordedAt');
    const voidedAt = reader.optionalInstant(record.voidedAt, 'voidedAt');
    recordAccount[number] = reader.optionalText(record.accountId, 'accountId');
    reader.optionalText(record.certificateNumber, 'certificateNumber');
    let marks = knownMarks(recordedAt, voidedAt, known);
    if (source !== null && source !== lastRecognised) {
      if (recognisedSources.includes(source)) lastRecognised = source;
      else if (anySource[skill] !== 1) marks |= SOURCE_NOT_RECOGNISED;
    }
    if (readGrade(reader, record.grade) < minGrade) marks |= BELOW_GRADE;
    recordSkill[number] = skill;
    achievedOn[number] = reader.day(record.achievedOn, 'achievedOn');
    expiresOn[number] = reader.optionalDay(record.expiresOn, 'expiresOn', NEVER);
    revokedOn[number] = reader.optionalDay(record.revokedOn, 'revokedOn', NEVER);
    recordMarks[number] = marks;
    objects[number] = record as FactsRecord;
    number++;
    reader.noteUnknownFields(record, RECORD_FIELDS);
  }
  table.recordCount = number;
}
