import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { addMonths, type Day } from '../../domain/time/day.ts';
import type { Caller } from '../../http/caller.ts';

/**
 * The last day that the caller may choose as the end of an exemption: support helps for a while, as long as the policy
 * of the programme says; the operator decides for as long as is needed.
 */
export function latestUntil(
  { membership }: Pick<Programme, 'membership'>,
  caller: Pick<Caller, 'abilities'>,
  today: Day,
): Day | null {
  if (caller.abilities.has('give-lasting-exemptions')) return null;
  return addMonths(today, membership?.supportExemptionMonths ?? 0);
}

/** Whether the programme has rules for the level in the competency. */
export function hasLevel({ competencies }: Programme, competency: string, level: string): boolean {
  const found = competencies.find(({ id }) => id === competency);
  return found?.options.some(({ levels }) => levels.some((each) => each.level === level)) ?? false;
}
