import { errorCode } from './store-failure.ts';

const UNIQUE = '23505';
const EXCLUSION = '23P01';

/** The name of the unique index or exclusion constraint that refused a row, or `null` for any other error. */
export function violatedUniqueness(error: unknown): string | null {
  const code = errorCode(error);
  if (code !== UNIQUE && code !== EXCLUSION) return null;
  const { constraint } = error as { constraint?: unknown };
  return typeof constraint === 'string' ? constraint : '';
}
