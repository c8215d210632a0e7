/** The rules on which the answer of one option depends: its own, and those of all options that are coupled with it. */
import type { Programme, SkillId } from '../catalogue/catalogue.ts';
import { compileProgramme } from '../evaluation/compile-programme.ts';
import type { CompiledOption } from '../evaluation/compiled-programme.ts';
import type { OptionResult } from '../evaluation/evaluation-result.ts';
import { requirementWalk } from '../requirement-kinds/requirement-kinds.ts';
import { countStaffs, withCoupled } from '../robustness/coupled-options.ts';
import type { Day } from '../time/day.ts';

export type OptionName = Pick<OptionResult, 'competency' | 'level' | 'option'>;

export interface RulesBehind {
  readonly option: CompiledOption;
  /** In catalogue order, the option among them. */
  readonly options: readonly CompiledOption[];
  /** Skills that these name, in the order of the option first. */
  readonly skills: readonly SkillId[];
  /** Some of these count the staff: people who hold nothing matter too. */
  readonly countsStaff: boolean;
  /** Sharing limits let these compete for people. */
  readonly sharesPeople: boolean;
}

function isNamed(one: CompiledOption, { competency, level, option }: OptionName): boolean {
  return one.competency === competency && one.level === level && one.option === option;
}

/** `null` when no rules of the option are in force on the day. */
export function rulesBehind(programme: Programme, day: Day, name: OptionName): RulesBehind | null {
  const { competency, level } = name;
  const compiled = compileProgramme(programme, day, { competency, level });
  const option = compiled.options.find((one) => isNamed(one, name));
  if (option === undefined) return null;
  const options = withCoupled(compiled, [option]);
  const skills = [option, ...options].flatMap(({ requirement }) => requirementWalk.skills(requirement));
  const shared = compiled.sharing?.options.map((place) => compiled.options[place]!) ?? [];
  return {
    option,
    options,
    skills: [...new Set(skills)],
    countsStaff: countStaffs(options),
    sharesPeople: options.some((one) => shared.includes(one)),
  };
}
