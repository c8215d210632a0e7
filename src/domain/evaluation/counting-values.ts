/** Which reported values of a metric count for a rule. */
import type { FactsMetric } from '../facts/facts-document.ts';

/** Values without competency or track apply to all; values without association count for every rule. */
export function countsFor(
  value: FactsMetric,
  associations: readonly string[] | null,
  competency: string,
  track: string | null,
): boolean {
  if (value.track !== undefined && value.track !== null && value.track !== track) return false;
  if (value.competency !== undefined && value.competency !== null && value.competency !== competency) {
    return false;
  }
  const association = value.association ?? null;
  return association === null || associations === null || associations.includes(association);
}
