import type { Predicate, Requirement, ScoreMetric, SkillId } from '../catalogue/catalogue.ts';
import type { RecordVerdict } from '../evaluation/record-verdicts.ts';
import type { FactsDocument, FactsPerson } from '../facts/facts-document.ts';
import { requirementWalk } from '../requirement-kinds/requirement-kinds.ts';
import type { Day } from '../time/day.ts';
import { parseDayOrInstant } from '../time/instant.ts';
import { heldSkills, individuals } from './held-skills.ts';
import { oneSkillAway } from './one-skill-away.ts';

/** People for whom the same further skill has the same effect. */
export interface PeopleAlike {
  readonly people: readonly string[];
  readonly held: ReadonlySet<SkillId>;
}

function covers(day: Day, from: string | null | undefined, until: string | null | undefined): boolean {
  const first = from ? parseDayOrInstant(from) : null;
  const end = until ? parseDayOrInstant(until) : null;
  return (first === null || first <= day) && (end === null || day < end);
}

/** By which ways a new record of the person would be associated with this partner; empty when by none. */
function waysToCount(person: FactsPerson, partner: string, day: Day): string {
  if (!covers(day, person.employedFrom, person.employedUntil)) return '';
  if (person.associations === undefined) return 'employed';
  const ways = person.associations
    .filter((one) => (one.partner ?? partner) === partner && covers(day, one.from, one.until))
    .map((one) => one.via ?? 'partner-center');
  return [...new Set(ways)].sort().join();
}

/**
 * Employed and associated people, grouped by which of the named skills they hold, in the order of their ids.
 * @param verdicts on the records of the facts, for the same day
 */
export function peopleAlike(
  facts: FactsDocument,
  day: Day,
  verdicts: readonly RecordVerdict[],
  named: ReadonlySet<SkillId>,
): readonly PeopleAlike[] {
  const individualOf = individuals(facts);
  const held = heldSkills(verdicts, individualOf, named);
  const groups = new Map<string, { people: string[]; held: ReadonlySet<SkillId> }>();
  const people = [...(facts.people ?? [])].sort((left, right) => (left.id < right.id ? -1 : 1));
  for (const person of people) {
    const ways = waysToCount(person, facts.partner.id, day);
    if (ways === '') continue;
    const skills = held.get(individualOf.get(person.id) ?? person.id) ?? new Set<SkillId>();
    const key = `${ways} ${[...skills].sort().join()}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { people: [person.id], held: skills });
    else group.people.push(person.id);
  }
  return [...groups.values()];
}

function scoredPredicates(metric: ScoreMetric): readonly Predicate[] {
  if (metric.kind === 'growth') return [metric.holds];
  return metric.kind === 'people' ? metric.steps.map(({ holds }) => holds) : [];
}

/** What the requirement asks of one person; of an of-which, both predicates together. */
export function personPredicates(requirement: Requirement): readonly Predicate[] {
  return requirementWalk.leaves(requirement).flatMap((leaf): readonly Predicate[] => {
    if (leaf.kind === 'score') return leaf.metrics.flatMap(scoredPredicates);
    if (leaf.kind === 'percent-of-staff') return [leaf.holds];
    if (leaf.kind !== 'people') return [];
    const both = leaf.ofWhich.map(({ alsoHolds }) => ({
      kind: 'all-of' as const,
      focus: null,
      of: [leaf.holds, alsoHolds],
    }));
    return [leaf.holds, ...both];
  });
}

/** Skills one of which would let somebody who holds `held` satisfy something that is not satisfied yet. */
export function helpfulSkills(
  predicates: readonly Predicate[],
  held: ReadonlySet<SkillId>,
): readonly SkillId[] {
  return [...new Set(predicates.flatMap((predicate) => oneSkillAway(predicate, held)))];
}
