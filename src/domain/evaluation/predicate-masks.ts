/**
 * Predicates as masks. A predicate that asks for one skill out of each of several lists is met when its lists are all
 * touched: every skill brings the bits of the lists that name it, and the person's bits are compared with the full
 * mask. Nearly all predicates are of this kind; the others are left to be walked as trees.
 */
import { skillsOf } from './compile-predicates.ts';
import type { CompiledPredicate } from './compiled-programme.ts';

const MOST_LISTS = 30;

export interface PredicateMasks {
  /** First entry of each skill; one more gives the end. */
  readonly firstEntry: Int32Array;
  /** Predicate that the skill matters for, and the bits that it brings. */
  readonly entryPredicate: Int32Array;
  readonly entryBits: Int32Array;
  /** Mask of each predicate when it is met; 0 for those that must be walked. */
  readonly full: Int32Array;
}

/** The lists of which one skill each is needed, or `null` when the predicate is not of that kind. */
function listsOf(predicate: CompiledPredicate): readonly (readonly number[])[] | null {
  if (predicate.kind === 'holds') return [[predicate.skill]];
  if (predicate.kind === 'any-of') return predicate.plain ? [skillsOf(predicate)] : null;
  const lists: (readonly number[])[] = [];
  for (const child of predicate.of) {
    const own = listsOf(child);
    if (own === null) return null;
    lists.push(...own);
  }
  return lists.length > MOST_LISTS ? null : lists;
}

export function predicateMasks(predicates: readonly CompiledPredicate[], skillCount: number): PredicateMasks {
  const entries: { predicate: number; bits: number }[][] = Array.from({ length: skillCount }, () => []);
  const full = new Int32Array(predicates.length);
  predicates.forEach((predicate, number) => {
    const lists = listsOf(predicate);
    const bits = new Map<number, number>(skillsOf(predicate).map((skill) => [skill, 0]));
    lists?.forEach((list, index) => {
      for (const skill of list) bits.set(skill, bits.get(skill)! | (1 << index));
    });
    full[number] = lists === null ? 0 : (1 << lists.length) - 1;
    for (const [skill, mask] of bits) entries[skill]!.push({ predicate: number, bits: mask });
  });
  const flat = entries.flat();
  const firstEntry = new Int32Array(skillCount + 1);
  entries.forEach((own, skill) => {
    firstEntry[skill + 1] = firstEntry[skill]! + own.length;
  });
  return {
    firstEntry,
    entryPredicate: Int32Array.from(flat, ({ predicate }) => predicate),
    entryBits: Int32Array.from(flat, ({ bits }) => bits),
    full,
  };
}
