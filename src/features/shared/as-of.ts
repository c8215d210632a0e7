import { parseDay } from '../../domain/time/day.ts';
import { badRequest } from '../../http/problem.ts';

/** The two times of a question: valid in the world on a day, as recorded by the end of a day or an instant. */
export interface AsOf {
  readonly validAt: string;
  readonly knownAt: string | null;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

export function isDayOrInstant(text: string): boolean {
  if (parseDay(text) !== null) return true;
  return INSTANT.test(text) && parseDay(text.slice(0, 10)) !== null && !Number.isNaN(Date.parse(text));
}

export function today(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** The times of a request; without them it asks about today with everything that is known. */
export function asOfQuery(
  query: { asOf?: string | undefined; knownAt?: string | undefined },
  now: Date,
): AsOf {
  const validAt = query.asOf ?? today(now);
  if (parseDay(validAt) === null) {
    const errors = [{ code: 'invalid-value', field: 'asOf', detail: 'No such day.' }];
    throw badRequest('invalid-query', 'The query is not as expected.', errors);
  }
  const knownAt = query.knownAt ?? null;
  if (knownAt !== null && !isDayOrInstant(knownAt)) {
    const errors = [{ code: 'invalid-value', field: 'knownAt', detail: 'A day or an RFC 3339 instant.' }];
    throw badRequest('invalid-query', 'The query is not as expected.', errors);
  }
  return { validAt, knownAt };
}
