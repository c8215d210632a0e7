/** Readers of single values. Each takes `undefined` for a key that is absent and was reported or is optional. */
import type { LocalText, SourceReference } from '../domain/catalogue/catalogue.ts';
import { type Day, parseDay } from '../domain/time/day.ts';
import { type Cursor, fieldsOf, isMapping, itemsOf, report, scalarOf } from './yaml-cursor.ts';

export function readText(cursor: Cursor | undefined): string {
  if (cursor === undefined) return '';
  const value = scalarOf(cursor);
  if (typeof value === 'string' && value.trim() !== '') return value;
  report(cursor, 'expected a text');
  return '';
}

export function readTexts(cursor: Cursor | undefined): readonly string[] {
  return cursor === undefined ? [] : itemsOf(cursor).map(readText);
}

/** A whole number, `least` or more. */
export function readCount(cursor: Cursor | undefined, least: number): number {
  if (cursor === undefined) return least;
  const value = scalarOf(cursor);
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
  report(cursor, `expected a whole number, ${least} or more`);
  return least;
}

/** A number above zero. */
export function readPositive(cursor: Cursor | undefined): number {
  if (cursor === undefined) return 1;
  const value = scalarOf(cursor);
  if (typeof value === 'number' && value > 0) return value;
  report(cursor, 'expected a number above 0');
  return 1;
}

export function readDay(cursor: Cursor | undefined): Day | null {
  if (cursor === undefined) return null;
  const value = scalarOf(cursor);
  const day = typeof value === 'string' ? parseDay(value) : null;
  if (day === null) report(cursor, 'expected a date that exists, written YYYY-MM-DD');
  return day;
}

export function readOneOf<T extends string>(
  cursor: Cursor | undefined,
  allowed: readonly T[],
  otherwise: T,
): T {
  if (cursor === undefined) return otherwise;
  const value = scalarOf(cursor);
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) report(cursor, `expected one of: ${allowed.join(', ')}`);
  return found ?? otherwise;
}

/** An id that must be known; `what` names the kind of thing, `where` the file that lists them. */
export function readKnown(
  cursor: Cursor | undefined,
  known: { has(id: string): boolean },
  what: string,
  where: string,
): string {
  const id = readText(cursor);
  if (cursor !== undefined && id !== '' && !known.has(id)) {
    report(cursor, `unknown ${what} \`${id}\`; add it to ${where} or correct the id`);
  }
  return id;
}

const LANGUAGES = { en: 'English', fr: 'French' } as const;

/** A text in both languages, neither of which may be missing. */
export function readLocalText(cursor: Cursor | undefined): LocalText {
  if (cursor === undefined) return { en: '', fr: '' };
  if (!isMapping(cursor)) {
    report(cursor, 'expected a text in both languages: { en: …, fr: … }');
    return { en: '', fr: '' };
  }
  const fields = fieldsOf(cursor, [], ['en', 'fr']);
  for (const [language, name] of Object.entries(LANGUAGES)) {
    if (!fields.has(language as keyof LocalText))
      report(cursor, `the ${name} text (\`${language}\`) is missing`);
  }
  return { en: readText(fields.get('en')), fr: readText(fields.get('fr')) };
}

const CONFIDENCES = ['high', 'medium', 'low', 'name-only'] as const;

export function readSource(cursor: Cursor | undefined): SourceReference {
  if (cursor === undefined) return { text: '', confidence: 'low' };
  const fields = fieldsOf(cursor, ['text', 'confidence']);
  return {
    text: readText(fields.get('text')),
    confidence: readOneOf(fields.get('confidence'), CONFIDENCES, 'low'),
  };
}
