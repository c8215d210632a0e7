import { z } from 'zod';
import type { Locale, Problem } from '../contract/common.ts';
import {
  type ExpectedShape,
  expectedText,
  knownNamesText,
  NOT_AS_EXPECTED,
} from '../contract/messages/expected-texts.ts';
import { filterFailureText } from '../contract/messages/filter-texts.ts';
import type { FilterFailure } from '../domain/list-filter/list-filter.ts';
import { badRequest, type HttpProblem } from './problem.ts';

type FieldError = NonNullable<Problem['errors']>[number];
type Part = 'query' | 'body';

function fieldOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : `${text}${text ? '.' : ''}${String(part)}`,
    '',
  );
}

interface SchemaNode extends ExpectedShape {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly const?: unknown;
}

/** Of several possibilities the first that is not null; a choice of values is one. */
function chosenNode(node: SchemaNode): SchemaNode {
  const possible = node.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  const values = possible.map((each) => each.const);
  if (values.length > 1 && !values.includes(undefined)) return { enum: values };
  return possible[0] ?? node;
}

/** What the schema says at a place of the value. */
function nodeAt(root: SchemaNode, path: readonly PropertyKey[]): SchemaNode {
  let node = root;
  for (const part of path) {
    const own = typeof part === 'string' ? node.properties?.[part] : undefined;
    const others = typeof node.additionalProperties === 'object' ? node.additionalProperties : {};
    node = chosenNode(own ?? (typeof part === 'number' ? (node.items ?? {}) : others));
  }
  return node;
}

function filterFailureOf(issue: z.core.$ZodIssue): FilterFailure | null {
  if (issue.code !== 'custom') return null;
  return (issue.params as { failure?: FilterFailure } | undefined)?.failure ?? null;
}

function fieldErrors(issue: z.core.$ZodIssue, shape: SchemaNode, locale: Locale): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    const detail = knownNamesText(Object.keys(nodeAt(shape, issue.path).properties ?? {}), locale);
    return issue.keys.map((key) => ({ code: 'unknown-field', field: fieldOf([...issue.path, key]), detail }));
  }
  const field = fieldOf(issue.path);
  const failure = filterFailureOf(issue);
  if (failure !== null) {
    const { kind: code, position } = failure;
    return [{ code, field, position, detail: filterFailureText(failure, locale) }];
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  const code = missing ? 'missing-field' : 'invalid-value';
  return [{ code, field, detail: expectedText(nodeAt(shape, issue.path), locale) }];
}

function notAsExpected(part: Part, errors: FieldError[], locale: Locale): HttpProblem {
  return badRequest(`invalid-${part}`, NOT_AS_EXPECTED[locale][part], errors);
}

/** The refusal of one field that no schema checks. */
export function invalidField(part: Part, field: string, shape: ExpectedShape, locale: Locale): HttpProblem {
  const detail = expectedText(shape, locale);
  return notAsExpected(part, [{ code: 'invalid-value', field, detail }], locale);
}

/** Where a text holds the character that no database keeps as text; `null` when none does. */
function nulPath(value: unknown): PropertyKey[] | null {
  if (typeof value === 'string') return value.includes('\0') ? [] : null;
  if (typeof value !== 'object' || value === null) return null;
  const places: readonly (readonly [PropertyKey, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  for (const [key, inner] of places) {
    const path = nulPath(inner);
    if (path !== null) return [key, ...path];
  }
  return null;
}

/**
 * The value as the schema gives it, or a 400 that names every field and says what it takes, in the language of
 * whoever asks. Without a schema nothing may be sent.
 */
export function validated(
  schema: z.ZodType | undefined,
  value: unknown,
  part: Part,
  locale: Locale,
): unknown {
  if (schema === undefined) {
    const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    if (names.length === 0) return undefined;
    const detail = knownNamesText([], locale);
    throw notAsExpected(
      part,
      names.map((field) => ({ code: 'unknown-field', field, detail })),
      locale,
    );
  }
  const nul = nulPath(value);
  if (nul !== null) throw notAsExpected(part, [{ code: 'nul-character', field: fieldOf(nul) }], locale);
  const result = schema.safeParse(value ?? {}, { reportInput: true });
  if (result.success) return result.data;
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as SchemaNode;
  throw notAsExpected(
    part,
    result.error.issues.flatMap((issue) => fieldErrors(issue, shape, locale)),
    locale,
  );
}
