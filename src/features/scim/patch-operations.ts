import { parsePath } from './scim-filter.ts';
import { elementsOf, held, heldText, isObject, type Json, type JsonObject } from './scim-json.ts';
import type { ScimPath } from './scim-path.ts';
import { scimProblem } from './scim-problem.ts';

export interface PatchOperation {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path: ScimPath;
  /** `null` where nothing was sent. */
  readonly value: Json;
}

const OPS = ['add', 'replace', 'remove'] as const;
const MOST_OPERATIONS = 1_000;

/** Without a path each name of the value is one: also dotted ones, and those of extensions. */
function withoutPath(op: PatchOperation['op'], value: Json | undefined): PatchOperation[] {
  if (op === 'remove') throw scimProblem('no-target', 'A removal says by "path" what is removed.');
  if (!isObject(value)) throw scimProblem('invalid-syntax', 'Without "path" the value is an object.');
  return Object.entries(value)
    .filter(([name]) => !['schemas', 'id', 'meta'].includes(name.toLowerCase()))
    .map(([name, one]) => ({ op, path: parsePath(name), value: one }));
}

function operationsOf(sent: Json): PatchOperation[] {
  if (!isObject(sent)) throw scimProblem('invalid-syntax', 'An operation is an object.');
  const named = heldText(sent, 'op')?.toLowerCase();
  const op = OPS.find((known) => known === named);
  if (op === undefined) throw scimProblem('invalid-syntax', `"op" is one of ${OPS.join(', ')}.`);
  const value = held(sent, 'value');
  const path = heldText(sent, 'path');
  if (path === null) return withoutPath(op, value);
  if (op !== 'remove' && value === undefined) {
    throw scimProblem('invalid-value', `The operation on "${path}" has no "value".`);
  }
  return [{ op, path: parsePath(path), value: value ?? null }];
}

/**
 * The operations of a PATCH, in their order, each with its place.
 * @throws 400
 */
export function patchOperations(body: JsonObject): PatchOperation[] {
  const sent = held(body, 'Operations');
  if (sent === undefined) throw scimProblem('invalid-syntax', '"Operations" is missing.');
  const operations = elementsOf(sent);
  if (operations.length > MOST_OPERATIONS) {
    throw scimProblem('too-many', `At most ${MOST_OPERATIONS} operations in one request.`);
  }
  return operations.flatMap(operationsOf);
}
