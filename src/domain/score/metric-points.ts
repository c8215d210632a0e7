/** Points of one metric of a score: what is certain, what is possible, and what they come from. */
import type { Market } from '../catalogue/catalogue.ts';
import type { Fraction } from '../numbers/fraction.ts';
import type { Day } from '../time/day.ts';

export interface InputPoints {
  /** Exact sum of the counting values; `null` when there is none and absent does not mean zero. */
  readonly units: Fraction | null;
  readonly unitsForMax: number;
  /** Not capped: what several inputs earn is added first. */
  readonly points: Fraction;
  readonly used: boolean;
}

export interface BasePoints {
  readonly need: number;
  /** `null` when not reported: then taken as there. */
  readonly have: Fraction | null;
  readonly reached: boolean;
}

export interface StepPoints {
  readonly people: number;
  readonly open: boolean;
  readonly points: Fraction;
}

export interface GrowthPoints {
  readonly baselineOn: Day;
  readonly baseline: number;
  readonly people: number;
  readonly percent: number | null;
  readonly reachedOn: Day | null;
}

export interface MetricPoints {
  /** Points of what is known; unknown values earn nothing. */
  readonly low: Fraction;
  /** Points if whatever is unknown turned out as well as possible. */
  readonly high: Fraction;
  /** Metrics of the facts that are unknown and matter. */
  readonly unknown: readonly string[];
  readonly inputs: readonly InputPoints[];
  readonly base: BasePoints | null;
  readonly steps: readonly StepPoints[];
  readonly growth: GrowthPoints | null;
}

/** For whom and when a score is counted. */
export interface ScoreScope {
  readonly competency: string;
  readonly track: string | null;
  /** The partner's market, or the one assumed when it is unknown. */
  readonly market: Market;
  /** `YYYY-MM` of the last complete month. */
  readonly month: string;
}
