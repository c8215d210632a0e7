/**
 * Lays packed evidence out as the columns of the engine: what read-people.ts and read-records.ts do for a document,
 * without a text to parse or a field to doubt. Evidence comes from the database, whose constraints have refused what
 * those check; what does not fit its columns is read as a document after all.
 */
import type { CompiledProgramme } from '../evaluation/compiled-programme.ts';
import {
  DAY_ODD,
  type Evidence,
  FIRST_CODE,
  FIRST_GRADE,
  NAMES_ASSOCIATIONS,
  NULL,
} from '../evidence/evidence.ts';
import { peopleOf } from '../evidence/evidence-facts.ts';
import { idsOf } from '../evidence/evidence-ids.ts';
import type { FactsReader } from './facts-reader.ts';
import {
  ALWAYS,
  BELOW_GRADE,
  type FactsTable,
  NEVER,
  type PersonName,
  SOURCE_NOT_RECOGNISED,
} from './facts-table.ts';
import { addMerge, readPeople } from './read-people.ts';
import { HIGHEST_GRADE, knownMarks } from './read-records.ts';

const ODD_WHEN_FILLED = [
  'employedFrom',
  'employedUntil',
  'associationFrom',
  'associationUntil',
  'achievedOn',
  'expiresOn',
  'revokedOn',
  'grade',
  'instant',
] as const;

function layDays(target: Int32Array, days: Uint16Array, absent: number): void {
  for (let at = 0; at < days.length; at++) target[at] = days[at]! < DAY_ODD ? days[at]! : absent;
}

function layPeople(table: FactsTable, { counts, columns, starts }: Evidence): void {
  table.reservePeople(counts.people);
  layDays(table.employedFrom, columns.employedFrom, ALWAYS);
  layDays(table.employedUntil, columns.employedUntil, NEVER);
  table.recordStart.set(starts.records);
  table.associationStart.set(starts.associations);
  for (let at = 0; at < counts.people; at++) {
    table.namesAssociations[at] = columns.personMarks[at]! & NAMES_ASSOCIATIONS ? 1 : 0;
    if (columns.sameAs[at]! > NULL) table.namesSameIndividuals = true;
  }
  table.personCount = counts.people;
}

function layMerges(reader: FactsReader, table: FactsTable, { counts, columns, accounts }: Evidence): void {
  for (let at = 0; at < counts.accounts; at++) {
    if (columns.mergedInto[at]! < FIRST_CODE) continue;
    const names = accounts.list();
    const into = names[columns.mergedInto[at]! - FIRST_CODE]!;
    addMerge(reader, table, names[columns.accountId[at]! - FIRST_CODE]!, into);
  }
}

function layAssociations(table: FactsTable, { counts, columns, accounts, words }: Evidence): void {
  table.reserveAssociations(counts.associations);
  layDays(table.associationFrom, columns.associationFrom, ALWAYS);
  layDays(table.associationUntil, columns.associationUntil, NEVER);
  const names = accounts.list();
  const here = words.byCode().map((word) => (word == null || word === table.partner ? 1 : 0));
  const pmc = words.byCode().map((word) => (word === 'pmc' ? 1 : 0));
  for (let at = 0; at < counts.associations; at++) {
    table.associationAccount[at] = names[columns.associationAccount[at]! - FIRST_CODE]!;
    table.associationIsHere[at] = here[columns.associationPartner[at]!]!;
    table.associationIsPmc[at] = pmc[columns.via[at]!]!;
  }
  table.associationCount = counts.associations;
}

function layRecords(
  table: FactsTable,
  { counts, columns, words, accounts, instants }: Evidence,
  { programme, skillNumbers, anySource }: CompiledProgramme,
  known: number | null,
): void {
  table.reserveRecords(counts.records);
  layDays(table.achievedOn, columns.achievedOn, ALWAYS);
  layDays(table.expiresOn, columns.expiresOn, NEVER);
  layDays(table.revokedOn, columns.revokedOn, NEVER);
  const skillOf = words.byCode().map((word) => (word == null ? -1 : (skillNumbers.get(word) ?? -1)));
  const recognised = words.byCode().map((word) => word == null || programme.recognisedSources.includes(word));
  const names = [null, null, ...accounts.list()];
  const instant = (code: number) => (code < FIRST_CODE ? null : instants[code - FIRST_CODE]!);
  for (let at = 0; at < counts.records; at++) {
    const skill = skillOf[columns.skill[at]!]!;
    const grade = columns.grade[at]!;
    let marks = knownMarks(instant(columns.recordedAt[at]!), instant(columns.voidedAt[at]!), known);
    if (!recognised[columns.source[at]!] && anySource[skill] !== 1) marks |= SOURCE_NOT_RECOGNISED;
    if ((grade < FIRST_GRADE ? HIGHEST_GRADE : grade - FIRST_GRADE) < programme.minGrade)
      marks |= BELOW_GRADE;
    if (skill < 0) table.hasUnknownSkills = true;
    table.recordSkill[at] = skill;
    table.recordMarks[at] = marks;
    table.recordAccount[at] = names[columns.recordAccount[at]!]!;
  }
  table.recordCount = counts.records;
}

function namesIn(evidence: Evidence): readonly PersonName[] {
  const words = evidence.words.byCode();
  return idsOf(evidence, 'personId').map((id, at) => ({ id, sameAs: words[evidence.columns.sameAs[at]!] }));
}

/** The people of the evidence, as columns; as objects only for whoever asks the table for them. */
export function readEvidence(
  reader: FactsReader,
  table: FactsTable,
  compiled: CompiledProgramme,
  known: number | null,
  evidence: Evidence,
): void {
  if (ODD_WHEN_FILLED.some((column) => evidence.odd.of(column) !== undefined)) {
    readPeople(reader, table, compiled, known, peopleOf(evidence));
    return;
  }
  layPeople(table, evidence);
  layMerges(reader, table, evidence);
  layAssociations(table, evidence);
  layRecords(table, evidence, compiled, known);
  table.unpackWith(
    () => peopleOf(evidence),
    () => namesIn(evidence),
  );
}
