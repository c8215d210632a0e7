import type { Programme } from '../../../domain/catalogue/catalogue.ts';
import { endOfDay } from '../../../domain/diagnosis/expected-by.ts';
import { askedSkills } from '../../../domain/skills-matrix/asked-skills.ts';
import { type Day, parseDay } from '../../../domain/time/day.ts';
import type { SkillFinder } from '../../../sources/skill-record-candidate.ts';
import type { AskedSkill } from './load-situation.ts';

function namesSkill({ competencies }: Programme, skill: string, day: Day): boolean {
  return competencies.some((competency) => askedSkills(competency, () => true, day).includes(skill));
}

/** The skill that somebody misses: an id, a code or a title; one that nobody knows is answered too. */
export function askedSkill(
  text: string,
  achievedOn: string | undefined,
  programmes: readonly Programme[],
  find: SkillFinder,
  today: string,
): AskedSkill {
  const found = find(text);
  const id = found.kind === 'found' ? found.skill.id : text.trim();
  const knowing = programmes.find(({ skills }) => skills.has(id));
  const skill = knowing?.skills.get(id);
  const aliases = programmes.flatMap(({ aliases }) =>
    [...aliases].filter(([, target]) => target === id).map(([alias]) => alias),
  );
  return {
    id,
    title: skill?.title ?? id,
    known: skill !== undefined,
    named: programmes.some((programme) => namesSkill(programme, id, parseDay(today)!)),
    provider: skill?.provider ?? null,
    ids: [id, ...aliases],
    achievedOn: achievedOn ?? null,
    achievedBy: achievedOn === undefined ? null : endOfDay(parseDay(achievedOn)!),
  };
}
