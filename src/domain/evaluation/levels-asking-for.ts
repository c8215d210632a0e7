import type { CompetencyLevel, Programme } from '../catalogue/catalogue.ts';
import { setInForce } from '../catalogue/requirement-sets.ts';
import { neededLevels } from '../requirement-kinds/attained.ts';
import { requirementWalk } from '../requirement-kinds/requirement-kinds.ts';
import type { Day } from '../time/day.ts';

/** Levels with a requirement in force on the day that this one may fulfil: another competency, or a lower level. */
export function levelsAskingFor(
  { competencies, levels }: Pick<Programme, 'competencies' | 'levels'>,
  { competency, level }: CompetencyLevel,
  day: Day,
): readonly CompetencyLevel[] {
  const ranks = new Map(levels.map(({ id, rank }) => [id, rank]));
  const rank = ranks.get(level) ?? 0;
  const found = new Map<string, CompetencyLevel>();
  for (const { id, options } of competencies) {
    for (const option of options.flatMap((each) => each.levels)) {
      const set = setInForce(option.sets, day);
      if (set === null) continue;
      const own = { competency: id, rank: ranks.get(option.level) ?? 0 };
      const asks = requirementWalk
        .leaves(set.requirement)
        .some(
          (leaf) =>
            leaf.kind === 'attained' &&
            neededLevels(leaf, own, ranks).some((one) => one.competency === competency && one.accepts(rank)),
        );
      if (asks) found.set(`${id}/${option.level}`, { competency: id, level: option.level });
    }
  }
  return [...found.values()];
}
