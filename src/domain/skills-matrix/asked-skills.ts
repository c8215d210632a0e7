import type { Competency, SkillId } from '../catalogue/catalogue.ts';
import { setInForce } from '../catalogue/requirement-sets.ts';
import { requirementWalk } from '../requirement-kinds/requirement-kinds.ts';
import type { Day } from '../time/day.ts';

/** The skills that these options of a competency name on the day, each once, in the order of the catalogue. */
export function askedSkills(
  { options }: Competency,
  wanted: (option: string | null) => boolean,
  day: Day,
): readonly SkillId[] {
  const skills = new Set<SkillId>();
  for (const { id, levels } of options) {
    if (!wanted(id)) continue;
    for (const { sets } of levels) {
      const set = setInForce(sets, day);
      if (set === null) continue;
      for (const skill of requirementWalk.skills(set.requirement)) skills.add(skill);
    }
  }
  return [...skills];
}
