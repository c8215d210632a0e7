/** Which options sharing limits couple, and which of their seats each limit looks at. */
import type { Programme, SharingLimit } from '../catalogue/catalogue.ts';
import type { CompiledOption, CompiledSharing } from './compiled-programme.ts';
import type { SeatUse } from './evaluation-result.ts';
import { attainedLeaves } from './link-prerequisites.ts';

export function isLimited(
  limit: SharingLimit,
  { competency, level, group }: Omit<SeatUse, 'option'>,
): boolean {
  if (limit.exempt.includes(competency) || (limit.levels !== null && !limit.levels.includes(level)))
    return false;
  return limit.groups === null || (group !== null && limit.groups.includes(group));
}

/**
 * Options with limited seats, the others of their competencies (which level a competency has besides decides what is
 * best) and all that these depend on. Highest rank first, then catalogue order.
 */
export function compileSharing(
  { sharingLimits: limits }: Programme,
  options: readonly CompiledOption[],
): CompiledSharing | null {
  const limited = options.filter((option) =>
    option.leaves.some(
      ({ requirement }) =>
        requirement.kind === 'people' &&
        limits.some((one) => isLimited(one, { ...option, group: requirement.group })),
    ),
  );
  if (limited.length === 0) return null;
  const competencies = new Set(limited.map(({ competency }) => competency));
  const coupled = new Set<number>();
  function couple(place: number): void {
    if (coupled.has(place)) return;
    coupled.add(place);
    for (const leaf of attainedLeaves(options[place]!)) leaf.satisfiedBy.forEach(couple);
  }
  options.forEach(({ competency }, place) => {
    if (competencies.has(competency)) couple(place);
  });
  const places = [...coupled].sort(
    (left, right) => options[right]!.rank - options[left]!.rank || left - right,
  );
  const dependsOnMarket = places.some((place) => options[place]!.dependsOnMarket);
  return { options: places, limits, dependsOnMarket };
}
