/** The answer to "what does this partner hold on this day": plain data, rendered as text elsewhere. */

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
  readonly shortfall: number;
  /** One child of kind `people` for each of-which. */
  readonly children: readonly PeopleNode[];
}

export interface PerformanceNode {
  readonly kind: 'performance';
  readonly outcome: Outcome;
  readonly metric: string;
  readonly market: 'developed' | 'developing' | null;
  /** Threshold, in the unit of the metric. */
  readonly need: number;
  /** Sum over the window of the values that count, in the unit of the metric. */
  readonly have: number;
  /** First and last month of the window, `YYYY-MM`. */
  readonly window: { readonly from: string; readonly to: string };
  /** Months of the window without a counting value (empty when the document is complete). */
  readonly unknownMonths: readonly string[];
  readonly shortfall: number;
}

export interface AssetNode {
  readonly kind: 'asset';
  readonly outcome: Outcome;
  readonly asset: string;
}

export interface GroupNode {
  readonly kind: 'all-of' | 'any-of';
  readonly outcome: Outcome;
  readonly children: readonly RequirementNode[];
}

export type RequirementNode = PeopleNode | PerformanceNode | AssetNode | GroupNode;

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
