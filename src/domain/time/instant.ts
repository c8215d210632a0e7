/**
 * Instants of RFC 3339 as milliseconds since 1970-01-01T00:00:00Z. Only what is recorded carries an instant;
 * rules work on days, and an instant given where a day is meant stands for its UTC day.
 */
import { type Day, parseDay, parseDayPrefix } from './day.ts';

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;
const CODE_0 = 48;
const CODE_9 = 57;

/** Stands for characters that are not two digits; no clock shows it. */
const NO_NUMBER = 1000;

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - CODE_0;
  const units = text.charCodeAt(at + 1) - CODE_0;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : NO_NUMBER;
}

/** Minutes that the local time at `at` is ahead of UTC; NaN when it is not `Z` or `±hh:mm` up to the end. */
function offsetMinutes(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  if (sign === 90 || sign === 122) return text.length === at + 1 ? 0 : Number.NaN;
  if ((sign !== 43 && sign !== 45) || text.length !== at + 6 || text.charCodeAt(at + 3) !== 58)
    return Number.NaN;
  const hours = twoDigits(text, at + 1);
  const minutes = twoDigits(text, at + 4);
  if (hours > 23 || minutes > 59) return Number.NaN;
  return (hours * 60 + minutes) * (sign === 45 ? -1 : 1);
}

/** Parses an RFC 3339 date-time; `null` for anything else. A leap second reads as the second before it. */
export function parseInstant(text: string): number | null {
  const separator = text.charCodeAt(10);
  if (separator !== 84 && separator !== 116 && separator !== 32) return null;
  const day = parseDayPrefix(text);
  if (day === null || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return null;
  const hours = twoDigits(text, 11);
  const minutes = twoDigits(text, 14);
  const seconds = twoDigits(text, 17);
  if (hours > 23 || minutes > 59 || seconds > 60) return null;
  let end = 19;
  let fraction = 0;
  let places = 1;
  if (text.charCodeAt(end) === 46) {
    for (let code = text.charCodeAt(++end); code >= CODE_0 && code <= CODE_9; code = text.charCodeAt(++end)) {
      fraction = fraction * 10 + code - CODE_0;
      places *= 10;
    }
    if (places === 1) return null;
  }
  const offset = offsetMinutes(text, end);
  if (Number.isNaN(offset)) return null;
  const ofDay = ((hours * 60 + minutes) * 60 + Math.min(seconds, 59)) * 1000 + (fraction * 1000) / places;
  return day * MS_PER_DAY + ofDay - offset * MS_PER_MINUTE;
}

/** A date as it stands, or the UTC day of an instant; `null` for anything else. */
export function parseDayOrInstant(text: string): Day | null {
  if (text.length === 10) return parseDay(text);
  const instant = parseInstant(text);
  return instant === null ? null : dayOfInstant(instant);
}

/** The UTC day of an instant in milliseconds. */
export function dayOfInstant(instant: number): Day {
  return Math.floor(instant / MS_PER_DAY) as Day;
}

/** The first instant of a day, in milliseconds. */
export function startOfDay(day: Day): number {
  return day * MS_PER_DAY;
}

/** The finest step that instants are told apart by, in milliseconds. */
const MICROSECOND = 0.001;

/** The last instant that a question "as known at" includes: a date means its end. */
export function parseKnownBound(text: string): number | null {
  const day = parseDay(text);
  return day === null ? parseInstant(text) : startOfDay((day + 1) as Day) - MICROSECOND;
}

/** RFC 3339 with milliseconds, as a date of the database prints; '' for what is no whole millisecond of our era. */
export function formatInstant(instant: number): string {
  if (!Number.isInteger(instant) || Math.abs(instant) > 8.64e15) return '';
  return new Date(instant).toISOString();
}
