/**
 * The same achievement told twice: records of one individual and one skill that share the day or the certificate
 * number, directly or through others. One of them is kept, so an outcome never depends on this; the explanation does.
 */
import { type FactsTable, NOT_KNOWN } from '../facts/facts-table.ts';
import { COUNTS, REASON, type ReasonNumber } from './judge-record.ts';

/** Changes `reasons` of the records that are not kept, and returns for each of these the record kept. */
export function markDuplicates(facts: FactsTable, reasons: ReasonNumber[]): ReadonlyMap<number, number> {
  const keptFor = new Map<number, number>();
  for (const group of duplicateGroups(facts)) {
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

/** All records that are known take part, whatever else speaks against them. */
function duplicateGroups(facts: FactsTable): readonly (readonly number[])[] {
  const parent = new Int32Array(facts.recordCount).map((_, record) => record);
  const find = (record: number): number => {
    let root = record;
    while (parent[root] !== root) root = parent[root]!;
    parent[record] = root;
    return root;
  };
  const firstWith = new Map<string, number>();
  for (let person = 0; person < facts.personCount; person++) {
    const individual = facts.individualOf?.[person] ?? person;
    for (let record = facts.recordStart[person]!; record < facts.recordStart[person + 1]!; record++) {
      if (facts.recordMarks[record]! & NOT_KNOWN) continue;
      const skill = facts.recordSkill[record]!;
      const named = skill >= 0 ? String(skill) : facts.records[record]!.skill;
      const { certificateNumber } = facts.records[record]!;
      const keys = [`${individual} ${named} on ${facts.achievedOn[record]}`];
      if (certificateNumber) keys.push(`${individual} ${named} number ${certificateNumber}`);
      for (const key of keys) {
        const first = firstWith.get(key);
        if (first === undefined) firstWith.set(key, record);
        else parent[find(record)] = find(first);
      }
    }
  }
  const groups = new Map<number, number[]>();
  for (const record of knownRecords(facts)) {
    const root = find(record);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [record]);
    else group.push(record);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function knownRecords(facts: FactsTable): readonly number[] {
  const known: number[] = [];
  for (let record = 0; record < facts.recordCount; record++) {
    if (!(facts.recordMarks[record]! & NOT_KNOWN)) known.push(record);
  }
  return known;
}
