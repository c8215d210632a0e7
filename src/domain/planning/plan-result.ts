/** The answer of the planner: plain data, rendered as text elsewhere. */
import type { Outcome } from '../evaluation/evaluation-result.ts';
import type { InfeasibleCode, PLAN_STATUSES } from './plan-codes.ts';

export interface PlanAction {
  readonly person: string;
  readonly skill: string;
  readonly cost: number;
  readonly hours: number;
  /** The person held it and it expires, or has expired. */
  readonly renewal?: true;
}

/** What a plan rests on and training cannot bring: figures and assets that are there on the day. */
export interface PlanCondition {
  readonly competency: string;
  readonly level: string;
  readonly option: string | null;
  readonly requirement: PlainRequirement;
}

/** A requirement as far as it tells which one is meant. */
export type PlainRequirement =
  | {
      readonly kind: 'performance';
      readonly metric: string;
      readonly need: number;
      readonly outcome: Outcome;
    }
  | { readonly kind: 'asset'; readonly asset: string; readonly outcome: Outcome }
  | {
      readonly kind: 'asset-count';
      readonly anyOf: readonly string[];
      readonly need: number;
      readonly outcome: Outcome;
    }
  | { readonly kind: 'attained'; readonly anyOf: readonly { competency: string; level: string }[] }
  | { readonly kind: 'score'; readonly need: number; readonly below: number | null }
  | {
      readonly kind: 'people' | 'percent-of-staff';
      /** Names of the groups of people, where the rules name them. */
      readonly groups: readonly string[];
      /** People needed, those included who may leave. */
      readonly need: number;
      /** People who could be there if everybody learned everything. */
      readonly possible: number;
      /** The skills that the requirement names. */
      readonly skills: readonly string[];
    };

/** Why a target cannot be met by one of its options. */
export interface OptionObstacle {
  readonly code: InfeasibleCode;
  readonly competency: string;
  readonly level: string;
  readonly option: string | null;
  readonly requirement: PlainRequirement | null;
  /** Skills that retire before the day, if these are what is missing. */
  readonly skills?: readonly string[];
}

/** Why there is no plan; the target and requirement are those of the first option that comes into question. */
export interface InfeasibleReason extends OptionObstacle {
  /** No plan at any price; false when only the money or the hours are short. */
  readonly atAnyPrice: boolean;
  /** The money of the cheapest plan without the limit that is in the way; `null` when there is none. */
  readonly cheapest: number | null;
  /** The obstacles of all options of the target. */
  readonly options: readonly OptionObstacle[];
}

export interface Plan {
  readonly status: (typeof PLAN_STATUSES)[number];
  /** Money; `null` when there is no plan. */
  readonly cost: number | null;
  readonly hours: number | null;
  /** No plan costs less than this. */
  readonly bound: number | null;
  /** What the plan may be dearer than the cheapest one, as a share of its cost. */
  readonly gap: number | null;
  /** By person, then by skill. */
  readonly actions: readonly PlanAction[];
  readonly conditions: readonly PlanCondition[];
  /** With a confidence asked for: how likely the targets are met, and stay so whoever leaves. */
  readonly chance?: number;
  readonly reason: InfeasibleReason | null;
}
