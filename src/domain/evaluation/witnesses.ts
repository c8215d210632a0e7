/** The records by which a person satisfies a predicate, chosen in one canonical way. */
import { type FactsTable, NOT_KNOWN } from '../facts/facts-table.ts';
import type { CompiledPredicate } from './compiled-programme.ts';
import { COUNTS, peopleOfIndividual, type ReasonNumber } from './judge-record.ts';

export class Witnesses {
  private readonly facts: FactsTable;
  private readonly reasons: readonly ReasonNumber[];
  /** Person → skill → counting record with the lowest id. */
  private readonly known = new Map<number, ReadonlyMap<number, string>>();

  constructor(facts: FactsTable, reasons: readonly ReasonNumber[]) {
    this.facts = facts;
    this.reasons = reasons;
  }

  /** Record ids in the order of the predicate; of an any-of, the first satisfied branch. */
  records(person: number, predicate: CompiledPredicate): readonly string[] {
    return [...new Set(this.satisfying(this.countingRecords(person), predicate) ?? [])];
  }

  private satisfying(
    held: ReadonlyMap<number, string>,
    predicate: CompiledPredicate,
  ): readonly string[] | null {
    if (predicate.kind === 'holds') {
      const record = held.get(predicate.skill);
      return record === undefined ? null : [record];
    }
    const all: string[] = [];
    for (const child of predicate.of) {
      const records = this.satisfying(held, child);
      if (predicate.kind === 'any-of' && records !== null) return records;
      if (predicate.kind === 'all-of') {
        if (records === null) return null;
        all.push(...records);
      }
    }
    return predicate.kind === 'all-of' ? all : null;
  }

  private countingRecords(person: number): ReadonlyMap<number, string> {
    const known = this.known.get(person);
    if (known !== undefined) return known;
    const { facts, reasons } = this;
    const held = new Map<number, string>();
    for (const member of peopleOfIndividual(facts, person)) {
      for (let record = facts.recordStart[member]!; record < facts.recordStart[member + 1]!; record++) {
        if (facts.recordMarks[record]! & NOT_KNOWN || reasons[record] !== COUNTS) continue;
        const skill = facts.recordSkill[record]!;
        const { id } = facts.records[record]!;
        const lowest = held.get(skill);
        if (lowest === undefined || id < lowest) held.set(skill, id);
      }
    }
    this.known.set(person, held);
    return held;
  }
}
