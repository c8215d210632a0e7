/**
 * The lines of the competency performance report: for every option each metric and requirement once, with what it asks
 * for at each level. Screen, file and API read these lines; what is measured is taken from the explained evaluation.
 */
import type {
  AttainmentOption,
  Competency,
  CompetencyLevel,
  Market,
  PerformanceRequirement,
  Predicate,
  Programme,
  Requirement,
} from '../catalogue/catalogue.ts';
import { setInForce } from '../catalogue/requirement-sets.ts';
import type {
  EvaluationResult,
  OptionResult,
  Outcome,
  PeopleNode,
  RequirementNode,
} from '../evaluation/evaluation-result.ts';
import { shortHash } from '../text/short-hash.ts';
import type { Day } from '../time/day.ts';

/** What a line is about: the same at every level that asks for it. */
export type LineSubject =
  | {
      readonly kind: 'people';
      /** What one person must hold. */
      readonly holds: Predicate;
      /** Among the people of another line, who hold this: what `holds` adds to that line's. */
      readonly also: Predicate | null;
      /** Name of the group inside its option, where the rule names one. */
      readonly group: string | null;
      /** The need is a share of the staff. */
      readonly percent: number | null;
    }
  | { readonly kind: 'performance'; readonly rule: PerformanceRequirement }
  | { readonly kind: 'asset'; readonly asset: string }
  | { readonly kind: 'asset-count'; readonly anyOf: readonly string[] }
  | { readonly kind: 'attained'; readonly anyOf: readonly CompetencyLevel[] }
  | { readonly kind: 'score'; readonly max: number }
  | { readonly kind: 'score-metric'; readonly metric: string; readonly max: number };

export interface LevelNeed {
  readonly level: string;
  readonly need: number;
  readonly outcome: Outcome;
  /** In the unit of the line. */
  readonly shortfall: number;
}

export interface RequirementLine {
  /** Names the line within the report, on every day on which the rule is the same. */
  readonly id: string;
  readonly competency: Competency;
  readonly option: AttainmentOption;
  readonly subject: LineSubject;
  /** Another requirement may take its place. */
  readonly oneOf: boolean;
  /** What is there on the day; `null` when nothing is known of it. */
  readonly have: number | null;
  /** From the lowest level up; none for the metrics of a score, which are asked for together. */
  readonly levels: readonly LevelNeed[];
}

/** A requirement of one level, before the levels are put side by side. */
interface Found {
  readonly subject: LineSubject;
  readonly oneOf: boolean;
  readonly have: number | null;
  readonly need: Omit<LevelNeed, 'level'> | null;
}

function keyOf(subject: LineSubject): string {
  switch (subject.kind) {
    case 'performance': {
      const { metric, window, measure } = subject.rule;
      const parts = [metric];
      if (window !== 'trailing-12-months') parts.push(window);
      if (measure === 'count') parts.push('count');
      return parts.join('-');
    }
    case 'people':
      return `people-${shortHash(JSON.stringify([subject.holds, subject.also, subject.group, subject.percent]))}`;
    case 'asset':
      return `asset-${subject.asset}`;
    case 'asset-count':
      return `assets-${shortHash(subject.anyOf.join(' '))}`;
    case 'attained':
      return `attained-${shortHash(JSON.stringify(subject.anyOf))}`;
    case 'score':
      return 'score';
    case 'score-metric':
      return `score-${subject.metric}`;
  }
}

/** Whoever is among the people of a line and holds something more. */
function both(holds: Predicate, also: Predicate): Predicate {
  return { kind: 'all-of', focus: null, of: [holds, also] };
}

function needOf({ need, outcome, shortfall }: Omit<LevelNeed, 'level'>): Omit<LevelNeed, 'level'> {
  return { need, outcome, shortfall };
}

function peopleLines(
  node: PeopleNode,
  rule: Extract<Requirement, { kind: 'people' }>,
  oneOf: boolean,
): Found[] {
  const { group } = rule;
  return [
    {
      subject: { kind: 'people', holds: rule.holds, also: null, group, percent: null },
      oneOf,
      have: node.eligible,
      need: needOf(node),
    },
    ...node.children.flatMap((child, index): Found[] => {
      const of = rule.ofWhich[index];
      if (of === undefined) return [];
      const holds = both(rule.holds, of.alsoHolds);
      return [
        {
          subject: { kind: 'people', holds, also: of.alsoHolds, group, percent: null },
          oneOf,
          have: child.eligible,
          need: needOf(child),
        },
      ];
    }),
  ];
}

const AS_NUMBER: Readonly<Record<Outcome, number | null>> = { met: 1, unmet: 0, undetermined: null };

/** Of something that the company has or has not. */
function yesOrNo(subject: LineSubject, outcome: Outcome, oneOf: boolean): Found {
  const have = AS_NUMBER[outcome];
  return { subject, oneOf, have, need: { need: 1, outcome, shortfall: have === 1 ? 0 : 1 } };
}

function linesOf(node: RequirementNode, rule: Requirement, oneOf: boolean, market: Market | null): Found[] {
  switch (node.kind) {
    case 'all-of':
    case 'any-of': {
      if (rule.kind !== node.kind) break;
      const choice = oneOf || (node.kind === 'any-of' && !isByMarket(rule.of));
      return node.children.flatMap((child, index) => linesOf(child, rule.of[index]!, choice, market));
    }
    case 'people':
      if (rule.kind !== 'people') break;
      return peopleLines(node, rule, oneOf);
    case 'percent-of-staff': {
      if (rule.kind !== 'percent-of-staff') break;
      const { holds, percent } = rule;
      const subject = { kind: 'people', holds, also: null, group: null, percent } as const;
      return [{ subject, oneOf, have: node.eligible, need: needOf(node) }];
    }
    case 'performance': {
      if (rule.kind !== 'performance') break;
      if (rule.market !== null && market !== null && rule.market !== market) return [];
      // Nothing known is not nothing done.
      const have = node.outcome === 'undetermined' && node.have === 0 ? null : node.have;
      return [{ subject: { kind: 'performance', rule }, oneOf, have, need: needOf(node) }];
    }
    case 'asset':
      return [yesOrNo({ kind: 'asset', asset: node.asset }, node.outcome, oneOf)];
    case 'attained':
      return [yesOrNo({ kind: 'attained', anyOf: node.anyOf }, node.outcome, oneOf)];
    case 'asset-count': {
      const anyOf = node.assets.map(({ asset }) => asset);
      return [{ subject: { kind: 'asset-count', anyOf }, oneOf, have: node.have, need: needOf(node) }];
    }
    case 'score':
      return [
        { subject: { kind: 'score', max: node.max }, oneOf, have: node.have, need: needOf(node) },
        ...node.metrics.map(
          ({ metric, points, max }): Found => ({
            subject: { kind: 'score-metric', metric, max },
            oneOf,
            have: node.unknown.includes(metric) && points === 0 ? null : points,
            need: null,
          }),
        ),
      ];
  }
  // The result keeps the nesting of the catalogue; anything else is a mistake in the engine.
  throw new Error(`requirement ${rule.kind} was answered by ${node.kind}`);
}

/** A choice that the partner's market makes is none. */
function isByMarket(of: readonly Requirement[]): boolean {
  return of.every((each) => each.kind === 'performance' && each.market !== null);
}

function foundIn(
  { requirements = [] }: OptionResult,
  requirement: Requirement,
  market: Market | null,
): Found[] {
  const rules = requirement.kind === 'all-of' ? requirement.of : [requirement];
  return requirements.flatMap((node, index) => linesOf(node, rules[index]!, false, market));
}

interface Asked {
  readonly evaluation: Pick<EvaluationResult, 'competencies'>;
  readonly market: Market | null;
  readonly day: Day;
}

function optionLines(
  { levels: ranked }: Pick<Programme, 'levels'>,
  competency: Competency,
  option: AttainmentOption,
  { evaluation, market, day }: Asked,
): RequirementLine[] {
  const ranks = new Map(ranked.map(({ id, rank }) => [id, rank]));
  const lines = new Map<string, Omit<RequirementLine, 'levels'> & { readonly levels: LevelNeed[] }>();
  const levels = [...option.levels].sort(
    (left, right) => (ranks.get(left.level) ?? 0) - (ranks.get(right.level) ?? 0),
  );
  for (const { level, sets } of levels) {
    const set = setInForce(sets, day);
    const result = evaluation.competencies.find(
      (each) => each.competency === competency.id && each.option === option.id && each.level === level,
    );
    if (set === null || result === undefined) continue;
    for (const { subject, oneOf, have, need } of foundIn(result, set.requirement, market)) {
      const id = `${option.id ?? 'only'}.${keyOf(subject)}`;
      const line = lines.get(id) ?? { id, competency, option, subject, oneOf, have, levels: [] };
      lines.set(id, { ...line, have: line.have ?? have });
      const asked = line.levels.findIndex((each) => each.level === level);
      // Of two rules of one level that ask for the same thing, the lower one is enough.
      if (need !== null && asked < 0) line.levels.push({ level, ...need });
      else if (need !== null && need.need < line.levels[asked]!.need) line.levels[asked] = { level, ...need };
    }
  }
  return [...lines.values()];
}

/** In the order of the programme: competencies, options, and requirements as the rule of the lowest level names them. */
export function requirementLines(
  programme: Pick<Programme, 'levels' | 'competencies'>,
  asked: Asked,
): readonly RequirementLine[] {
  return programme.competencies.flatMap((competency) =>
    competency.options.flatMap((option) => optionLines(programme, competency, option, asked)),
  );
}
