/** A level that needs itself through what others need can never be decided: such rules are refused. */
import type { Competency, Level, Requirement } from '../domain/catalogue/catalogue.ts';
import { neededLevels } from '../domain/requirement-kinds/attained.ts';
import type { CatalogueProblem } from './catalogue-problem.ts';

function* attainedIn(requirement: Requirement): Iterable<Extract<Requirement, { kind: 'attained' }>> {
  if (requirement.kind === 'attained') yield requirement;
  if (requirement.kind === 'all-of' || requirement.kind === 'any-of') {
    for (const child of requirement.of) yield* attainedIn(child);
  }
}

/** Level of a competency → the levels on which its answer depends, over all of its dated sets. */
function dependencies(competencies: readonly Competency[], levels: readonly Level[]) {
  const ranks = new Map(levels.map(({ id, rank }) => [id, rank]));
  const needs = new Map<string, Set<string>>();
  for (const { id, options } of competencies) {
    for (const { level, sets } of options.flatMap((option) => option.levels)) {
      const key = `${id} ${level}`;
      const found = needs.get(key) ?? new Set<string>();
      needs.set(key, found);
      const own = { competency: id, rank: ranks.get(level) ?? 0 };
      for (const { requirement } of sets) {
        for (const attained of attainedIn(requirement)) {
          for (const needed of neededLevels(attained, own, ranks)) {
            for (const other of levels) {
              if (needed.accepts(other.rank)) found.add(`${needed.competency} ${other.id}`);
            }
          }
        }
      }
    }
  }
  return needs;
}

export function circularRequirements(
  competencies: readonly Competency[],
  levels: readonly Level[],
): readonly CatalogueProblem[] {
  const needs = dependencies(competencies, levels);
  const done = new Set<string>();
  const problems: CatalogueProblem[] = [];

  function visit(key: string, path: readonly string[]): void {
    if (path.includes(key)) {
      const circle = [...path.slice(path.indexOf(key)), key].join(' → ');
      problems.push({
        file: `competencies/${key.slice(0, key.indexOf(' '))}.yaml`,
        line: null,
        column: null,
        message: `\`attained\` goes round in a circle: ${circle}; take one of them away`,
      });
      return;
    }
    if (done.has(key)) return;
    for (const needed of needs.get(key) ?? []) visit(needed, [...path, key]);
    done.add(key);
  }

  for (const key of needs.keys()) visit(key, []);
  return problems;
}
