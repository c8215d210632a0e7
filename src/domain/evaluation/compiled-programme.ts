/** A programme made ready for one day: everything the hot loops need, as numbers. See compile-programme.ts. */
import type {
  AssetCountRequirement,
  AssetRequirement,
  AttainedRequirement,
  GrowthMetric,
  PeopleMetric,
  PeopleRequirement,
  PercentOfStaffRequirement,
  PerformanceRequirement,
  Programme,
  Requirement,
  ScoreRequirement,
  SharingLimit,
  Skill,
  UnitsMetric,
} from '../catalogue/catalogue.ts';
import type { Day, Month } from '../time/day.ts';
import type { Warning } from './evaluation-result.ts';

/** A predicate over numbered skills. */
export type CompiledPredicate =
  | { readonly kind: 'holds'; readonly skill: number }
  | {
      readonly kind: 'all-of' | 'any-of';
      readonly of: readonly CompiledPredicate[];
      /** An any-of of plain skills: holding any skill that it names is enough. */
      readonly plain: boolean;
    };

/** A requirement without requirements below it; `number` is its place in the option. */
export type Leaf =
  | PeopleLeaf
  | PerformanceLeaf
  | AssetLeaf
  | AssetCountLeaf
  | PercentOfStaffLeaf
  | AttainedLeaf
  | ScoreLeaf;

export interface PeopleLeaf {
  readonly kind: 'people';
  readonly number: number;
  readonly requirement: PeopleRequirement;
  readonly need: number;
  /** Number of the predicate each person must satisfy. */
  readonly base: number;
  /** Predicate numbers include the base: these are people who satisfy both. */
  readonly ofWhich: readonly {
    readonly count: number;
    readonly both: number;
    readonly also: CompiledPredicate;
  }[];
}

export interface PerformanceLeaf {
  readonly kind: 'performance';
  readonly number: number;
  readonly requirement: PerformanceRequirement;
  readonly metric: number;
  /** The months measured; `null` when they follow the partner's anniversary. */
  readonly window: PrintedMonths | null;
  /** The day on which figures are read. */
  readonly figuresOn: Day;
}

/** Months from the first to the last, both included. */
export interface MonthWindow {
  readonly from: Month;
  readonly to: Month;
}

/** The same with both ends as `YYYY-MM`, as facts write them. */
export interface PrintedMonths extends MonthWindow {
  readonly first: string;
  readonly last: string;
}

export interface AssetLeaf {
  readonly kind: 'asset';
  readonly number: number;
  readonly requirement: AssetRequirement;
}

/** A metric of a score, with numbers for the metrics and predicates that its rule names. */
export type CompiledScoreMetric =
  | {
      readonly kind: 'units';
      readonly rule: UnitsMetric;
      readonly inputs: readonly number[];
      readonly base: number | null;
    }
  | { readonly kind: 'people'; readonly rule: PeopleMetric; readonly steps: readonly number[] }
  | { readonly kind: 'growth'; readonly rule: GrowthMetric; readonly holds: number };

export interface ScoreLeaf {
  readonly kind: 'score';
  readonly number: number;
  readonly requirement: ScoreRequirement;
  readonly metrics: readonly CompiledScoreMetric[];
  /** So many further people who hold everything fill all metrics that count people, in either market. */
  readonly peopleToFill: number;
}

export interface AssetCountLeaf {
  readonly kind: 'asset-count';
  readonly number: number;
  readonly requirement: AssetCountRequirement;
}

export interface PercentOfStaffLeaf {
  readonly kind: 'percent-of-staff';
  readonly number: number;
  readonly requirement: PercentOfStaffRequirement;
  /** Number of the predicate each person must satisfy. */
  readonly base: number;
}

export interface AttainedLeaf {
  readonly kind: 'attained';
  readonly number: number;
  readonly requirement: AttainedRequirement;
  /** Places in the compiled options, one of which must be met. */
  readonly satisfiedBy: readonly number[];
}

/** Seats of one kind: `count` people who satisfy all the predicates of `bits`. */
export interface SeatClass {
  readonly leaf: PeopleLeaf;
  readonly bits: number;
  readonly count: number;
}

/** People requirements whose seats must be filled by different people. */
export interface SeatGroup {
  readonly leaves: readonly PeopleLeaf[];
  /** Predicates that matter; bit i of a person's mask says that the person satisfies `predicates[i]`. */
  readonly predicates: readonly number[];
  /** The ways to divide the seats into classes; more than one only with several of-whiches in one requirement. */
  readonly plans: readonly (readonly SeatClass[])[];
  /**
   * Number of the group when counting needs masks; -1 when two plain counts decide (one requirement, at most one
   * of-which), as in nearly every option.
   */
  readonly coupled: number;
}

/** One way to satisfy an option: leaves that must all hold. */
export interface Alternative {
  readonly leaves: readonly number[];
  readonly groups: readonly SeatGroup[];
  readonly shares: readonly PercentOfStaffLeaf[];
}

/** One option at one level, with the requirements in force. */
export interface CompiledOption {
  readonly competency: string;
  readonly option: string | null;
  readonly level: string;
  readonly rank: number;
  /** Metric values of other tracks do not count for it. */
  readonly track: string | null;
  /** Only a partner of its track is asked for it. */
  readonly assigned: boolean;
  /** Part of the question; others are answered only because an answer depends on them. */
  readonly asked: boolean;
  readonly requirement: Requirement;
  readonly leaves: readonly Leaf[];
  readonly leafOf: ReadonlyMap<Requirement, Leaf>;
  readonly alternatives: readonly Alternative[];
  /** Level id → rank, of the programme. */
  readonly ranks: ReadonlyMap<string, number>;
  /** Some leaf holds for partners of one market only. */
  readonly dependsOnMarket: boolean;
  /** The score by which it is judged, if any. */
  readonly score: ScoreLeaf | null;
}

/** An option of the question that names a skill. */
export interface NamingOption {
  readonly competency: string;
  readonly option: string | null;
}

export interface CompiledNaming extends NamingOption {
  /** The track to which the option is assigned, if any. */
  readonly track: string | null;
}

export interface CompiledProgramme {
  readonly programme: Programme;
  readonly day: Day;
  /** Skill ids and their aliases → number. */
  readonly skillNumbers: ReadonlyMap<string, number>;
  readonly skills: readonly Skill[];
  /** 1 for skills that count whatever the source of the record. */
  readonly anySource: Uint8Array;
  /** Skill number → last day on which a retired skill still counts; 0 for skills that are not retired. */
  readonly lastRetiredDay: Int32Array;
  readonly predicates: readonly CompiledPredicate[];
  /** Skill number → predicates that name it. */
  readonly predicatesOf: readonly (readonly number[])[];
  /** Predicate number → its bits in the coupled groups. */
  readonly coupledBits: readonly (readonly { readonly group: number; readonly bit: number }[])[];
  readonly coupledGroups: readonly SeatGroup[];
  readonly options: readonly CompiledOption[];
  /** Places in `options`, each after those on which it depends; `null` when none depends on another. */
  readonly order: readonly number[] | null;
  /** What couples options beyond each one's own requirements; `null` when nothing does. */
  readonly sharing: CompiledSharing | null;
  /** Skill number → options of the question naming it, in catalogue order. */
  readonly namedBy: readonly (readonly CompiledNaming[])[];
  /** 1 for skills that some option in force names, inside or outside the question. */
  readonly namedAnywhere: Uint8Array;
  readonly metricNumbers: ReadonlyMap<string, number>;
  /** The twelve complete months before the day. */
  readonly window: MonthWindow;
  /** First month of which some requirement reads metrics. */
  readonly metricsFrom: Month;
  readonly warnings: readonly Warning[];
  /** Some option is only for partners of its track. */
  readonly assignsTracks: boolean;
  readonly scope: EvaluationScope;
}

/** Options whose people are subject to sharing limits, and the options on which these depend. */
export interface CompiledSharing {
  /** Places in `options`, the highest rank first, then in catalogue order. */
  readonly options: readonly number[];
  readonly limits: readonly SharingLimit[];
  /** Some of these options depends on the partner's market, and so may all. */
  readonly dependsOnMarket: boolean;
}

/** What of the programme is asked for; everything when a field is null. */
export interface EvaluationScope {
  readonly competency: string | null;
  readonly level: string | null;
}
