/**
 * For every record and every option that names its skill: it counts, or the first reason why not. What the
 * explanation, the skills report, the profile and the diagnosis say about a record all comes from here.
 */
import type { Skill, SkillId } from '../catalogue/catalogue.ts';
import { type FactsTable, NEVER, NOT_KNOWN } from '../facts/facts-table.ts';
import type { Day } from '../time/day.ts';
import { activeAssociations, providerOf } from './account-associations.ts';
import { namingOptions } from './applicable-options.ts';
import type { CompiledProgramme, NamingOption } from './compiled-programme.ts';
import { type NotCounted, REASON_CODES, type ReasonCode, type ReasonParams } from './evaluation-result.ts';
import { accountOf, lastValidDay, type ReasonNumber } from './judge-record.ts';
import { reasonParams } from './reason-params.ts';

export interface Reason {
  readonly code: ReasonCode;
  readonly params: ReasonParams;
}

export interface RecordVerdict {
  readonly record: string;
  readonly person: string;
  /** The canonical id, or the id as given when the programme does not know the skill. */
  readonly skillId: SkillId;
  /** `null` when the programme does not know it. */
  readonly skill: Skill | null;
  /** The account it is read as: the survivor of a merged one. */
  readonly account: string | null;
  readonly provider: string | null;
  readonly achievedOn: Day;
  /** Last valid day, given by the source or computed; `null` when it does not expire. */
  readonly expiresOn: Day | null;
  /** An association of the account with this partner, made there, is active on the day. */
  readonly associatedVia: { readonly pmc: boolean; readonly partnerCenter: boolean };
  /** Options of the question, in force on the day, that name the skill; in catalogue order. */
  readonly options: readonly NamingOption[];
  /** Some option in force names the skill, inside or outside the question. */
  readonly named: boolean;
  /** Why it does not count for any of its options; `null` when it counts for one. */
  readonly reason: Reason | null;
  /** Options for which it does not count because its holder is used elsewhere; absent without sharing limits. */
  readonly taken?: readonly (NamingOption & { readonly params: ReasonParams })[];
}

export interface JudgedRecords {
  /** Verdict on every record by its number. */
  readonly reasons: readonly ReasonNumber[];
  /** Record not kept → record kept. */
  readonly keptFor: ReadonlyMap<number, number>;
}

function recordVerdict(
  facts: FactsTable,
  compiled: CompiledProgramme,
  { reasons, keptFor }: JudgedRecords,
  person: number,
  record: number,
): RecordVerdict {
  const number = facts.recordSkill[record]!;
  const skill = compiled.skills[number] ?? null;
  const code = REASON_CODES[reasons[record]!];
  const { id, skill: given } = facts.records[record]!;
  const account = accountOf(facts, record);
  const expiresOn = lastValidDay(facts, compiled, record);
  return {
    record: id,
    person: facts.people[person]!.id,
    skillId: skill?.id ?? given,
    skill,
    account,
    provider: providerOf(facts, person, account) ?? skill?.provider ?? null,
    achievedOn: facts.achievedOn[record]! as Day,
    expiresOn: expiresOn === NEVER ? null : (expiresOn as Day),
    associatedVia: activeAssociations(facts, compiled.day, person, account),
    options: namingOptions(compiled, number, facts),
    named: compiled.namedAnywhere[number] === 1,
    reason:
      code === undefined
        ? null
        : { code, params: reasonParams(facts, compiled, person, record, code, keptFor) },
  };
}

/** The verdicts on a person's records, in the order of their ids; records not yet known are left out. */
export function personVerdicts(
  facts: FactsTable,
  compiled: CompiledProgramme,
  judged: JudgedRecords,
  person: number,
): readonly RecordVerdict[] {
  const verdicts: RecordVerdict[] = [];
  for (let record = facts.recordStart[person]!; record < facts.recordStart[person + 1]!; record++) {
    if (facts.recordMarks[record]! & NOT_KNOWN) continue;
    verdicts.push(recordVerdict(facts, compiled, judged, person, record));
  }
  return verdicts.sort((left, right) => (left.record < right.record ? -1 : 1));
}

/** One entry for each record and option that names its skill and does not count it; one where no option names it. */
export function notCounted(verdicts: readonly RecordVerdict[]): readonly NotCounted[] {
  const entries: NotCounted[] = [];
  for (const { record, person, options, named, reason, taken = [] } of verdicts) {
    if (!named) {
      entries.push({ record, person, competency: null, option: null, reason: 'not-named', params: {} });
    } else if (taken.length > 0) {
      for (const { competency, option, params } of taken) {
        entries.push({ record, person, competency, option, reason: 'seat-taken', params });
      }
    } else if (reason !== null) {
      const { code, params } = reason;
      for (const { competency, option } of options) {
        entries.push({ record, person, competency, option, reason: code, params });
      }
    }
  }
  return entries;
}
