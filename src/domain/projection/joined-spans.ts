/** The history of levels over a day on which something changes that the one before does not know of. */
import type { MetSpan } from '../membership/lifecycle.ts';
import type { Day } from '../time/day.ts';
import type { LevelSpans } from './level-history.ts';

function joined(earlier: readonly MetSpan[], later: readonly MetSpan[], turn: Day): readonly MetSpan[] {
  const open = earlier.at(-1)?.until === null ? earlier.at(-1)! : null;
  const first = later[0]?.from === null ? later[0]! : null;
  const before = open === null ? earlier : earlier.slice(0, -1);
  const after = first === null ? later : later.slice(1);
  if (open !== null && first !== null) {
    const through = { ...first, from: open.from, exempt: open.exempt && first.exempt };
    return [...before, through, ...after];
  }
  return [
    ...before,
    ...(open === null ? [] : [{ ...open, until: turn, causes: [] }]),
    ...(first === null ? [] : [{ ...first, from: turn }]),
    ...after,
  ];
}

/** @param turn the first day of the later history; the earlier one ends the day before */
export function joinedSpans(earlier: LevelSpans, later: LevelSpans, turn: Day): LevelSpans {
  const keys = new Set([...earlier.keys(), ...later.keys()]);
  return new Map([...keys].map((key) => [key, joined(earlier.get(key) ?? [], later.get(key) ?? [], turn)]));
}
