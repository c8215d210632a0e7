/**
 * For every record and every option that names its skill: it counts, or the first reason why not. What the
 * explanation, the skills report, the profile and the diagnosis say about a record all comes from here.
 */
import { type FactsTable, NOT_KNOWN } from '../facts/facts-table.ts';
import type { CompiledProgramme, NamingOption } from './compiled-programme.ts';
import { type NotCounted, REASON_CODES, type ReasonCode, type ReasonParams } from './evaluation-result.ts';
import { markDuplicates } from './find-duplicates.ts';
import { COUNTS, judgeRecord, type ReasonNumber } from './judge-record.ts';
import { reasonParams } from './reason-params.ts';

export interface Reason {
  readonly code: ReasonCode;
  readonly params: ReasonParams;
}

export interface RecordVerdict {
  readonly record: string;
  readonly person: string;
  /** Options of the question, in force on the day, that name the skill; in catalogue order. */
  readonly options: readonly NamingOption[];
  /** Some option in force names the skill, inside or outside the question. */
  readonly named: boolean;
  /** Why it does not count, for all of its options alike; `null` when it counts. */
  readonly reason: Reason | null;
}

export interface JudgedRecords {
  /** Verdict on every record by its number. */
  readonly reasons: readonly ReasonNumber[];
  /** Record not kept → record kept. */
  readonly keptFor: ReadonlyMap<number, number>;
}

export function judgeRecords(facts: FactsTable, compiled: CompiledProgramme): JudgedRecords {
  const reasons: ReasonNumber[] = new Array(facts.recordCount).fill(COUNTS);
  for (let person = 0; person < facts.personCount; person++) {
    for (let record = facts.recordStart[person]!; record < facts.recordStart[person + 1]!; record++) {
      reasons[record] = judgeRecord(facts, compiled, person, record);
    }
  }
  return { reasons, keptFor: markDuplicates(facts, reasons) };
}

/** In the order of record ids; records not yet known are left out. */
export function recordVerdicts(
  facts: FactsTable,
  compiled: CompiledProgramme,
  { reasons, keptFor }: JudgedRecords,
): readonly RecordVerdict[] {
  const verdicts: RecordVerdict[] = [];
  for (let person = 0; person < facts.personCount; person++) {
    for (let record = facts.recordStart[person]!; record < facts.recordStart[person + 1]!; record++) {
      if (facts.recordMarks[record]! & NOT_KNOWN) continue;
      const skill = facts.recordSkill[record]!;
      const code = REASON_CODES[reasons[record]!];
      verdicts.push({
        record: facts.records[record]!.id,
        person: facts.people[person]!.id,
        options: compiled.namedBy[skill] ?? [],
        named: compiled.namedAnywhere[skill] === 1,
        reason:
          code === undefined
            ? null
            : { code, params: reasonParams(facts, compiled, person, record, code, keptFor) },
      });
    }
  }
  return verdicts.sort((left, right) => (left.record < right.record ? -1 : 1));
}

/** One entry for each record and option that names its skill and does not count it; one where no option names it. */
export function notCounted(verdicts: readonly RecordVerdict[]): readonly NotCounted[] {
  return verdicts.flatMap(({ record, person, options, named, reason }): readonly NotCounted[] => {
    if (!named) return [{ record, person, competency: null, option: null, reason: 'not-named', params: {} }];
    if (reason === null) return [];
    return options.map(({ competency, option }) => ({
      record,
      person,
      competency,
      option,
      reason: reason.code,
      params: reason.params,
    }));
  });
}
