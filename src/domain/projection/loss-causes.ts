/** Why a level that was met the day before no longer is: everything of that day that took something away from it. */
import { skillsOf } from '../evaluation/compile-predicates.ts';
import type { CompiledOption, CompiledProgramme } from '../evaluation/compiled-programme.ts';
import { REASON_CODES, type ReasonCode } from '../evaluation/evaluation-result.ts';
import { COUNTS, judgeRecord, peopleOfIndividual } from '../evaluation/judge-record.ts';
import { MET } from '../evaluation/outcomes.ts';
import { type FactsTable, NOT_KNOWN } from '../facts/facts-table.ts';
import { assessAsset } from '../requirement-kinds/asset.ts';
import { namedPredicates } from '../robustness/level-departures.ts';
import type { Day } from '../time/day.ts';
import type { IndividualChange } from './followed-people.ts';

/** One kind of change; ids are sorted, and each is named once. */
export type LossCause =
  | {
      /** Why the records no longer count, as in an explanation. */
      readonly kind: ReasonCode;
      readonly people: readonly string[];
      readonly records: readonly string[];
      readonly skills: readonly string[];
    }
  | { readonly kind: 'asset-ended'; readonly assets: readonly string[] }
  /** Other rules come into force for these options, or none any more. */
  | { readonly kind: 'rules-changed'; readonly options: readonly string[] }
  /** The points of these options leave the range that is asked for, and nothing above says why. */
  | { readonly kind: 'score-changed'; readonly options: readonly string[] }
  | { readonly kind: 'exemption-ended' };

/** The day of a loss under the rules of the day before. */
export interface LossDay {
  readonly facts: FactsTable;
  readonly compiled: CompiledProgramme;
  readonly changes: readonly IndividualChange[];
}

class RecordsGone {
  readonly people = new Set<string>();
  readonly records = new Set<string>();
  readonly skills = new Set<string>();
}

function sorted(ids: ReadonlySet<string>): readonly string[] {
  return [...ids].sort();
}

/** Records of an individual that counted the day before for one of these skills and do not count on the day. */
function addGone(
  gone: Map<number, RecordsGone>,
  { facts, compiled }: LossDay,
  individual: number,
  skills: ReadonlySet<number>,
): void {
  const dayBefore = { ...compiled, day: (compiled.day - 1) as Day };
  for (const person of peopleOfIndividual(facts, individual)) {
    for (let record = facts.recordStart[person]!; record < facts.recordStart[person + 1]!; record++) {
      const skill = facts.recordSkill[record]!;
      if (!skills.has(skill) || facts.recordMarks[record]! & NOT_KNOWN) continue;
      if (judgeRecord(facts, dayBefore, person, record) !== COUNTS) continue;
      const reason = judgeRecord(facts, compiled, person, record);
      if (reason === COUNTS) continue;
      const of = gone.get(reason) ?? new RecordsGone();
      gone.set(reason, of);
      of.people.add(facts.people[person]!.id);
      of.records.add(facts.records[record]!.id);
      of.skills.add(compiled.skills[skill]!.id);
    }
  }
}

/** In the order of the reasons. */
function recordCauses(day: LossDay, options: readonly CompiledOption[]): readonly LossCause[] {
  const named = namedPredicates(options);
  const gone = new Map<number, RecordsGone>();
  for (const { individual, lost } of day.changes) {
    const mattering = lost.filter((predicate) => named.has(predicate));
    const skills = new Set(mattering.flatMap((predicate) => skillsOf(day.compiled.predicates[predicate]!)));
    addGone(gone, day, individual, skills);
  }
  return [...gone]
    .sort(([left], [right]) => left - right)
    .map(([reason, { people, records, skills }]) => ({
      kind: REASON_CODES[reason]!,
      people: sorted(people),
      records: sorted(records),
      skills: sorted(skills),
    }));
}

function assetCauses({ facts, compiled }: LossDay, options: readonly CompiledOption[]): readonly LossCause[] {
  const { day } = compiled;
  const assets = options.flatMap(({ leaves }) =>
    leaves.flatMap((leaf) => {
      if (leaf.kind !== 'asset') return [];
      const had = assessAsset(leaf.requirement, facts, (day - 1) as Day) === MET;
      return had && assessAsset(leaf.requirement, facts, day) !== MET ? [leaf.requirement.asset] : [];
    }),
  );
  return assets.length === 0 ? [] : [{ kind: 'asset-ended', assets: sorted(new Set(assets)) }];
}

/** Ids of options; rules without options have none. */
export function optionIds(options: readonly CompiledOption[]): readonly string[] {
  return options.flatMap(({ option }) => option ?? []).sort();
}

/** What facts took away on the day; `options` are those by which the level was met the day before. */
export function causesInFacts(day: LossDay, options: readonly CompiledOption[]): readonly LossCause[] {
  const causes = [...recordCauses(day, options), ...assetCauses(day, options)];
  return causes.length > 0 ? causes : [{ kind: 'score-changed', options: optionIds(options) }];
}
