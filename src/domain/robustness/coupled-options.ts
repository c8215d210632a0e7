/** What the answer of some options depends on beyond themselves. */

import type { CompiledOption, CompiledProgramme } from '../evaluation/compiled-programme.ts';
import { attainedLeaves } from '../evaluation/link-prerequisites.ts';

/** The options with all on which their answer depends, in catalogue order; themselves where nothing couples them. */
export function withCoupled(
  { options, sharing }: CompiledProgramme,
  of: readonly CompiledOption[],
): readonly CompiledOption[] {
  const found = new Set<number>();
  function add(place: number): void {
    if (found.has(place)) return;
    found.add(place);
    for (const leaf of attainedLeaves(options[place]!)) leaf.satisfiedBy.forEach(add);
    if (sharing?.options.includes(place)) sharing.options.forEach(add);
  }
  for (const option of of) add(options.indexOf(option));
  return options.filter((_, place) => found.has(place));
}

/** Whether some of the options count the staff. */
export function countStaffs(options: readonly CompiledOption[]): boolean {
  return options.some(({ alternatives }) => alternatives.some(({ shares }) => shares.length > 0));
}
