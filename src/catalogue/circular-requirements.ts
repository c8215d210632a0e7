/** A level that needs itself through what others need can never be decided: such rules are refused. */
import type { AttainedRequirement, Competency, Level, Requirement } from '../domain/catalogue/catalogue.ts';
import { neededLevels } from '../domain/requirement-kinds/attained.ts';
import type { CatalogueProblem } from './catalogue-problem.ts';

function* attainedIn(requirement: Requirement): Iterable<AttainedRequirement> {
  if (requirement.kind === 'attained') yield requirement;
  if (requirement.kind === 'all-of' || requirement.kind === 'any-of') {
    for (const child of requirement.of) yield* attainedIn(child);
  }
}

export interface Needing {
  readonly competency: string;
  readonly level: string;
  readonly attained: AttainedRequirement;
}

/** Every `attained` requirement with the level that has it, over all dated sets. */
export function needing(competencies: readonly Competency[]): readonly Needing[] {
  return competencies.flatMap(({ id, options }) =>
    options
      .flatMap((option) => option.levels)
      .flatMap(({ level, sets }) =>
        sets
          .flatMap(({ requirement }) => [...attainedIn(requirement)])
          .map((attained) => ({ competency: id, level, attained })),
      ),
  );
}

export function problemIn(competency: string, message: string): CatalogueProblem {
  return { file: `competencies/${competency}.yaml`, line: null, column: null, message };
}

/** A level that names itself or a higher level of its own competency. */
function upsideDown(
  all: readonly Needing[],
  ranks: ReadonlyMap<string, number>,
): readonly CatalogueProblem[] {
  return all.flatMap(({ competency, level, attained }) =>
    attained.anyOf
      .filter((needed) => needed.competency === competency)
      .filter((needed) => (ranks.get(needed.level) ?? 0) >= (ranks.get(level) ?? 0))
      .map((needed) =>
        problemIn(
          competency,
          `${level} needs ${competency} ${needed.level}, which is not below it; name a lower level or another competency`,
        ),
      ),
  );
}

/** Level of a competency → the levels on which its answer depends. */
function dependencies(
  all: readonly Needing[],
  levels: readonly Level[],
  ranks: ReadonlyMap<string, number>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const needs = new Map<string, Set<string>>();
  for (const { competency, level, attained } of all) {
    const key = `${competency} ${level}`;
    const found = needs.get(key) ?? new Set<string>();
    needs.set(key, found);
    for (const needed of neededLevels(attained, { competency, rank: ranks.get(level) ?? 0 }, ranks)) {
      for (const { id, rank } of levels) if (needed.accepts(rank)) found.add(`${needed.competency} ${id}`);
    }
  }
  return needs;
}

export function circularRequirements(
  competencies: readonly Competency[],
  levels: readonly Level[],
): readonly CatalogueProblem[] {
  const ranks = new Map(levels.map(({ id, rank }) => [id, rank]));
  const all = needing(competencies);
  const needs = dependencies(all, levels, ranks);
  const done = new Set<string>();
  const problems: CatalogueProblem[] = [...upsideDown(all, ranks)];

  function visit(key: string, path: readonly string[]): void {
    if (path.includes(key)) {
      const circle = [...path.slice(path.indexOf(key)), key].join(' → ');
      const message = `\`attained\` goes round in a circle: ${circle}; take one of them away`;
      problems.push(problemIn(key.slice(0, key.indexOf(' ')), message));
      return;
    }
    if (done.has(key)) return;
    for (const needed of needs.get(key) ?? []) visit(needed, [...path, key]);
    done.add(key);
  }

  for (const key of needs.keys()) visit(key, []);
  return problems;
}
