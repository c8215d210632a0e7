/** Gives every distinct predicate of a programme one number, so that each is tested once for a person. */
import type { Predicate, SkillId } from '../catalogue/catalogue.ts';
import type { CompiledPredicate } from './compiled-programme.ts';

export class PredicateNumbers {
  readonly predicates: CompiledPredicate[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly skillNumber: (skill: SkillId) => number;

  constructor(skillNumber: (skill: SkillId) => number) {
    this.skillNumber = skillNumber;
  }

  compile(predicate: Predicate): CompiledPredicate {
    if (predicate.kind === 'holds') return { kind: 'holds', skill: this.skillNumber(predicate.skill) };
    const of = predicate.of.map((child) => this.compile(child));
    const plain =
      predicate.kind === 'any-of' && of.every((child) => child.kind === 'holds' || isPlain(child));
    return { kind: predicate.kind, of, plain };
  }

  numberOf(predicate: CompiledPredicate): number {
    const key = JSON.stringify(predicate);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.predicates.length);
    return this.predicates.push(predicate) - 1;
  }
}

function isPlain(predicate: CompiledPredicate): boolean {
  return predicate.kind !== 'holds' && predicate.plain;
}

export function skillsOf(predicate: CompiledPredicate): readonly number[] {
  return predicate.kind === 'holds' ? [predicate.skill] : predicate.of.flatMap(skillsOf);
}

/** Whether holding the skills stamped with `stamp` satisfies the predicate. */
export function isSatisfied(predicate: CompiledPredicate, held: Uint32Array, stamp: number): boolean {
  if (predicate.kind === 'holds') return held[predicate.skill] === stamp;
  const any = predicate.kind === 'any-of';
  for (const child of predicate.of) if (isSatisfied(child, held, stamp) === any) return any;
  return !any;
}
