/**
 * A programme as the rules see it: read from `catalogue/<programme>/` by the catalogue room and checked there.
 * The engine never names a competency, a skill or a vendor; everything it knows is in these types.
 */
import type { MembershipPolicy } from '../membership/membership-policy.ts';
import type { Day } from '../time/day.ts';
import type { Contact } from './contact.ts';

/** `exam:<code>`, `cert:<slug>`, `assessment:<slug>`, `external:<slug>` or `credential:<slug>`. */
export type SkillId = string;

export type SkillKind = 'exam' | 'certification' | 'assessment' | 'external' | 'credential';

export interface LocalText {
  readonly en: string;
  readonly fr: string;
}

/** Where a figure was read, and how sure we are of it. */
export interface SourceReference {
  readonly text: string;
  readonly confidence: 'high' | 'medium' | 'low' | 'name-only';
}

/**
 * How long a skill stays valid when its source gives no expiry: `role-based` follows the dated rule of the
 * programme (`validity` in programme.yaml), `none` never expires by itself.
 */
export type ValidityClass = 'role-based' | 'none';

export interface Skill {
  readonly id: SkillId;
  readonly kind: SkillKind;
  /** Code or slug without its prefix, as printed in reports: `70-764`, `azure-administrator-associate`. */
  readonly code: string;
  readonly title: string;
  /** Learning provider that issues it, where the data says so (`partner-university` for assessments). */
  readonly provider: string | null;
  readonly retiredOn: Day | null;
  /** Only an upper bound of the retirement date is known; the skill is not retired for counting. */
  readonly retiredBefore: Day | null;
  readonly replacedBy: readonly SkillId[];
  /** Of these one must be held before it can be achieved; empty when nothing is asked for. */
  readonly prerequisites: readonly SkillId[];
  readonly validity: ValidityClass;
  readonly source: string;
}

/** What one person must hold. `focus` only labels a branch for the reader. */
export type Predicate =
  | { readonly kind: 'holds'; readonly skill: SkillId }
  | { readonly kind: 'all-of'; readonly focus: string | null; readonly of: readonly Predicate[] }
  | { readonly kind: 'any-of'; readonly focus: string | null; readonly of: readonly Predicate[] };

export interface OfWhich {
  /** How many of the people of the enclosing requirement must also satisfy `alsoHolds`. */
  readonly count: number;
  readonly alsoHolds: Predicate;
}

export interface PeopleRequirement {
  readonly kind: 'people';
  readonly count: number;
  readonly holds: Predicate;
  readonly ofWhich: readonly OfWhich[];
  /** Name of the group inside its option, where the source names one. */
  readonly group: string | null;
  /** `allowed`: people of this group may also fill seats of the option's other groups. */
  readonly overlap: 'allowed' | 'distinct';
}

/**
 * Of `year-over-year` the difference counts between the trailing twelve months and the twelve before; the years
 * of `anniversary-year` and `fiscal-year` are the ones in which the last complete month lies.
 */
export type PerformanceWindow =
  | 'trailing-12-months'
  | 'last-month'
  | 'anniversary-year'
  | 'fiscal-year'
  | 'year-over-year';

/** What is compared with the threshold: the sum of the values, or how many values above zero there are. */
export type PerformanceMeasure = 'sum' | 'count';

/**
 * The four kinds of performance objective of the competencies, one of programmes that count deals, and what a score
 * counts itself: people.
 */
export type PerformanceKind =
  | 'revenue'
  | 'active-usage'
  | 'seats-deployed'
  | 'new-customers'
  | 'opportunities'
  | 'certified-people';

export interface PerformanceRequirement {
  readonly kind: 'performance';
  readonly metric: string;
  readonly min: number;
  readonly window: PerformanceWindow;
  readonly measure: PerformanceMeasure;
  /** The requirement is for partners of this market only; `null` for every market. */
  readonly market: Market | null;
  /** Partner–customer association types that count; `null` when the rule names none. */
  readonly associations: readonly string[] | null;
  readonly averagePerMonth: number | null;
}

export interface AssetRequirement {
  readonly kind: 'asset';
  readonly asset: string;
}

/** A figure that may differ between markets. */
export type ByMarket = Readonly<Record<Market, number>>;

/** Units of one metric of the facts: `max × units ÷ unitsForMax` points, of the values of these associations. */
export interface ScoreInput {
  readonly metric: string;
  /** Partner–customer association types that count; `null` when the rule names none. */
  readonly associations: readonly string[] | null;
  readonly unitsForMax: ByMarket;
}

/** Points from units reported for the last complete month. */
export interface UnitsMetric {
  readonly kind: 'units';
  readonly metric: string;
  readonly max: number;
  /** Points of several inputs are added and then capped, or the best one counts. */
  readonly combine: 'sum' | 'best';
  /** What is counted, where it differs from the metric's own unit. */
  readonly unit: LocalText | null;
  readonly inputs: readonly ScoreInput[];
  /** Without so much of another metric there are no points; not reported, it is taken as there. */
  readonly base: ScoreBase | null;
}

export interface ScoreBase {
  readonly metric: string;
  readonly min: ByMarket;
  readonly unit: LocalText | null;
}

/** People who hold something, each counted once in the step. */
export interface ScoreStep {
  readonly need: number;
  /** Later steps earn only when this one has as many people as it needs. */
  readonly gate: boolean;
  readonly holds: Predicate;
  /** One person earns `points ÷ people`, all together at most `cap`; `null` when the step earns nothing. */
  readonly earns: { readonly points: number; readonly people: ByMarket; readonly cap: number | null } | null;
}

export interface PeopleMetric {
  readonly kind: 'people';
  readonly metric: string;
  readonly max: number;
  readonly steps: readonly ScoreStep[];
}

/** All points or none: more people than on a baseline day, or very many of them. */
export interface GrowthMetric {
  readonly kind: 'growth';
  readonly metric: string;
  readonly max: number;
  readonly holds: Predicate;
  /** First baseline day; a later renewal of the membership resets it. */
  readonly since: Day;
  /** By how many people there were on the baseline day; both ends belong to the band. */
  readonly bands: readonly { readonly from: ByMarket; readonly to: ByMarket; readonly percent: number }[];
  /** So many people at some time since the first baseline day: the points for so many months from then on. */
  readonly reached: { readonly people: ByMarket; readonly forMonths: number } | null;
}

export type ScoreMetric = UnitsMetric | PeopleMetric | GrowthMetric;

/** The sum of the points of all metrics lies in `[threshold, below)`. */
export interface ScoreRequirement {
  readonly kind: 'score';
  readonly threshold: number;
  readonly below: number | null;
  readonly everyMetricPositive: boolean;
  readonly metrics: readonly ScoreMetric[];
}

/** So many of the assets named. */
export interface AssetCountRequirement {
  readonly kind: 'asset-count';
  readonly count: number;
  readonly anyOf: readonly string[];
}

/** A share of the people employed on the day must satisfy a predicate, but never more than `atMost` of them. */
export interface PercentOfStaffRequirement {
  readonly kind: 'percent-of-staff';
  readonly percent: number;
  readonly atMost: number | null;
  readonly holds: Predicate;
}

/** Another competency at a level or above, answered from the same facts on the same day; one of them is enough. */
export interface AttainedRequirement {
  readonly kind: 'attained';
  readonly anyOf: readonly CompetencyLevel[];
}

export interface CompetencyLevel {
  readonly competency: string;
  readonly level: string;
}

export interface AllOfRequirement {
  readonly kind: 'all-of';
  readonly of: readonly Requirement[];
}

export interface AnyOfRequirement {
  readonly kind: 'any-of';
  readonly of: readonly Requirement[];
}

export type Requirement =
  | AllOfRequirement
  | AnyOfRequirement
  | PeopleRequirement
  | PerformanceRequirement
  | AssetRequirement
  | ScoreRequirement
  | AssetCountRequirement
  | PercentOfStaffRequirement
  | AttainedRequirement;

export type RequirementKind = Requirement['kind'];

export type Market = 'developed' | 'developing';

/** The requirements of one option at one level, in force on `[from, until)`. */
export interface RequirementSet {
  readonly from: Day;
  readonly until: Day | null;
  readonly source: SourceReference;
  readonly requirement: Requirement;
}

export interface OptionLevel {
  /** A level id of the programme: `silver`, `gold`, `base`… */
  readonly level: string;
  readonly sets: readonly RequirementSet[];
}

export interface AttainmentOption {
  /** `null` for the only option of its time, which the source does not name. */
  readonly id: string | null;
  readonly name: LocalText;
  /** An id of the programme's `tracks`. */
  readonly track: string | null;
  readonly levels: readonly OptionLevel[];
}

/** What must be there before; of a competency that is listed for the reader. */
export interface Prerequisites {
  readonly anyOf: readonly string[];
  /** How the vendor checks the rest. */
  readonly validation: LocalText;
}

export interface Competency {
  readonly id: string;
  readonly name: LocalText;
  /** An id of the programme's `areas`. */
  readonly area: string | null;
  readonly options: readonly AttainmentOption[];
  /** Of the options with a track, the partner has the one of its own, or all; `null` when no option has one. */
  readonly tracks: 'assigned' | 'both' | null;
  /** For the reader: competencies of the same programme of which one comes first. */
  readonly prerequisites: Prerequisites | null;
  readonly source: SourceReference;
  /** Remarks of the source on this competency, for the reader. */
  readonly notes: readonly LocalText[];
}

export interface Level {
  readonly id: string;
  readonly name: LocalText;
  /** Higher is better; `attained` gives the highest met. */
  readonly rank: number;
}

export interface Metric {
  readonly id: string;
  readonly name: LocalText;
  readonly kind: PerformanceKind;
  readonly unit: LocalText;
  /** Whether the figures of two companies that become one are added; a rate of growth, such as in percent, is not. */
  readonly adds: boolean;
}

export interface NamedThing {
  readonly id: string;
  readonly name: LocalText;
}

/** Validity of `role-based` skills achieved on or after `from` (and before the next entry). */
export interface ValidityRule {
  readonly from: Day | null;
  readonly years: number;
  /** From so many days before its end a certificate can be renewed; absent where it cannot. */
  readonly renewalOpensDays?: number;
}

/** The seats that a limit looks at: those of people requirements at these levels and of these groups. */
interface LimitedSeats {
  /** `null`: at every level. */
  readonly levels: readonly string[] | null;
  /** Competencies whose seats the limit does not look at. */
  readonly exempt: readonly string[];
}

/** One person may be used in at most `atMost` competencies; several seats in one competency are one use. */
export interface AtMostLimit extends LimitedSeats {
  readonly kind: 'at-most';
  readonly atMost: number;
  /** `null`: of every group, and of requirements without one. */
  readonly groups: readonly string[] | null;
}

/** One person may fill seats of only one of these groups, whatever the competency. */
export interface OneOfGroupsLimit extends LimitedSeats {
  readonly kind: 'one-of-groups';
  readonly groups: readonly string[];
}

export type SharingLimit = AtMostLimit | OneOfGroupsLimit;

/** Days before an end on which people are reminded of it, the earliest first; none where nobody is. */
export interface ReminderSteps {
  /** Before the last day of a certificate. */
  readonly certificates: readonly number[];
  /** Before the first day without an override. */
  readonly overrides: readonly number[];
  /** Before the first day on which associations made in PMC no longer count. */
  readonly pmcWindow: readonly number[];
}

export interface Programme {
  readonly id: string;
  readonly name: LocalText;
  /** Version of the data, apart from the code's; appears in every result and report. */
  readonly version: string;
  readonly levels: readonly Level[];
  /** Sources whose records count; records from others are kept, shown to their owner, and never count. */
  readonly recognisedSources: readonly string[];
  readonly minGrade: number;
  /** Months for which a retired skill still counts, and months for which it stays listed. */
  readonly retirement: { readonly countsForMonths: number; readonly listedForMonths: number };
  readonly validity: readonly ValidityRule[];
  /** Calendar months after the move during which associations made in PMC count. */
  readonly pmcWindowMonths: number;
  readonly reminders: ReminderSteps;
  /** The rules are documented up to this day; later answers carry a warning. */
  readonly documentedUntil: Day | null;
  /** Ways of working between which a programme distinguishes, and the one of a partner enrolled in none. */
  readonly tracks: ReadonlyMap<string, NamedThing>;
  readonly defaultTrack: string | null;
  /**
   * Months, the current one included, in which one day of meeting the rules qualifies; `null` when the
   * programme has no such window.
   */
  readonly qualificationWindowMonths: number | null;
  readonly competencies: readonly Competency[];
  /** Names of the areas competencies belong to, and of the focus areas predicates are labelled with. */
  readonly areas: ReadonlyMap<string, NamedThing>;
  readonly focusAreas: ReadonlyMap<string, NamedThing>;
  readonly skills: ReadonlyMap<SkillId, Skill>;
  /** Other ids that mean the same skill → canonical id. */
  readonly aliases: ReadonlyMap<string, SkillId>;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly assets: ReadonlyMap<string, NamedThing>;
  readonly associationTypes: ReadonlyMap<string, NamedThing>;
  /** Names of the groups of people requirements, where the programme names them. */
  readonly groups: ReadonlyMap<string, NamedThing>;
  /** How often one person may be used across requirements, competencies and levels; none in most programmes. */
  readonly sharingLimits: readonly SharingLimit[];
  /** First month of the programme's fiscal year, 1–12. */
  readonly fiscalYearStart: number;
  /** Reports may be sent along with mails, beyond the sign-in, to people who want that. */
  readonly reportAttachments: boolean;
  /** Whom to turn to for what cannot be done here, the ones of a source before those of all. */
  readonly contacts: readonly Contact[];
  /** What the programme sells; `null` when it sells nothing. */
  readonly membership: MembershipPolicy | null;
}
