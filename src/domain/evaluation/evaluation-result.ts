/** The answer to "what does this partner hold on this day": plain data, rendered as text elsewhere. */
import type { PerformanceWindow } from '../catalogue/catalogue.ts';

/** Unknown is an answer: `undetermined` never collapses to `unmet`. */
export type Outcome = 'met' | 'unmet' | 'undetermined';

/** Reasons why a record does not count, in the order in which the first applicable one is given. */
export const REASON_CODES = [
  'voided',
  'source-not-recognised',
  'account-merged-away',
  'duplicate',
  'not-yet-achieved',
  'not-yet-employed',
  'person-left',
  'not-associated',
  'associated-elsewhere',
  'association-ended',
  'pmc-window-over',
  'revoked',
  'expired',
  'retired',
  'below-grade',
  'seat-taken',
  'not-named',
] as const;

export type ReasonCode = (typeof REASON_CODES)[number];

export type ReasonParams = Readonly<Record<string, string | number | null>>;

export interface Seat {
  readonly person: string;
  /** Ids of the records by which the person fills the seat. */
  readonly records: readonly string[];
}

/** A person who satisfies a requirement and is used where a sharing limit leaves no room for this seat too. */
export interface SeatTaken extends Seat {
  /** Uses that the limit allows; `null` when it allows only one group of people. */
  readonly atMost: number | null;
  /** The uses that leave no room. */
  readonly uses: readonly SeatUse[];
}

/** One person in one seat of an option, by what sharing limits look at. */
export interface SeatUse {
  readonly competency: string;
  readonly level: string;
  readonly option: string | null;
  /** Of the people requirement, where it names one. */
  readonly group: string | null;
}

export interface PeopleNode {
  readonly kind: 'people';
  readonly outcome: Outcome;
  readonly need: number;
  /** Seats filled, at most `need`. */
  readonly have: number;
  /** People who satisfy the predicate, whether or not they are seated. */
  readonly eligible: number;
  readonly group: string | null;
  readonly seats: readonly Seat[];
  /** People who satisfy the predicate and are not needed. */
  readonly spare: readonly string[];
  /** Only where sharing limits look at the seats: people who satisfy the predicate and are used elsewhere. */
  readonly elsewhere?: readonly SeatTaken[];
  readonly shortfall: number;
  /** One child of kind `people` for each of-which. */
  readonly children: readonly PeopleNode[];
}

export interface PerformanceNode {
  readonly kind: 'performance';
  readonly outcome: Outcome;
  readonly metric: string;
  readonly market: 'developed' | 'developing' | null;
  /** Threshold, in the unit of the metric, or a number of values when they are counted. */
  readonly need: number;
  /** Sum over the window of the values that count, their number, or the difference to the year before. */
  readonly have: number;
  /** Present when the values are counted instead of summed. */
  readonly measure?: 'count';
  /** Present when it is not `trailing-12-months`. */
  readonly windowKind?: PerformanceWindow;
  /** First and last month, `YYYY-MM`; `null` when the year of the membership is not known. */
  readonly window: MonthSpan | null;
  /** The months that are subtracted, of a difference to the year before. */
  readonly before?: MonthSpan;
  /** Months without a counting value (empty when the document is complete). */
  readonly unknownMonths: readonly string[];
  readonly shortfall: number;
}

export interface MonthSpan {
  readonly from: string;
  readonly to: string;
}

export interface AssetNode {
  readonly kind: 'asset';
  readonly outcome: Outcome;
  readonly asset: string;
}

/** One step of a people metric: `open` when every earlier gate is met. */
export interface ScoreStepResult {
  readonly step: number;
  readonly people: number;
  readonly need: number;
  readonly gate: boolean;
  readonly open: boolean;
  /** Before the metric's maximum is applied. */
  readonly points: number;
}

export interface ScoreMetricResult {
  readonly metric: string;
  readonly points: number;
  readonly max: number;
  readonly steps: readonly ScoreStepResult[];
}

/** Points of what is known, each the number nearest to the exact value. */
export interface Score {
  readonly points: number;
  readonly threshold: number;
  readonly max: number;
  readonly metrics: readonly ScoreMetricResult[];
  /** Metrics of the facts without a counting value in the month that is read. */
  readonly unknown: readonly string[];
}

export interface ScoreInputNode {
  readonly metric: string;
  /** Sum of the values that count; `null` when unknown. */
  readonly units: number | null;
  readonly unitsForMax: number;
  readonly associations: readonly string[] | null;
  /** Its points are the metric's; of a best-of only the best. */
  readonly used: boolean;
  readonly points: number;
}

export interface ScoreBaseNode {
  readonly metric: string;
  readonly need: number;
  /** `null` when not reported, and then taken as there. */
  readonly have: number | null;
}

export interface ScoreStepNode extends ScoreStepResult {
  /** Who counts in the step and by which records. */
  readonly seats: readonly Seat[];
}

export interface ScoreGrowthNode {
  readonly baselineOn: string;
  readonly baseline: number;
  readonly people: number;
  /** Growth that the baseline asks for; `null` when it lies in no band. */
  readonly percent: number | null;
  /** Last day from which the number that earns the points by itself was reached in time, if any. */
  readonly reachedOn: string | null;
}

export interface ScoreMetricNode {
  readonly metric: string;
  readonly make: 'units' | 'people' | 'growth';
  readonly points: number;
  readonly max: number;
  /** `YYYY-MM` that is read; `null` for people. */
  readonly month: string | null;
  readonly inputs: readonly ScoreInputNode[];
  readonly base: ScoreBaseNode | null;
  readonly steps: readonly ScoreStepNode[];
  readonly growth: ScoreGrowthNode | null;
}

export interface ScoreNode {
  readonly kind: 'score';
  readonly outcome: Outcome;
  /** Threshold, in points. */
  readonly need: number;
  /** The score must stay under it; `null` when it need not. */
  readonly below: number | null;
  readonly have: number;
  readonly max: number;
  readonly everyMetricPositive: boolean;
  readonly metrics: readonly ScoreMetricNode[];
  readonly unknown: readonly string[];
  /** Points missing to the threshold. */
  readonly shortfall: number;
}

export interface AssetCountNode {
  readonly kind: 'asset-count';
  readonly outcome: Outcome;
  readonly need: number;
  /** Assets that the company has on the day, at most `need`. */
  readonly have: number;
  readonly assets: readonly { readonly asset: string; readonly outcome: Outcome }[];
  readonly shortfall: number;
}

export interface PercentOfStaffNode {
  readonly kind: 'percent-of-staff';
  readonly outcome: Outcome;
  readonly percent: number;
  readonly atMost: number | null;
  /** Individuals employed on the day. */
  readonly staff: number;
  readonly need: number;
  /** People counted, at most `need`. */
  readonly have: number;
  readonly eligible: number;
  readonly seats: readonly Seat[];
  readonly spare: readonly string[];
  readonly shortfall: number;
}

export interface AttainedNode {
  readonly kind: 'attained';
  readonly outcome: Outcome;
  readonly anyOf: readonly { readonly competency: string; readonly level: string }[];
}

export interface GroupNode {
  readonly kind: 'all-of' | 'any-of';
  readonly outcome: Outcome;
  readonly children: readonly RequirementNode[];
}

export type RequirementNode =
  | PeopleNode
  | PerformanceNode
  | AssetNode
  | AssetCountNode
  | PercentOfStaffNode
  | AttainedNode
  | ScoreNode
  | GroupNode;

export interface OptionResult {
  readonly competency: string;
  readonly level: string;
  readonly option: string | null;
  readonly outcome: Outcome;
  /**
   * Whether it was met on a day of the programme's qualification window; `null` when on none and unknown on some.
   * Only in programmes that have such a window.
   */
  readonly qualifiedInWindow?: boolean | null;
  /** Only when an explanation was asked for. */
  readonly requirements?: readonly RequirementNode[];
  /** The points of an option that is judged by them. */
  readonly score: Score | null;
  /** The fewest further people who, holding everything, would make the people part met. */
  readonly shortfall: { readonly people: number };
}

export interface AttainedLevel {
  readonly competency: string;
  readonly level: string;
  readonly exempt?: true;
}

export interface NotCounted {
  readonly record: string;
  readonly person: string;
  readonly competency: string | null;
  readonly option: string | null;
  readonly reason: ReasonCode;
  readonly params: ReasonParams;
}

/** What was accepted but should be looked at, and what a search was given up for. */
export const WARNING_CODES = [
  'before-first-rules',
  'outside-documented-era',
  'rules-not-public',
  'base-taken-as-there',
  'unknown-field',
  'unknown-skill',
  'sharing-limits-undecided',
  'shortfalls-may-be-greater',
  'departures-undecided',
] as const;

export type WarningCode = (typeof WARNING_CODES)[number];

export interface Warning {
  readonly code: WarningCode;
  readonly [parameter: string]: string | number | null;
}

export interface EvaluationResult {
  readonly partner: string;
  readonly programme: string;
  readonly catalogueVersion: string;
  readonly asOf: { readonly validAt: string; readonly knownAt: string | null };
  readonly competencies: readonly OptionResult[];
  readonly attained: readonly AttainedLevel[];
  /** Only when an explanation was asked for. */
  readonly notCounted?: readonly NotCounted[];
  readonly warnings: readonly Warning[];
}
