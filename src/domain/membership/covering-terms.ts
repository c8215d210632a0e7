/** Which terms cover a level: those of offers of that level and of higher ones, since gold shows silver too. */
import type { Level } from '../catalogue/catalogue.ts';
import type { CoveringTerm } from './lifecycle.ts';
import type { Holding } from './membership-terms.ts';
import { lastDayOfGrace } from './renewal-window.ts';

export function coveringTerms(
  levels: readonly Level[],
  holdings: readonly Holding[],
  level: string,
): readonly CoveringTerm[] {
  const ranks = new Map(levels.map(({ id, rank }) => [id, rank]));
  const least = ranks.get(level) ?? Number.POSITIVE_INFINITY;
  return (
    holdings
      .filter(
        ({ offer }) => offer.level !== null && (ranks.get(offer.level) ?? Number.NEGATIVE_INFINITY) >= least,
      )
      // A renewal that an upgrade replaced before its first day never was.
      .filter(({ from, replacedOn }) => replacedOn === null || replacedOn >= from)
      .map((holding) => ({
        ...holding,
        lastDayOfGrace: lastDayOfGrace(holding.window, holding.anniversary),
      }))
  );
}
