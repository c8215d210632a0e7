/**
 * Marks under which a company is counted in a programme and found again. What is counted is what is listed: both go by
 * the same marks.
 */

import type { NamedLevel } from '../membership/level-differences.ts';
import type { LifecycleState } from '../membership/lifecycle.ts';

/** Takes part in the programme and has been looked at. */
export const EVERY_COMPANY = 'company';
/** Not every skill was tried that might bring a level. */
const NOT_ALL_TRIED = 'not-all-tried';

export function levelMark({ competency, level }: NamedLevel, state: LifecycleState): string {
  return `level ${competency} ${level} ${state}`;
}

export type SkillMark = 'missing' | 'retiring';

/** @param level one of the levels that the skill decides; `null` for whichever of them */
export function skillMark(kind: SkillMark, skill: string, level: NamedLevel | null): string {
  return level === null ? `${kind} ${skill}` : `${kind} ${skill} ${level.competency} ${level.level}`;
}

export interface MarkedStanding {
  readonly levels: readonly (NamedLevel & { readonly state: LifecycleState })[];
  readonly missing: readonly { readonly skill: string; readonly levels: readonly NamedLevel[] }[];
  /** Every skill that might bring a level was tried. */
  readonly missingComplete: boolean;
  readonly retiring: readonly { readonly skill: string; readonly levels: readonly NamedLevel[] }[];
}

/** Each once. */
export function marksOf({ levels, missing, missingComplete, retiring }: MarkedStanding): readonly string[] {
  const skills = (kind: SkillMark, found: MarkedStanding['missing']) =>
    found.flatMap(({ skill, levels: decided }) => [
      skillMark(kind, skill, null),
      ...decided.map((level) => skillMark(kind, skill, level)),
    ]);
  return [
    ...new Set([
      EVERY_COMPANY,
      ...(missingComplete ? [] : [NOT_ALL_TRIED]),
      ...levels.map((level) => levelMark(level, level.state)),
      ...skills('missing', missing),
      ...skills('retiring', retiring),
    ]),
  ];
}

export interface CountedLevel extends NamedLevel {
  readonly states: Readonly<Record<LifecycleState, number>>;
}

export interface CountedSkill {
  readonly skill: string;
  readonly companies: number;
  /** The level of each company once. */
  readonly levels: number;
  readonly byLevel: readonly (NamedLevel & { readonly companies: number })[];
}

export interface CountedMarks {
  readonly companies: number;
  readonly notAllTried: number;
  readonly levels: readonly CountedLevel[];
  /** Those that decide most levels first. */
  readonly missing: readonly CountedSkill[];
  readonly retiring: readonly CountedSkill[];
}

const NO_STATES: Readonly<Record<LifecycleState, number>> = {
  started: 0,
  qualified: 0,
  active: 0,
  'at-risk': 0,
  'in-grace': 0,
  lapsed: 0,
};

class SkillCounts {
  private readonly bySkill = new Map<
    string,
    { companies: number; byLevel: CountedSkill['byLevel'][number][] }
  >();

  add([skill, competency, level]: readonly string[], companies: number): void {
    const known = this.bySkill.get(skill!) ?? { companies: 0, byLevel: [] };
    this.bySkill.set(skill!, known);
    if (competency === undefined || level === undefined) known.companies += companies;
    else known.byLevel.push({ competency, level, companies });
  }

  all(): readonly CountedSkill[] {
    const skills = [...this.bySkill].map(([skill, { companies, byLevel }]) => ({
      skill,
      companies,
      levels: byLevel.reduce((sum, each) => sum + each.companies, 0),
      byLevel: byLevel.sort((left, right) => right.companies - left.companies),
    }));
    return skills.sort((left, right) => right.levels - left.levels || (left.skill < right.skill ? -1 : 1));
  }
}

/** @param counts how many companies have each mark; each mark once */
export function readMarks(
  counts: readonly { readonly mark: string; readonly companies: number }[],
): CountedMarks {
  const levels = new Map<string, NamedLevel & { readonly states: Record<LifecycleState, number> }>();
  const skills = { missing: new SkillCounts(), retiring: new SkillCounts() };
  let all = 0;
  let notAllTried = 0;
  for (const { mark, companies } of counts) {
    const [kind, ...words] = mark.split(' ');
    if (kind === EVERY_COMPANY) all = companies;
    else if (kind === NOT_ALL_TRIED) notAllTried = companies;
    else if (kind === 'missing' || kind === 'retiring') skills[kind].add(words, companies);
    else {
      const [competency, level, state] = words as [string, string, LifecycleState];
      const key = `${competency} ${level}`;
      const known = levels.get(key) ?? { competency, level, states: { ...NO_STATES } };
      known.states[state] = companies;
      levels.set(key, known);
    }
  }
  return {
    companies: all,
    notAllTried,
    levels: [...levels.values()],
    missing: skills.missing.all(),
    retiring: skills.retiring.all(),
  };
}
