import type { Predicate, SkillId } from '../catalogue/catalogue.ts';
import { skillsOfPredicate } from '../catalogue/skills-of-predicate.ts';
import type { RecordVerdict } from '../evaluation/record-verdicts.ts';
import { satisfies } from '../explanation/one-skill-away.ts';

export interface PersonOfLine {
  /** Under this id the individual is counted. */
  readonly person: string;
  /** Of the records that count for what the line asks, with whose they are: one individual may have several users. */
  readonly records: readonly { readonly person: string; readonly record: string }[];
}

/**
 * The people whom a line counts, with the records that make them count. A record counts also where a sharing limit
 * leaves no seat for its holder: the line counts who satisfies it.
 */
export function peopleOfLine(
  holds: Predicate,
  verdicts: readonly RecordVerdict[],
  individualOf: ReadonlyMap<string, string>,
): readonly PersonOfLine[] {
  const named = new Set(skillsOfPredicate(holds));
  const found = new Map<string, { skills: Set<SkillId>; records: { person: string; record: string }[] }>();
  for (const { reason, person, record, skillId } of verdicts) {
    if ((reason !== null && reason.code !== 'seat-taken') || !named.has(skillId)) continue;
    const individual = individualOf.get(person) ?? person;
    const own = found.get(individual) ?? { skills: new Set(), records: [] };
    found.set(individual, own);
    own.skills.add(skillId);
    own.records.push({ person, record });
  }
  return [...found].flatMap(([person, { skills, records }]) =>
    satisfies(holds, skills) ? [{ person, records }] : [],
  );
}
