/**
 * What planning tells people apart by: an ability is a set of predicates that one seat, step or share asks of one person.
 * Abilities are numbered; sets of them, and of skills, are whole numbers with a bit for each.
 */
import type { CompiledPredicate } from '../evaluation/compiled-programme.ts';

/** Bit i stands for ability, or skill, i. */
export type BitSet = bigint;

export function bit(number: number): BitSet {
  return 1n << BigInt(number);
}

export function contains(set: BitSet, part: BitSet): boolean {
  return (set & part) === part;
}

/** So many bits are looked at as an ordinary number. */
const PIECE = 30;
const PIECE_BITS = (1n << BigInt(PIECE)) - 1n;

/** Numbers in the set, ascending. */
export function members(set: BitSet): readonly number[] {
  const found: number[] = [];
  for (let rest = set, first = 0; rest !== 0n; rest >>= BigInt(PIECE), first += PIECE) {
    for (let piece = Number(rest & PIECE_BITS); piece !== 0; piece &= piece - 1) {
      found.push(first + 31 - Math.clz32(piece & -piece));
    }
  }
  return found;
}

/** Gives abilities their numbers as requirements name them. */
export class Abilities {
  /** Ability → what it asks for. */
  readonly predicates: CompiledPredicate[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly compiled: readonly CompiledPredicate[];

  constructor(compiled: readonly CompiledPredicate[]) {
    this.compiled = compiled;
  }

  /** @param predicates numbers in the compiled programme, all of which one person satisfies */
  number(predicates: readonly number[]): number {
    const all = [...new Set(predicates)].sort((left, right) => left - right);
    const key = all.join();
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const of = all.map((predicate) => this.compiled[predicate]!);
    this.numbers.set(key, this.predicates.length);
    return this.predicates.push(of.length === 1 ? of[0]! : { kind: 'all-of', of, plain: false }) - 1;
  }
}
