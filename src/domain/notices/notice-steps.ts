/**
 * Notices that come in steps towards a day: 90, 60, 30 and 7 days before a certificate expires. A round that did not
 * run for a while owes the step that applies now, and none of those it missed.
 */
import { addDays, type Day } from '../time/day.ts';

/** A day that comes nearer. */
export interface StepTarget {
  readonly on: Day;
  /** Days from `on` at which a step is due, the first one first; before it they are negative. */
  readonly offsets: readonly number[];
  /** From this day on nothing is told any more. */
  readonly over: Day;
}

export interface NoticeStep {
  readonly offset: number;
  readonly due: Day;
}

/**
 * A certificate counts through its last day.
 * @param daysBefore it, the earliest first
 */
export function expiryTarget(expiresOn: Day, daysBefore: readonly number[]): StepTarget {
  return { on: expiresOn, offsets: offsetsOf(daysBefore), over: addDays(expiresOn, 1) };
}

/** @param endsOn the first day on which it no longer counts */
export function endingTarget(endsOn: Day, daysBefore: readonly number[]): StepTarget {
  return { on: endsOn, offsets: offsetsOf(daysBefore), over: endsOn };
}

function offsetsOf(daysBefore: readonly number[]): readonly number[] {
  return daysBefore.map((days) => -days);
}

/** The latest step whose day has come; null before the first one and when it is over. */
export function stepOwed({ on, offsets, over }: StepTarget, day: Day): NoticeStep | null {
  if (day >= over) return null;
  const offset = offsets.findLast((each) => addDays(on, each) <= day);
  return offset === undefined ? null : { offset, due: addDays(on, offset) };
}

/**
 * The step that came due after the last round's day; null when that round has told it already.
 * @param after the day of the last round; null when there was none
 */
export function stepComeDue(target: StepTarget, after: Day | null, day: Day): NoticeStep | null {
  const owed = stepOwed(target, day);
  return owed !== null && (after === null || owed.due > after) ? owed : null;
}

/** The first day after this one on which a step is due. */
export function nextStepDay({ on, offsets, over }: StepTarget, day: Day): Day | null {
  const due = offsets.map((offset) => addDays(on, offset)).find((each) => each > day);
  return due === undefined || due >= over ? null : due;
}
