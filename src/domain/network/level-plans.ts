/**
 * For each level of a programme: its options, the ways to meet them, and the counts of people that each way rests on.
 * Where a level can be met in several ways, the fewest departures that lose all of them depend on who satisfies several
 * predicates at once; such levels are counted by mask.
 */
import type { CompiledOption, CompiledProgramme } from '../evaluation/compiled-programme.ts';

/** At least `atLeast` people satisfy the predicate. */
export interface CountBound {
  readonly predicate: number;
  readonly atLeast: number;
}

export interface Way {
  /** Number of the compiled option, and of the alternative in it. */
  readonly option: number;
  readonly alternative: number;
  /** All must hold; none when the way needs nobody. */
  readonly bounds: readonly CountBound[];
}

export interface LevelPlan {
  readonly competency: string;
  readonly level: string;
  /** Numbers of the compiled options of the level. */
  readonly options: readonly number[];
  /** `null` when counts by predicate do not tell: seats of several kinds exclude each other, or points are counted. */
  readonly ways: readonly Way[] | null;
  /** Some score measures growth: it may change with the day alone. */
  readonly measuresGrowth: boolean;
  /** Predicates by which people are told apart; bit i of a mask stands for `predicates[i]`. */
  readonly predicates: readonly number[];
}

/** People of a level are counted in a table with a place for every mask. */
const MOST_MASK_BITS = 8;

function waysOf(option: CompiledOption, number: number): readonly Way[] | null {
  if (option.score !== null) return null;
  const ways: Way[] = [];
  for (const [alternative, { groups }] of option.alternatives.entries()) {
    const bounds: CountBound[] = [];
    for (const { coupled, leaves } of groups) {
      if (coupled >= 0) return null;
      for (const { base, need, ofWhich } of leaves) {
        bounds.push({ predicate: base, atLeast: need });
        for (const { both, count } of ofWhich) bounds.push({ predicate: both, atLeast: count });
      }
    }
    ways.push({ option: number, alternative, bounds });
  }
  return ways;
}

function levelPlan(
  competency: string,
  level: string,
  numbers: readonly number[],
  options: readonly CompiledOption[],
): LevelPlan {
  const ofOptions = numbers.map((number) => waysOf(options[number]!, number));
  const ways = ofOptions.every((own) => own !== null) ? ofOptions.flat() : null;
  const several = ways !== null && ways.length > 1;
  const named = several ? ways.flatMap(({ bounds }) => bounds.map(({ predicate }) => predicate)) : [];
  const predicates = [...new Set(named)];
  const tooMany = predicates.length > MOST_MASK_BITS;
  return {
    competency,
    level,
    options: numbers,
    ways: tooMany ? null : ways,
    predicates: tooMany ? [] : predicates,
    measuresGrowth: numbers.some((number) =>
      (options[number]!.score?.metrics ?? []).some(({ kind }) => kind === 'growth'),
    ),
  };
}

/** In the order of competencies, then of ranks; levels without an option in force are left out. */
export function levelPlans({ programme, options }: CompiledProgramme): readonly LevelPlan[] {
  const ranked = [...programme.levels].sort((left, right) => left.rank - right.rank);
  return programme.competencies.flatMap(({ id }) =>
    ranked.flatMap(({ id: level }): readonly LevelPlan[] => {
      const numbers = options.flatMap((option, number) =>
        option.competency === id && option.level === level ? [number] : [],
      );
      return numbers.length === 0 ? [] : [levelPlan(id, level, numbers, options)];
    }),
  );
}
