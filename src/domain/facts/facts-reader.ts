/**
 * Checks single values of an untrusted facts document and remembers the first problem met. Checking goes on with
 * neutral values after a problem, so that the hot loops need no exits; the caller throws the outcome away then.
 */
import { type Month, parseMonth } from '../time/day.ts';
import { parseDayOrInstant, parseInstant, startOfDay } from '../time/instant.ts';
import type { FactsProblem, InvalidFacts } from './facts-problem.ts';
import { ALWAYS, NEVER } from './facts-table.ts';
import type { KnownFields } from './known-fields.ts';

/** Where an object of the document stands. The path text is only put together when something is wrong. */
export type Section = '' | 'partner' | 'people' | PersonSection | DocumentSection;
export type PersonSection = 'accounts' | 'associations' | 'records';
export type DocumentSection = 'metrics' | 'memberships' | 'assets' | 'exemptions' | 'enrolments';

/** The object with nothing checked yet. */
export type Unchecked<T> = { readonly [K in keyof T]?: unknown };

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export class FactsReader {
  problem: InvalidFacts | null = null;
  section: Section = '';
  /** Number of the person being read. */
  person = 0;
  /** Number of the item inside its section. */
  item = 0;
  private readonly unknown = new Set<string>();

  start(): void {
    this.problem = null;
    this.unknown.clear();
    this.enter('', 0);
  }

  enter(section: Section, item: number): void {
    this.section = section;
    this.item = item;
  }

  fail(field: string, problem: FactsProblem, value: unknown, expected: string): void {
    if (this.problem !== null) return;
    const owner = this.ownerPath(String(this.person), String(this.item));
    const path = owner === '' ? field : field === '' ? owner : `${owner}.${field}`;
    this.problem = { kind: 'invalid-facts', path, problem, value: value ?? null, expected };
  }

  private ownerPath(person: string, item: string): string {
    switch (this.section) {
      case '':
      case 'partner':
        return this.section;
      case 'people':
        return `people[${person}]`;
      case 'accounts':
      case 'associations':
      case 'records':
        return `people[${person}].${this.section}[${item}]`;
      default:
        return `${this.section}[${item}]`;
    }
  }

  text(value: unknown, field: string): string {
    if (typeof value === 'string' && value !== '') return value;
    this.fail(field, value === undefined ? 'missing' : 'wrong-type', value, 'a non-empty text');
    return '';
  }

  optionalText(value: unknown, field: string): string | null {
    if (value === undefined || value === null) return null;
    if (typeof value === 'string') return value;
    this.fail(field, 'wrong-type', value, 'a text or null');
    return null;
  }

  oneOf(value: unknown, field: string, allowed: readonly string[]): string | null {
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string') this.fail(field, 'wrong-type', value, allowed.join(' | '));
    else if (allowed.includes(value)) return value;
    else this.fail(field, 'unknown-value', value, allowed.join(' | '));
    return null;
  }

  day(value: unknown, field: string): number {
    if (value === undefined) this.fail(field, 'missing', value, 'YYYY-MM-DD');
    else if (value === null) this.fail(field, 'wrong-type', value, 'YYYY-MM-DD');
    return this.optionalDay(value, field, ALWAYS);
  }

  /** A date, or an instant standing for its UTC day; `absent` when nothing is given. */
  optionalDay(value: unknown, field: string, absent: number): number {
    if (value === undefined || value === null) return absent;
    if (typeof value !== 'string') {
      this.fail(field, 'wrong-type', value, 'YYYY-MM-DD or null');
      return absent;
    }
    const day = parseDayOrInstant(value);
    if (day !== null) return day;
    this.fail(field, 'impossible-date', value, 'YYYY-MM-DD');
    return absent;
  }

  /** Checks that an interval does not end before it starts; both ends may be open. */
  interval(from: number, until: number, untilField: string, value: unknown): void {
    if (until < from && until !== NEVER)
      this.fail(untilField, 'until-before-from', value, 'a day not before the start');
  }

  /** Milliseconds; a bare date means its first instant. `null` when nothing is given. */
  optionalInstant(value: unknown, field: string): number | null {
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string') {
      this.fail(field, 'wrong-type', value, 'an RFC 3339 instant or null');
      return null;
    }
    const instant = parseInstant(value);
    if (instant !== null) return instant;
    const day = parseDayOrInstant(value);
    if (day !== null) return startOfDay(day);
    this.fail(field, 'impossible-date', value, 'an RFC 3339 instant');
    return null;
  }

  month(value: unknown, field: string): Month {
    const month = typeof value === 'string' ? parseMonth(value) : null;
    if (month !== null) return month;
    const problem =
      typeof value === 'string' ? 'impossible-date' : value === undefined ? 'missing' : 'wrong-type';
    this.fail(field, problem, value, 'YYYY-MM');
    return 0 as Month;
  }

  number(value: unknown, field: string): number {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    // JSON may write a number that is greater than all that can be kept.
    if (typeof value === 'number') this.fail(field, 'out-of-range', value, 'a finite number');
    else this.fail(field, value === undefined ? 'missing' : 'wrong-type', value, 'a number');
    return 0;
  }

  list(value: unknown, field: string): readonly unknown[] {
    if (value === undefined) return [];
    if (Array.isArray(value)) return value;
    this.fail(field, 'wrong-type', value, 'a list');
    return [];
  }

  object(value: unknown): Record<string, unknown> {
    if (isObject(value)) return value;
    this.fail('', value === undefined ? 'missing' : 'wrong-type', value, 'an object');
    return {};
  }

  /** Remembers the fields that the format does not know: as a pattern, so that the order of items does not show. */
  noteUnknownFields(object: object, known: KnownFields): void {
    const unknown = known.unknownIn(object);
    if (unknown.length === 0) return;
    const owner = this.ownerPath('', '');
    for (const field of unknown) this.unknown.add(owner === '' ? field : `${owner}.${field}`);
  }

  unknownFields(): readonly string[] {
    return [...this.unknown].sort();
  }
}
