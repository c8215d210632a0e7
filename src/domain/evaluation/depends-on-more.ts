import type { CompiledProgramme } from './compiled-programme.ts';

/**
 * Whether options couple each other (limits on sharing people, levels that ask for others) or count the staff: what
 * the people and figures of each option alone do not tell.
 */
export function dependsOnMore({ sharing, order, options }: CompiledProgramme): boolean {
  return (
    sharing !== null ||
    order !== null ||
    options.some(({ alternatives }) => alternatives.some(({ shares }) => shares.length > 0))
  );
}
