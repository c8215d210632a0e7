/** How the levels of a company and its options differ between two answers about it, and what can have made the difference. */
import type { CompetencyLevel, Programme } from '../catalogue/catalogue.ts';
import { setInForce } from '../catalogue/requirement-sets.ts';
import type {
  AttainedLevel,
  EvaluationResult,
  OptionResult,
  RequirementNode,
} from '../evaluation/evaluation-result.ts';
import type { Day } from '../time/day.ts';

/**
 * `rules`: other requirements are in force; `exemption`: one began or ended; else the kind of requirement whose outcome is
 * another: `people` who hold skills, `figures` of performance or points, `assets`, `staff` of whom a share is asked,
 * `other-levels`.
 */
export const LEVEL_CAUSES = [
  'people',
  'figures',
  'assets',
  'staff',
  'other-levels',
  'rules',
  'exemption',
] as const;
export type LevelCause = (typeof LEVEL_CAUSES)[number];

export interface LevelChange {
  readonly competency: string;
  /** The highest level attained; `null` when none was. */
  readonly before: string | null;
  readonly after: string | null;
  readonly causes: readonly LevelCause[];
}

export interface OptionChange {
  readonly competency: string;
  readonly level: string;
  readonly option: string | null;
  /** `null` on a day on which the programme has no such option. */
  readonly before: OptionResult | null;
  readonly after: OptionResult | null;
  readonly causes: readonly LevelCause[];
}

/** An answer with its explanation, and its day. */
export interface ComparedAnswer {
  readonly evaluation: Pick<EvaluationResult, 'competencies' | 'attained'>;
  readonly day: Day;
}

const KIND_CAUSES: Readonly<Record<Exclude<RequirementNode['kind'], 'all-of' | 'any-of'>, LevelCause>> = {
  people: 'people',
  performance: 'figures',
  score: 'figures',
  asset: 'assets',
  'asset-count': 'assets',
  'percent-of-staff': 'staff',
  attained: 'other-levels',
};

/** Trees of the same rules, which have the same shape. */
function differingKinds(
  before: readonly RequirementNode[],
  after: readonly RequirementNode[],
  causes: Set<LevelCause>,
): void {
  for (const [at, node] of after.entries()) {
    const was = before[at];
    if (was === undefined) continue;
    if (node.kind === 'all-of' || node.kind === 'any-of') {
      if ('children' in was) differingKinds(was.children, node.children, causes);
      continue;
    }
    const people = node.kind === 'people' && was.kind === 'people' && node.have !== was.have;
    if (node.outcome !== was.outcome || people) causes.add(KIND_CAUSES[node.kind]);
  }
}

const optionKey = ({ competency, level, option }: Pick<OptionResult, 'competency' | 'level' | 'option'>) =>
  `${competency}/${level}/${option}`;

function rulesOf({ competencies }: Programme, result: OptionResult, day: Day) {
  const options = competencies.find(({ id }) => id === result.competency)?.options ?? [];
  const levels = options.find(({ id }) => id === result.option)?.levels ?? [];
  return setInForce(levels.find(({ level }) => level === result.level)?.sets ?? [], day);
}

function isSame(before: OptionResult, after: OptionResult): boolean {
  return (
    before.outcome === after.outcome &&
    before.shortfall.people === after.shortfall.people &&
    before.score?.points === after.score?.points
  );
}

/** Options whose outcome, missing people or points are others; in the order of the programme's later rules. */
export function optionChanges(
  programme: Programme,
  earlier: ComparedAnswer,
  later: ComparedAnswer,
): readonly OptionChange[] {
  const left = new Map(earlier.evaluation.competencies.map((result) => [optionKey(result), result]));
  const changes: OptionChange[] = [];
  const note = (before: OptionResult | null, after: OptionResult | null) => {
    const { competency, level, option } = (after ?? before)!;
    const causes = new Set<LevelCause>();
    const sameRules =
      before !== null &&
      after !== null &&
      rulesOf(programme, before, earlier.day) === rulesOf(programme, after, later.day);
    if (sameRules) differingKinds(before.requirements ?? [], after.requirements ?? [], causes);
    else causes.add('rules');
    changes.push({ competency, level, option, before, after, causes: inOrder(causes) });
  };
  for (const after of later.evaluation.competencies) {
    const before = left.get(optionKey(after)) ?? null;
    left.delete(optionKey(after));
    if (before === null || !isSame(before, after)) note(before, after);
  }
  for (const before of left.values()) note(before, null);
  return changes;
}

function inOrder(causes: ReadonlySet<LevelCause>): readonly LevelCause[] {
  return LEVEL_CAUSES.filter((cause) => causes.has(cause));
}

/** Competencies that are attained at another level, or only by or no longer by an exemption. */
export function levelChanges(
  { competencies }: Programme,
  earlier: ComparedAnswer,
  later: ComparedAnswer,
  options: readonly OptionChange[],
): readonly LevelChange[] {
  const levelIn = (attained: readonly AttainedLevel[], id: string) =>
    attained.find(({ competency }) => competency === id) ?? null;
  return competencies.flatMap(({ id }): LevelChange[] => {
    const before = levelIn(earlier.evaluation.attained, id);
    const after = levelIn(later.evaluation.attained, id);
    const exemption = before?.exempt !== after?.exempt;
    if (before?.level === after?.level && !exemption) return [];
    const causes = new Set<LevelCause>(exemption ? ['exemption'] : []);
    const concerned: readonly (CompetencyLevel | null)[] = [before, after];
    for (const option of options) {
      const own = concerned.some((one) => one?.competency === id && one.level === option.level);
      if (option.competency !== id || !own || option.before?.outcome === option.after?.outcome) continue;
      for (const cause of option.causes) causes.add(cause);
    }
    return [
      { competency: id, before: before?.level ?? null, after: after?.level ?? null, causes: inOrder(causes) },
    ];
  });
}
