import type { Predicate, SkillId } from './catalogue.ts';

/** The skills that a predicate names, in its order; one named twice appears twice. */
export function skillsOfPredicate(predicate: Predicate): readonly SkillId[] {
  return predicate.kind === 'holds' ? [predicate.skill] : predicate.of.flatMap(skillsOfPredicate);
}
