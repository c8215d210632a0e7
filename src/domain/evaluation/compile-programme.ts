/**
 * Makes a programme ready for one day: which requirements are in force, numbers instead of names, and for each
 * skill what it can matter for. The result depends on nothing else and may be kept.
 */
import type { Programme, SkillId } from '../catalogue/catalogue.ts';
import { requirementSets, ruleDays, setInForce } from '../catalogue/requirement-sets.ts';
import { requirementWalk } from '../requirement-kinds/requirement-kinds.ts';
import { addMonths, type Day, type Month, monthOf } from '../time/day.ts';
import { compileOption, type OptionCompilation } from './compile-option.ts';
import { PredicateNumbers, skillsOf } from './compile-predicates.ts';
import { compileSharing } from './compile-sharing.ts';
import type {
  CompiledNaming,
  CompiledOption,
  CompiledProgramme,
  EvaluationScope,
} from './compiled-programme.ts';
import { readingFiguresOf } from './figures-of-day.ts';
import { answersDependOnOthers, linkPrerequisites } from './link-prerequisites.ts';
import { ruleWarnings } from './rule-warnings.ts';

const WHOLE_PROGRAMME: EvaluationScope = { competency: null, level: null };

function numberSkills(programme: Programme): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const id of programme.skills.keys()) numbers.set(id, numbers.size);
  for (const [alias, id] of programme.aliases) {
    const number = numbers.get(id);
    if (number !== undefined && !numbers.has(alias)) numbers.set(alias, number);
  }
  return numbers;
}

interface CompiledOptions {
  readonly options: readonly CompiledOption[];
  readonly namedBy: readonly (readonly CompiledNaming[])[];
  readonly namedAnywhere: Uint8Array;
}

/** Goes through competencies, options and levels in catalogue order, which is the order of every answer. */
function compileOptions(
  programme: Programme,
  day: Day,
  scope: EvaluationScope,
  skillNumbers: ReadonlyMap<string, number>,
  skillCount: number,
  compilation: OptionCompilation,
): CompiledOptions {
  const options: CompiledOption[] = [];
  const namedBy: CompiledNaming[][] = Array.from({ length: skillCount }, () => []);
  const namedAnywhere = new Uint8Array(skillCount);
  const { ranks } = compilation;
  const whole = answersDependOnOthers(programme);
  for (const competency of programme.competencies) {
    for (const option of competency.options) {
      const { track } = option;
      const assigned = track !== null && competency.tracks === 'assigned';
      const naming: CompiledNaming = {
        competency: competency.id,
        option: option.id,
        track: assigned ? track : null,
      };
      const named = new Set<number>();
      for (const { level, sets } of option.levels) {
        const set = setInForce(sets, day);
        if (set === null) continue;
        const skills = requirementWalk.skills(set.requirement).map((skill) => skillNumbers.get(skill)!);
        for (const skill of skills) namedAnywhere[skill] = 1;
        const asked =
          (scope.competency === null || scope.competency === competency.id) &&
          (scope.level === null || scope.level === level);
        if (asked) for (const skill of skills) named.add(skill);
        if (!asked && !whole) continue;
        const rank = ranks.get(level) ?? 0;
        const names = { competency: competency.id, option: option.id, level, rank, track, assigned, asked };
        options.push(compileOption(names, set.requirement, compilation));
      }
      for (const skill of named) namedBy[skill]!.push(naming);
    }
  }
  return { options, namedBy, namedAnywhere };
}

/** Whether some rules, in force or not, read the months of two years. */
function comparesYears({ competencies }: Programme): boolean {
  return [...requirementSets(competencies)].some(({ requirement }) =>
    requirementWalk
      .leaves(requirement)
      .some((leaf) => leaf.kind === 'performance' && leaf.window === 'year-over-year'),
  );
}

/** So many compiled programmes are kept of each: of the eras of its rules, and of the days that are asked about. */
const MOST_KEPT = 32;

type Kept = Map<string, CompiledProgramme>;

const keptEras = new WeakMap<Programme, Kept>();
const keptDays = new WeakMap<Programme, Kept>();

function keptOr(
  all: WeakMap<Programme, Kept>,
  programme: Programme,
  key: string,
  make: () => CompiledProgramme,
): CompiledProgramme {
  const own = all.get(programme) ?? new Map<string, CompiledProgramme>();
  all.set(programme, own);
  const compiled = own.get(key) ?? make();
  // The one that was asked for last stands last.
  own.delete(key);
  own.set(key, compiled);
  if (own.size > MOST_KEPT) own.delete(own.keys().next().value!);
  return compiled;
}

const daysOfRules = new WeakMap<Programme, readonly Day[]>();

/** The first day of the stretch in which the rules are those of the day; before all rules there is none. */
function eraBegin(programme: Programme, day: Day): Day | null {
  const days =
    daysOfRules.get(programme) ??
    [...new Set(ruleDays(programme.competencies))].sort((left, right) => left - right);
  daysOfRules.set(programme, days);
  return days.findLast((begin) => begin <= day) ?? null;
}

/**
 * The rules of an era are compiled once; days of it differ in nothing but the figures they read and what is to be remarked
 * about them.
 * @param figuresOn the day whose months are read, where figures of another day are held
 * @throws Error when a requirement names a skill or metric that the programme does not have: the loader checks
 */
export function compileProgramme(
  programme: Programme,
  day: Day,
  scope: EvaluationScope = WHOLE_PROGRAMME,
  figuresOn: Day = day,
): CompiledProgramme {
  const { competency, level } = scope;
  return keptOr(keptDays, programme, JSON.stringify([day, figuresOn, competency, level]), () => {
    const era = JSON.stringify([eraBegin(programme, day), competency, level]);
    const rules = keptOr(keptEras, programme, era, () => compile(programme, day, scope));
    return { ...readingFiguresOf(rules, figuresOn), day, warnings: ruleWarnings(programme, day, scope) };
  });
}

function compile(programme: Programme, day: Day, scope: EvaluationScope): CompiledProgramme {
  const skillNumbers = numberSkills(programme);
  const skills = [...programme.skills.values()];
  const numberOrThrow = (skill: SkillId): number => {
    const number = skillNumbers.get(skill);
    if (number === undefined)
      throw new Error(`the programme ${programme.id} names an unknown skill: ${skill}`);
    return number;
  };
  const metricNumbers = new Map([...programme.metrics.keys()].map((metric, index) => [metric, index]));
  const predicateNumbers = new PredicateNumbers(numberOrThrow);
  const compilation: OptionCompilation = {
    predicates: predicateNumbers,
    coupledGroups: [],
    figuresOn: day,
    fiscalYearStart: programme.fiscalYearStart,
    ranks: new Map(programme.levels.map((level) => [level.id, level.rank])),
    metricNumber(metric) {
      const number = metricNumbers.get(metric);
      if (number === undefined)
        throw new Error(`the programme ${programme.id} names an unknown metric: ${metric}`);
      return number;
    },
  };
  const compiled = compileOptions(programme, day, scope, skillNumbers, skills.length, compilation);
  const { predicates } = predicateNumbers;
  const predicatesOf: number[][] = skills.map(() => []);
  predicates.forEach((predicate, number) => {
    for (const skill of new Set(skillsOf(predicate))) predicatesOf[skill]!.push(number);
  });
  const coupledBits: { group: number; bit: number }[][] = predicates.map(() => []);
  for (const { predicates: members, coupled } of compilation.coupledGroups) {
    members.forEach((predicate, index) => {
      coupledBits[predicate]!.push({ group: coupled, bit: 1 << index });
    });
  }
  const month = monthOf(day);
  const window = { from: (month - 12) as Month, to: (month - 1) as Month };
  return {
    programme,
    day,
    skillNumbers,
    skills,
    anySource: Uint8Array.from(skills, (skill) => (skill.kind === 'external' ? 1 : 0)),
    lastRetiredDay: Int32Array.from(skills, ({ retiredOn }) =>
      retiredOn === null ? 0 : addMonths(retiredOn, programme.retirement.countsForMonths),
    ),
    predicates,
    predicatesOf,
    coupledBits,
    coupledGroups: compilation.coupledGroups,
    ...compiled,
    order: linkPrerequisites(compiled.options),
    sharing: compileSharing(programme, compiled.options),
    metricNumbers,
    window,
    metricsFrom: comparesYears(programme) ? ((month - 24) as Month) : window.from,
    warnings: ruleWarnings(programme, day, scope),
    assignsTracks: compiled.options.some(({ assigned }) => assigned),
    scope,
  };
}
