/** Goes through the days on which something known changes, and notes on which of them levels are lost. */
import { isForPartner } from '../evaluation/applicable-options.ts';
import { assessOption } from '../evaluation/assess-option.ts';
import { attainedLevels } from '../evaluation/attained-levels.ts';
import type { CompiledOption, CompiledProgramme } from '../evaluation/compiled-programme.ts';
import type { CountedHolders } from '../evaluation/count-people.ts';
import type { AttainedLevel } from '../evaluation/evaluation-result.ts';
import { MET, type OutcomeNumber, UNMET } from '../evaluation/outcomes.ts';
import { sharedOutcomes } from '../evaluation/shared-outcomes.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { reloadMetrics } from '../facts/read-company-facts.ts';
import { withCoupled } from '../robustness/coupled-options.ts';
import type { Day } from '../time/day.ts';
import { FollowedPeople, type IndividualChange } from './followed-people.ts';
import { growthDays } from './growth-days.ts';
import { knownChanges } from './known-changes.ts';
import { causesInFacts, type LossCause, optionIds } from './loss-causes.ts';
import type { RuleEras } from './rule-eras.ts';
import { isTouched } from './touched-options.ts';

export interface Loss {
  readonly competency: string;
  readonly level: string;
  readonly on: Day;
  readonly causes: readonly LossCause[];
}

export interface Projection {
  /** First day on which no option of the level is met, for levels met today. */
  readonly notMet: readonly Loss[];
  /** First day on which neither this level nor a higher one is attained, exemptions included. */
  readonly ends: readonly Loss[];
  /** False when some day could not be decided, see `Standing`. */
  readonly proved: boolean;
}

/** What is met and attained on a day. */
export interface Standing {
  readonly compiled: CompiledProgramme;
  /** By the places of the options. */
  readonly outcomes: readonly OutcomeNumber[];
  readonly met: readonly CompiledOption[];
  readonly attained: readonly AttainedLevel[];
  /** False when the search for people shared over options was given up: what it left open is not met here. */
  readonly proved: boolean;
}

/**
 * @param since an earlier standing and the predicates that other people satisfy since then; options that cannot have
 *   changed are taken over from it
 */
export function standing(
  facts: FactsTable,
  people: CountedHolders,
  since: { readonly before: Standing; readonly touched: ReadonlySet<number> } | null = null,
): Standing {
  const { compiled } = people;
  const { options, day, sharing } = compiled;
  const kept = since?.before.compiled.options === options ? since : null;
  const outcomes: OutcomeNumber[] = kept === null ? options.map(() => UNMET) : [...kept.before.outcomes];
  const shared = sharing === null ? null : sharedOutcomes(compiled, sharing, facts, people);
  for (const [place, outcome] of shared?.outcomes ?? []) outcomes[place] = outcome;
  for (let step = 0; step < options.length; step++) {
    const place = compiled.order === null ? step : compiled.order[step]!;
    const option = options[place]!;
    if (kept !== null && !isTouched(option, kept.touched)) continue;
    if (!shared?.outcomes.has(place) && isForPartner(option, facts)) {
      outcomes[place] = assessOption(option, facts, people, day, outcomes).outcome;
    }
  }
  return {
    compiled,
    outcomes,
    met: options.filter((_, index) => outcomes[index] === MET),
    attained: attainedLevels(facts, compiled, outcomes),
    proved: shared?.proved ?? true,
  };
}

export type LevelName = Pick<AttainedLevel, 'competency' | 'level'>;

function optionsOf(of: LevelName, options: readonly CompiledOption[]): readonly CompiledOption[] {
  return options.filter(({ competency, level }) => competency === of.competency && level === of.level);
}

/** One day: how it stood before, what facts alone make of it, and how it stands under the rules of the day. */
export interface Step {
  readonly day: Day;
  readonly facts: FactsTable;
  readonly before: Standing;
  readonly underOldRules: Standing;
  readonly after: Standing;
  /** Figures are read anew. */
  readonly newFigures: boolean;
  readonly changes: readonly IndividualChange[];
}

function sameOption(left: CompiledOption, right: CompiledOption): boolean {
  return left.competency === right.competency && left.level === right.level && left.option === right.option;
}

/** Options with other rules than the other ones of the same name, or without any of that name. */
function differing(
  options: readonly CompiledOption[],
  others: readonly CompiledOption[],
): readonly CompiledOption[] {
  return options.filter((one) => {
    const other = others.find((each) => sameOption(one, each));
    return other?.requirement !== one.requirement;
  });
}

type RulesChanged = Extract<LossCause, { kind: 'rules-changed' }>;

/** The rules that change: of the options by which the level was met, and of all that are coupled with these. */
function rulesChanged(met: readonly CompiledOption[], { before, after }: Step): RulesChanged {
  const still = after.compiled.options.filter((option) => met.some((one) => sameOption(one, option)));
  const gone = differing(withCoupled(before.compiled, met), after.compiled.options);
  const come = differing(withCoupled(after.compiled, still), before.compiled.options);
  const changed = [...gone, ...come.filter((option) => !gone.some((one) => sameOption(one, option)))];
  const own = changed.filter((option) => met.some((one) => sameOption(one, option)));
  const elsewhere = changed
    .filter((option) => !own.includes(option))
    .map(({ competency, level, option }) => ({ competency, level, option }));
  const cause = { kind: 'rules-changed', options: optionIds(own) } as const;
  return elsewhere.length === 0 ? cause : { ...cause, elsewhere };
}

/** Why no option of the level is met any more. */
export function lossCauses(of: LevelName, step: Step): readonly LossCause[] {
  const met = optionsOf(of, step.before.met);
  if (optionsOf(of, step.underOldRules.met).length > 0) {
    const cause = rulesChanged(met, step);
    // By figures that were read anew: neither the rules nor the people took it away.
    const byFigures = step.newFigures && cause.options.length === 0 && cause.elsewhere === undefined;
    return byFigures ? [] : [cause];
  }
  return causesInFacts({ ...step, compiled: step.underOldRules.compiled }, met);
}

/** Why a competency is no longer attained as high as the day before. */
function endCauses({ competency }: LevelName, step: Step): readonly LossCause[] {
  const held = step.before.attained.find((level) => level.competency === competency)!;
  return held.exempt === true ? [{ kind: 'exemption-ended' }] : lossCauses(held, step);
}

/** Whether the competency is attained at this level or a higher one. */
function isAttained(ranks: ReadonlyMap<string, number>, of: LevelName, { attained }: Standing): boolean {
  const now = attained.find(({ competency }) => competency === of.competency);
  return now !== undefined && ranks.get(now.level)! >= ranks.get(of.level)!;
}

/** Levels met by some option, in the order of competencies, then of ranks. */
export function metLevels({ compiled, met }: Standing): readonly LevelName[] {
  if (met.length === 0) return [];
  const { competencies, levels } = compiled.programme;
  const ranked = [...levels].sort((left, right) => left.rank - right.rank);
  return competencies.flatMap(({ id }) =>
    ranked
      .map((level) => ({ competency: id, level: level.id }))
      .filter((level) => optionsOf(level, met).length > 0),
  );
}

/**
 * The days after the first on which something changes, in order, each with how it stands then. Goes on from the `people`
 * and the standing of the first day; figures are read on the days that the eras name.
 */
export function* levelSteps(
  facts: FactsTable,
  eras: RuleEras,
  until: Day,
  today: FollowedPeople,
  first: Standing,
): Generator<Step> {
  let people = today;
  let before = first;
  const growth = growthDays(facts, eras, until);
  const days = [...eras.days, ...eras.figureDays, ...growth];
  for (const { day, individuals } of knownChanges(facts, first.compiled, until, days)) {
    const changes = people.update(eras.before(day), individuals);
    if (growth.has(day)) people.baselines.clear();
    const since = growth.has(day) ? null : { before, touched: people.touched };
    const underOldRules = standing(facts, people, since);
    let after = underOldRules;
    const newRules = eras.beginsOn(day);
    const newFigures = eras.readsOn(day);
    if (newFigures) reloadMetrics(facts, eras.on(day));
    if (newRules) people = new FollowedPeople(facts, eras.on(day));
    else if (newFigures) people.update(eras.on(day), []);
    if (newRules || newFigures) after = standing(facts, people);
    yield { day, facts, before, underOldRules, after, newFigures, changes };
    before = after;
  }
}

/** What is lost until a day of the levels met and attained on the first one. */
export function projectLevels(
  facts: FactsTable,
  eras: RuleEras,
  until: Day,
  today: FollowedPeople,
  first: Standing,
): Projection {
  let { proved } = first;
  const ranks = new Map(first.compiled.programme.levels.map(({ id, rank }) => [id, rank]));
  const notMet: Loss[] = [];
  const ends: Loss[] = [];
  let met = metLevels(first);
  let attained: readonly LevelName[] = first.attained;
  if (met.length === 0 && attained.length === 0) return { notMet, ends, proved };
  for (const step of levelSteps(facts, eras, until, today, first)) {
    const { day, after } = step;
    const lost = met.filter((level) => optionsOf(level, after.met).length === 0);
    for (const { competency, level } of lost)
      notMet.push({ competency, level, on: day, causes: lossCauses({ competency, level }, step) });
    met = met.filter((level) => !lost.includes(level));
    const ended = attained.filter((level) => !isAttained(ranks, level, after));
    for (const { competency, level } of ended)
      ends.push({ competency, level, on: day, causes: endCauses({ competency, level }, step) });
    attained = attained.filter((level) => !ended.includes(level));
    if (!after.proved) proved = false;
    if (met.length === 0 && attained.length === 0) break;
  }
  return { notMet, ends, proved };
}
