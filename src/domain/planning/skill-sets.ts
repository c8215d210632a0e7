/**
 * The smallest sets of new skills by which somebody comes to satisfy a predicate. Skills are bits; what must be held before
 * a skill can be achieved is part of the set.
 */
import { skillsOf } from '../evaluation/compile-predicates.ts';
import type { CompiledPredicate } from '../evaluation/compiled-programme.ts';
import { type BitSet, contains } from './abilities.ts';

/** Sets that have no other one among them, each once. */
export function smallestSets(sets: Iterable<BitSet>): readonly BitSet[] {
  const all = [...new Set(sets)];
  return all.filter((set) => !all.some((other) => other !== set && contains(set, other)));
}

function unions(left: readonly BitSet[], right: readonly BitSet[]): readonly BitSet[] {
  return smallestSets(left.flatMap((one) => right.map((other) => one | other)));
}

type WaysTo = (skill: number) => readonly BitSet[];

function setsToSatisfy(predicate: CompiledPredicate, waysTo: WaysTo): readonly BitSet[] {
  if (predicate.kind === 'holds') return waysTo(predicate.skill);
  const parts = predicate.of.map((child) => setsToSatisfy(child, waysTo));
  return predicate.kind === 'any-of' ? smallestSets(parts.flat()) : parts.reduce(unions, [0n]);
}

/** The smallest sets for each predicate, found once for all people to whom its skills are the same. */
export class KnownSets {
  private readonly predicates: readonly CompiledPredicate[];
  private readonly skills: readonly (readonly number[])[];
  private readonly known: readonly Map<string, readonly BitSet[]>[];

  constructor(predicates: readonly CompiledPredicate[]) {
    this.predicates = predicates;
    this.skills = predicates.map((predicate) => [...new Set(skillsOf(predicate))]);
    this.known = predicates.map(() => new Map());
  }

  /** @param waysTo the smallest sets by which a skill is held: the empty one when it is held already */
  of(predicate: number, waysTo: WaysTo): readonly BitSet[] {
    const key = this.skills[predicate]!.map((skill) => waysTo(skill).join()).join(';');
    const found = this.known[predicate]!.get(key) ?? setsToSatisfy(this.predicates[predicate]!, waysTo);
    this.known[predicate]!.set(key, found);
    return found;
  }
}

/**
 * Skill → the skills that would do in every place of the predicates where it is named: of several that do, only the cheapest
 * need be thought of.
 */
export function substitutes(
  predicates: readonly CompiledPredicate[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>();
  const look = (predicate: CompiledPredicate, siblings: ReadonlySet<number>) => {
    if (predicate.kind === 'holds') {
      const known = found.get(predicate.skill);
      if (known === undefined) found.set(predicate.skill, new Set(siblings));
      else for (const skill of known) if (!siblings.has(skill)) known.delete(skill);
      return;
    }
    const own = new Set(predicate.kind === 'any-of' ? choices(predicate) : []);
    for (const child of predicate.of) {
      look(child, predicate.kind === 'any-of' && child.kind !== 'holds' ? new Set() : own);
    }
  };
  for (const predicate of predicates) look(predicate, new Set());
  return found;
}

/** Skills any one of which satisfies the predicate. */
function choices(predicate: CompiledPredicate): readonly number[] {
  if (predicate.kind === 'holds') return [predicate.skill];
  return predicate.kind === 'any-of' ? predicate.of.flatMap(choices) : [];
}
