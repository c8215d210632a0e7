import type { SkillId } from '../catalogue/catalogue.ts';
import type { RecordVerdict } from '../evaluation/record-verdicts.ts';
import type { FactsDocument } from '../facts/facts-document.ts';

/** Person → the person under whose id the individual is counted; only where they differ. */
export function individuals(facts: FactsDocument): ReadonlyMap<string, string> {
  const same = new Map<string, string>();
  for (const { id, sameAs } of facts.people ?? []) if (sameAs != null) same.set(id, sameAs);
  const roots = new Map<string, string>();
  for (const id of same.keys()) {
    let root = id;
    const seen = new Set([id]);
    for (let next = same.get(root); next !== undefined && !seen.has(next); next = same.get(root)) {
      root = next;
      seen.add(root);
    }
    roots.set(id, root);
  }
  return roots;
}

/**
 * Individual → those of the named skills that he or she holds. Skills of one individual's several users are united. A
 * skill is held also where a sharing limit leaves no seat for its holder.
 * @param named skills that some option in force names
 */
export function heldSkills(
  verdicts: readonly RecordVerdict[],
  individualOf: ReadonlyMap<string, string>,
  named: ReadonlySet<SkillId>,
): ReadonlyMap<string, ReadonlySet<SkillId>> {
  const held = new Map<string, Set<SkillId>>();
  for (const { reason, person, skillId } of verdicts) {
    if ((reason !== null && reason.code !== 'seat-taken') || !named.has(skillId)) continue;
    const individual = individualOf.get(person) ?? person;
    const skills = held.get(individual);
    if (skills === undefined) held.set(individual, new Set([skillId]));
    else skills.add(skillId);
  }
  return held;
}
