import type { Predicate, SkillId } from '../catalogue/catalogue.ts';

/** Whether somebody who holds these skills satisfies the predicate. */
export function satisfies(predicate: Predicate, held: ReadonlySet<SkillId>): boolean {
  switch (predicate.kind) {
    case 'holds':
      return held.has(predicate.skill);
    case 'all-of':
      return predicate.of.every((part) => satisfies(part, held));
    case 'any-of':
      return predicate.of.some((part) => satisfies(part, held));
  }
}

/** The skills of a predicate, each once, in catalogue order. */
function namedSkills(predicate: Predicate): readonly SkillId[] {
  if (predicate.kind === 'holds') return [predicate.skill];
  return [...new Set(predicate.of.flatMap(namedSkills))];
}

/** The skills any one of which is all that this person still lacks; empty when it is satisfied or lacks more. */
export function oneSkillAway(predicate: Predicate, held: ReadonlySet<SkillId>): readonly SkillId[] {
  if (satisfies(predicate, held)) return [];
  return namedSkills(predicate).filter(
    (skill) => !held.has(skill) && satisfies(predicate, new Set([...held, skill])),
  );
}
