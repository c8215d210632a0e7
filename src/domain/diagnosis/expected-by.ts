/** By when a source will have told of something: its own delay is nobody's fault, so it is waited for first. */

import { addDays, type Day } from '../time/day.ts';
import { startOfDay } from '../time/instant.ts';

export const DELAYED_EVENTS = ['new-association', 'new-skill', 'merge'] as const;
export type DelayedEvent = (typeof DELAYED_EVENTS)[number];

/** Hours within which a source tells of an event, by source and event. */
export type SourceDelays = (source: string, event: DelayedEvent) => number;

/** Something of which a source may not have told yet. Instants are milliseconds since 1970. */
export interface Pending {
  readonly source: string;
  readonly event: DelayedEvent;
  readonly since: number;
  readonly expectedBy: number;
}

const HOUR = 3_600_000;

/** @param since when it happened; of a day, which names no hour, its end */
export function pendingOf(
  { source, event, since }: Omit<Pending, 'expectedBy'>,
  delays: SourceDelays,
): Pending {
  return { source, event, since, expectedBy: since + delays(source, event) * HOUR };
}

/** Nobody knows at which hour an exam was passed: its day counts to its end. */
export function endOfDay(day: Day): number {
  return startOfDay(addDays(day, 1));
}

/** Those whose time is not over, the one that takes longest first. */
export function stillPending(all: readonly Pending[], now: number): readonly Pending[] {
  return all.filter(({ expectedBy }) => now < expectedBy).sort((a, b) => b.expectedBy - a.expectedBy);
}
