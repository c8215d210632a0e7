/**
 * The people part of an option as plain numbers, where counts by predicate decide it. The meaning is that of
 * evaluation/assess-option.ts, laid out for a loop without calls.
 */
import type { CompiledOption } from '../evaluation/compiled-programme.ts';

/** For each way to satisfy the option: how many numbers follow, then predicates, each with the people it needs. */
export type CountNeeds = Int32Array;

/** `null` when people fill seats of several kinds and only their masks tell. */
export function countNeeds({ alternatives }: CompiledOption): CountNeeds | null {
  const program: number[] = [];
  for (const { groups } of alternatives) {
    const needs: number[] = [];
    for (const { coupled, leaves } of groups) {
      if (coupled >= 0) return null;
      for (const { base, need, ofWhich } of leaves) {
        needs.push(base, need);
        for (const { both, count } of ofWhich) needs.push(both, count);
      }
    }
    program.push(needs.length, ...needs);
  }
  return Int32Array.from(program);
}

/** The first way whose needs the counts reach, or -1. */
export function wayReached(program: CountNeeds, satisfied: Int32Array): number {
  for (let at = 0, way = 0; at < program.length; way++) {
    const end = at + 1 + program[at]!;
    at++;
    while (at < end && satisfied[program[at]!]! >= program[at + 1]!) at += 2;
    if (at === end) return way;
    at = end;
  }
  return -1;
}

/** The fewest further people with whom one of the ways is reached. */
export function countShortfall(program: CountNeeds, satisfied: Int32Array): number {
  let fewest = 0x7fffffff;
  for (let at = 0; at < program.length; ) {
    const end = at + 1 + program[at]!;
    let missing = 0;
    for (at++; at < end; at += 2) {
      const lacking = program[at + 1]! - satisfied[program[at]!]!;
      if (lacking > missing) missing = lacking;
    }
    if (missing < fewest) fewest = missing;
  }
  return program.length === 0 ? 0 : fewest;
}
