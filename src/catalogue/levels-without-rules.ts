/** An `attained` that names a level which no rules lead to, nor to a higher one: only an exemption could hold it. */
import type { Programme } from '../domain/catalogue/catalogue.ts';
import { neededLevels } from '../domain/requirement-kinds/attained.ts';
import type { CatalogueProblem } from './catalogue-problem.ts';
import { needing, problemIn } from './circular-requirements.ts';

export function levelsWithoutRules({ competencies, levels }: Programme): readonly CatalogueProblem[] {
  const ranks = new Map(levels.map(({ id, rank }) => [id, rank]));
  const ranksOf = new Map(
    competencies.map(({ id, options }) => [
      id,
      options.flatMap((option) => option.levels.map(({ level }) => ranks.get(level) ?? 0)),
    ]),
  );
  return needing(competencies).flatMap(({ competency, level, attained }) =>
    neededLevels(attained, { competency, rank: ranks.get(level) ?? 0 }, ranks).flatMap((needed, index) => {
      if ((ranksOf.get(needed.competency) ?? []).some((rank) => needed.accepts(rank))) return [];
      const named = attained.anyOf[index]!;
      const message = `${level} needs ${named.competency} ${named.level}, for which there are no rules; name a level that has some`;
      return [problemIn(competency, message)];
    }),
  );
}
