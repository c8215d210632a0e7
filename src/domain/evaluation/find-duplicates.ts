/**
 * The same achievement told twice: records of one individual and one skill that share the day or the certificate
 * number, directly or through others. One of them is kept, so an outcome never depends on this; the explanation does.
 */
import { type FactsTable, NOT_KNOWN } from '../facts/facts-table.ts';
import { COUNTS, peopleOfIndividual, REASON, type ReasonNumber } from './judge-record.ts';

/**
 * Changes `reasons` of the records that are not kept, and returns for each of these the record kept.
 * @param people whose records are looked at
 */
export function markDuplicates(
  facts: FactsTable,
  reasons: ReasonNumber[],
  people: readonly number[],
): ReadonlyMap<number, number> {
  const keptFor = new Map<number, number>();
  for (const group of duplicateGroups(facts, people)) {
    const kept = group.reduce((best, record) => (isBetter(facts, reasons, record, best) ? record : best));
    for (const record of group) {
      const reason = reasons[record]!;
      if (record === kept || (reason !== COUNTS && reason < REASON.duplicate)) continue;
      reasons[record] = REASON.duplicate;
      keptFor.set(record, kept);
    }
  }
  return keptFor;
}

/** A record that counts is better than one that does not; then the lowest id. */
function isBetter(facts: FactsTable, reasons: readonly ReasonNumber[], left: number, right: number): boolean {
  const leftCounts = reasons[left] === COUNTS;
  if (leftCounts !== (reasons[right] === COUNTS)) return leftCounts;
  return facts.records[left]!.id < facts.records[right]!.id;
}

/** Whether two records of one individual and one skill tell the same achievement. */
function tellTheSame(facts: FactsTable, left: number, right: number): boolean {
  if (facts.achievedOn[left] === facts.achievedOn[right]) return true;
  const { certificateNumber } = facts.records[left]!;
  return !!certificateNumber && certificateNumber === facts.records[right]!.certificateNumber;
}

/** Takes out of `records` what is connected with the last of them. */
function takeConnected(facts: FactsTable, records: number[]): readonly number[] {
  const connected = [records.pop()!];
  for (let next = 0; next < connected.length; next++) {
    for (let index = records.length - 1; index >= 0; index--) {
      if (tellTheSame(facts, connected[next]!, records[index]!)) connected.push(...records.splice(index, 1));
    }
  }
  return connected;
}

/** All records that are known take part, whatever else speaks against them. */
function recordsBySkill(facts: FactsTable, individual: number): Iterable<number[]> {
  const bySkill = new Map<number | string, number[]>();
  for (const person of peopleOfIndividual(facts, individual)) {
    for (let record = facts.recordStart[person]!; record < facts.recordStart[person + 1]!; record++) {
      if (facts.recordMarks[record]! & NOT_KNOWN) continue;
      const number = facts.recordSkill[record]!;
      const skill = number >= 0 ? number : facts.records[record]!.skill;
      const others = bySkill.get(skill);
      if (others === undefined) bySkill.set(skill, [record]);
      else others.push(record);
    }
  }
  return bySkill.values();
}

function* duplicateGroups(
  facts: FactsTable,
  people: readonly number[],
): Generator<readonly number[], void, void> {
  for (const person of people) {
    if (facts.individualOf !== null && facts.individualOf[person] !== person) continue;
    for (const records of recordsBySkill(facts, person)) {
      while (records.length > 1) {
        const group = takeConnected(facts, records);
        if (group.length > 1) yield group;
      }
    }
  }
}
