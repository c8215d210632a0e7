/** Why a level that was met the day before no longer is: everything of that day that took something away from it. */
import { skillsOf } from '../evaluation/compile-predicates.ts';
import type { CompiledOption, CompiledProgramme } from '../evaluation/compiled-programme.ts';
import { type OptionResult, REASON_CODES, type ReasonCode } from '../evaluation/evaluation-result.ts';
import { COUNTS, judgePerson, judgeRecord, peopleOfIndividual } from '../evaluation/judge-record.ts';
import { attainedLeaves } from '../evaluation/link-prerequisites.ts';
import { MET } from '../evaluation/outcomes.ts';
import { type FactsTable, NOT_KNOWN } from '../facts/facts-table.ts';
import { assessAsset } from '../requirement-kinds/asset.ts';
import { isExempt } from '../requirement-kinds/attained.ts';
import { countStaff, peopleNeeded } from '../requirement-kinds/percent-of-staff.ts';
import { withCoupled } from '../robustness/coupled-options.ts';
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
  | {
      readonly kind: 'rules-changed';
      readonly options: readonly string[];
      /** The same of options at other levels or of other competencies that are coupled with it; absent when none is. */
      readonly elsewhere?: readonly Pick<OptionResult, 'competency' | 'level' | 'option'>[];
    }
  /** The points of these options leave the range that is asked for, and nothing above says why. */
  | { readonly kind: 'score-changed'; readonly options: readonly string[] }
  /** These people make the staff larger, and so the share of it that must be qualified. */
  | { readonly kind: 'staff-grown'; readonly people: readonly string[] }
  /** The people of these options are used for others, and nothing above says why. */
  | { readonly kind: 'people-used-elsewhere'; readonly options: readonly string[] }
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

/** Assets that the options ask for by themselves or as some of several. */
function namedAssets(options: readonly CompiledOption[]): readonly string[] {
  return options.flatMap(({ leaves }) =>
    leaves.flatMap(({ requirement }) => {
      if (requirement.kind === 'asset') return [requirement.asset];
      return requirement.kind === 'asset-count' ? requirement.anyOf : [];
    }),
  );
}

function assetCauses({ facts, compiled }: LossDay, options: readonly CompiledOption[]): readonly LossCause[] {
  const { day } = compiled;
  const assets = namedAssets(options).filter((asset) => {
    const had = assessAsset({ asset }, facts, (day - 1) as Day) === MET;
    return had && assessAsset({ asset }, facts, day) !== MET;
  });
  return assets.length === 0 ? [] : [{ kind: 'asset-ended', assets: sorted(new Set(assets)) }];
}

/** Individuals who were not employed the day before, where more must be qualified than then. */
function staffCauses({ facts, compiled }: LossDay, options: readonly CompiledOption[]): readonly LossCause[] {
  const { day } = compiled;
  const dayBefore = (day - 1) as Day;
  const shares = options.flatMap(({ alternatives }) => alternatives.flatMap((way) => way.shares));
  if (shares.length === 0) return [];
  const staff = countStaff(facts, day);
  const before = countStaff(facts, dayBefore);
  const asksMore = shares.some(
    ({ requirement }) => peopleNeeded(requirement, staff) > peopleNeeded(requirement, before),
  );
  if (!asksMore) return [];
  const joined = new Set<string>();
  for (let person = 0; person < facts.personCount; person++) {
    const members = peopleOfIndividual(facts, person);
    if (members.some((member) => judgePerson(facts, dayBefore, member) === COUNTS)) continue;
    if (judgePerson(facts, day, person) === COUNTS) joined.add(facts.people[person]!.id);
  }
  return [{ kind: 'staff-grown', people: sorted(joined) }];
}

/** Exemptions that end on the day and gave a level that the options ask for. */
function exemptionCauses(
  { facts, compiled: { day } }: LossDay,
  options: readonly CompiledOption[],
): readonly LossCause[] {
  const ended = options.some((option) =>
    attainedLeaves(option).some(
      (leaf) => isExempt(leaf, option, facts, (day - 1) as Day) && !isExempt(leaf, option, facts, day),
    ),
  );
  return ended ? [{ kind: 'exemption-ended' }] : [];
}

/** Ids of options; rules without options have none. */
export function optionIds(options: readonly CompiledOption[]): readonly string[] {
  return options.flatMap(({ option }) => option ?? []).sort();
}

/**
 * What facts took away on the day; `options` are those by which the level was met the day before. What these depend on
 * is looked at as well.
 */
export function causesInFacts(day: LossDay, options: readonly CompiledOption[]): readonly LossCause[] {
  const all = withCoupled(day.compiled, options);
  const causes = [
    ...recordCauses(day, all),
    ...assetCauses(day, all),
    ...staffCauses(day, all),
    ...exemptionCauses(day, all),
  ];
  if (causes.length > 0) return causes;
  const scored = day.compiled.sharing === null || all.some(({ score }) => score !== null);
  return [{ kind: scored ? 'score-changed' : 'people-used-elsewhere', options: optionIds(options) }];
}
