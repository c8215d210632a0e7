/** What a plan is asked for, read and checked: see read-plan-question.ts for the file it comes from. */
import type { SkillId } from '../catalogue/catalogue.ts';
import type { Day } from '../time/day.ts';

/** One option of a level, or (`option` null) whichever option of it is cheapest. */
export interface PlanTarget {
  readonly competency: string;
  readonly level: string;
  readonly option: string | null;
}

export interface SkillCost {
  readonly money: number;
  readonly hours: number;
}

export interface PersonWishes {
  /** Hours of training at most; `null` without a limit. */
  readonly maxHours: number | null;
  /** Not to be trained; what the person holds still counts. */
  readonly exclude: boolean;
  /** Of each action of the person, where a confidence is asked for; `null`: that of everybody. */
  readonly successProbability: number | null;
  /** Canonical ids of skills that the person shall achieve, whatever else is planned; see pinned-actions.ts. */
  readonly pinned?: readonly SkillId[];
  /** Canonical ids of skills that the person shall not achieve by the plan. */
  readonly barred?: readonly SkillId[];
}

export interface PlanQuestion {
  readonly targets: readonly PlanTarget[];
  /** The day on which the targets must be met; all actions are done by then. */
  readonly by: Day;
  /** The targets must still be met whoever so many people leave. */
  readonly survive: number;
  /** Money at most; `null` without a limit. */
  readonly budget: number | null;
  readonly defaultCost: SkillCost;
  /** Canonical skill id → cost of achieving it. */
  readonly costs: ReadonlyMap<SkillId, SkillCost>;
  /** Canonical skill id → cost of achieving it again after it expired. */
  readonly renewals: ReadonlyMap<SkillId, SkillCost>;
  readonly people: ReadonlyMap<string, PersonWishes>;
  /** Of each action of whoever has none of the own. */
  readonly successProbability: number;
  /** The targets must be met with this probability at least; `null`: every action is taken to succeed. */
  readonly confidence: number | null;
}

export function costOf({ costs, renewals, defaultCost }: PlanQuestion, skill: SkillId, renewal: boolean) {
  return (renewal ? renewals : costs).get(skill) ?? defaultCost;
}
