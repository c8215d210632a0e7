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
 * Individual → skills that count for an option. Skills of one individual's several users are united.
 * @param competency the skills counting for this competency and `option`
 */
export function heldSkills(
  verdicts: readonly RecordVerdict[],
  individualOf: ReadonlyMap<string, string>,
  competency: string,
  option: string | null,
): ReadonlyMap<string, ReadonlySet<SkillId>> {
  const held = new Map<string, Set<SkillId>>();
  for (const { reason, options, person, skillId } of verdicts) {
    if (reason !== null) continue;
    if (!options.some((naming) => naming.competency === competency && naming.option === option)) continue;
    const individual = individualOf.get(person) ?? person;
    const skills = held.get(individual);
    if (skills === undefined) held.set(individual, new Set([skillId]));
    else skills.add(skillId);
  }
  return held;
}
