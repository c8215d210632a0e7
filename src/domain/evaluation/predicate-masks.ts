/**
 * Predicates as masks. A predicate that asks for one skill out of each of several lists is met when these lists are all
 * touched: every skill brings the bits of the lists that name it, and the person's bits are compared with the mask of
 * the lists. A choice between such predicates is met when one of their masks is full.
 */
import { skillsOf } from './compile-predicates.ts';
import type { CompiledPredicate } from './compiled-programme.ts';

export interface PredicateMasks {
  /** First entry of each skill; one more gives the end. */
  readonly firstEntry: Int32Array;
  /** Predicate that the skill matters for, and the bits that it brings. */
  readonly entryPredicate: Int32Array;
  readonly entryBits: Int32Array;
  /** First full mask of each predicate, one more gives the end; a predicate without any is walked as a tree. */
  readonly firstFull: Int32Array;
  readonly full: Int32Array;
}

type Lists = readonly (readonly number[])[];

const MOST_LISTS = 30;
const MOST_WAYS = 8;

/** The ways to satisfy a predicate, each as lists of which one skill each is needed; `null` when there are many. */
function waysOf(predicate: CompiledPredicate): readonly Lists[] | null {
  if (predicate.kind === 'holds') return [[[predicate.skill]]];
  if (predicate.kind === 'any-of' && predicate.plain) return [[skillsOf(predicate)]];
  const children = predicate.of.map(waysOf);
  let ways: readonly Lists[] = predicate.kind === 'any-of' ? [] : [[]];
  for (const own of children) {
    if (own === null) return null;
    ways =
      predicate.kind === 'any-of'
        ? [...ways, ...own]
        : ways.flatMap((before) => own.map((way) => [...before, ...way]));
    if (ways.length > MOST_WAYS) return null;
  }
  return ways;
}

/** Numbers of the lists of each way, and for each skill the lists that name it. */
function numberLists(ways: readonly Lists[]): { full: number[]; bits: Map<number, number> } | null {
  const numbers = new Map<string, number>();
  const bits = new Map<number, number>();
  const full = ways.map((lists) =>
    lists.reduce((mask, list) => {
      const key = list.join();
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      for (const skill of list) bits.set(skill, (bits.get(skill) ?? 0) | (1 << number));
      return mask | (1 << number);
    }, 0),
  );
  return numbers.size > MOST_LISTS ? null : { full, bits };
}

const masksOf = new WeakMap<readonly CompiledPredicate[], PredicateMasks>();

/** Made once for the predicates of a compiled programme, which are the same on all of its days. */
export function predicateMasks(predicates: readonly CompiledPredicate[], skillCount: number): PredicateMasks {
  let masks = masksOf.get(predicates);
  if (masks === undefined) {
    masks = makeMasks(predicates, skillCount);
    masksOf.set(predicates, masks);
  }
  return masks;
}

function makeMasks(predicates: readonly CompiledPredicate[], skillCount: number): PredicateMasks {
  const entries: { predicate: number; bits: number }[][] = Array.from({ length: skillCount }, () => []);
  const full: number[] = [];
  const firstFull = [0];
  predicates.forEach((predicate, number) => {
    const ways = waysOf(predicate);
    const lists = ways === null ? null : numberLists(ways);
    if (lists !== null) full.push(...lists.full);
    firstFull.push(full.length);
    for (const skill of new Set(skillsOf(predicate))) {
      entries[skill]!.push({ predicate: number, bits: lists?.bits.get(skill) ?? 0 });
    }
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
    firstFull: Int32Array.from(firstFull),
    full: Int32Array.from(full),
  };
}
