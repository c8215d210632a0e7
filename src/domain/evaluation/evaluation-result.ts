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
  readonly uses: readonly {
    readonly competency: string;
    readonly level: string;
    readonly option: string;
    readonly group: string | null;
  }[];
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
  | GroupNode;

export interface OptionResult {
  readonly competency: string;
  readonly level: string;
  readonly option: string;
  readonly outcome: Outcome;
  /** Only when an explanation was asked for. */
  readonly requirements?: readonly RequirementNode[];
  readonly score: null;
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

export interface Warning {
  readonly code: string;
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
