import type { NearPerson } from '../../contract/explanation.ts';
import type { PeopleRequirement, Predicate, Programme, SkillId } from '../../domain/catalogue/catalogue.ts';
import type { Day } from '../../domain/time/day.ts';

/** Skills that count for an option, by individual. */
type Holdings = ReadonlyMap<string, ReadonlySet<SkillId>>;

/** Longer lists are no longer a hint whom to ask first. */
const SHOWN = 5;

/** The fewest skills found that would complete the predicate; `null` when one of them can no longer be earned. */
function missingSkills(
  predicate: Predicate,
  held: ReadonlySet<SkillId>,
  earnable: (skill: SkillId) => boolean,
): readonly SkillId[] | null {
  if (predicate.kind === 'holds') {
    if (held.has(predicate.skill)) return [];
    return earnable(predicate.skill) ? [predicate.skill] : null;
  }
  const parts = predicate.of.map((part) => missingSkills(part, held, earnable));
  if (predicate.kind === 'all-of') {
    const all = new Set<SkillId>();
    for (const part of parts) {
      if (part === null) return null;
      for (const skill of part) all.add(skill);
    }
    return [...all];
  }
  return parts.filter((part) => part !== null).sort((a, b) => a.length - b.length)[0] ?? null;
}

/**
 * Who could fill an empty seat with the fewest further skills, and with which. Only people who already hold
 * something of the option are named. Somebody seated elsewhere in the level is left out where the rule asks for
 * other people; whom a sharing limit keeps from the seat comes last, as somebody else would have to replace him or her.
 */
export function nearPeople(
  requirement: PeopleRequirement,
  holdings: Holdings,
  seatedInLevel: ReadonlySet<string>,
  programme: Programme,
  day: Day,
  keptAway: (person: string) => boolean = () => false,
): NearPerson[] {
  const earnable = (id: SkillId) => {
    const retiredOn = programme.skills.get(id)?.retiredOn ?? null;
    return retiredOn === null || day <= retiredOn;
  };
  const fromNothing =
    missingSkills(requirement.holds, new Set(), earnable)?.length ?? Number.POSITIVE_INFINITY;
  const near: NearPerson[] = [];
  for (const [person, held] of holdings) {
    if (requirement.overlap === 'distinct' && seatedInLevel.has(person)) continue;
    const missing = missingSkills(requirement.holds, held, earnable);
    if (missing === null || missing.length === 0 || missing.length >= fromNothing) continue;
    near.push({ person, missing: [...missing] });
  }
  const away = new Set(near.flatMap(({ person }) => (keptAway(person) ? [person] : [])));
  near.sort(
    (a, b) =>
      Number(away.has(a.person)) - Number(away.has(b.person)) ||
      a.missing.length - b.missing.length ||
      (a.person < b.person ? -1 : 1),
  );
  return near.slice(0, SHOWN);
}

/**
 * Who satisfies a requirement with empty seats and already fills a seat of another one that asks for other people:
 * without them in sight, an empty seat beside people enough reads like a mistake.
 * @param seatedHere who fills a seat of the requirement itself
 */
export function peopleInOtherSeats(
  requirement: PeopleRequirement,
  holdings: Holdings,
  seatedInLevel: ReadonlySet<string>,
  seatedHere: ReadonlySet<string>,
): string[] {
  if (requirement.overlap !== 'distinct') return [];
  return [...holdings]
    .filter(([person]) => seatedInLevel.has(person) && !seatedHere.has(person))
    .filter(([, held]) => missingSkills(requirement.holds, held, () => true)?.length === 0)
    .map(([person]) => person)
    .sort();
}
