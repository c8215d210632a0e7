import type { z } from 'zod';
import type { Problem } from '../contract/common.ts';
import { badRequest } from './problem.ts';

type FieldError = NonNullable<Problem['errors']>[number];

function fieldOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : `${text}${text ? '.' : ''}${String(part)}`,
    '',
  );
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ code: 'unknown-field', field: fieldOf([...issue.path, key]) }));
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return [
    { code: missing ? 'missing-field' : 'invalid-value', field: fieldOf(issue.path), detail: issue.message },
  ];
}

/** The value as the schema gives it, or a 400 that names every field. Without a schema nothing may be sent. */
export function validated(schema: z.ZodType | undefined, value: unknown, what: 'query' | 'body'): unknown {
  if (schema === undefined) {
    const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    if (names.length === 0) return undefined;
    throw badRequest(
      `invalid-${what}`,
      `The ${what} is not as expected.`,
      names.map((field) => ({ code: 'unknown-field', field })),
    );
  }
  const result = schema.safeParse(value ?? {}, { reportInput: true });
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap(fieldErrors);
  throw badRequest(`invalid-${what}`, `The ${what} is not as expected.`, errors);
}
