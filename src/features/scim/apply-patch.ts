import { matches } from './match-filter.ts';
import { keptValue, normalisedResource, truthOf } from './normalise-resource.ts';
import type { PatchOperation } from './patch-operations.ts';
import type { ScimFilter } from './scim-filter.ts';
import { elementsOf, held, heldName, isObject, type Json, type JsonObject } from './scim-json.ts';
import type { ScimPath } from './scim-path.ts';
import { scimProblem } from './scim-problem.ts';
import { type Attribute, attributeNamed, CORE, extensionOf, type ResourceType } from './scim-schemas.ts';

const SAID_BY_THE_SERVER = ['id', 'meta', 'groups'];

/** Nothing, or an empty text, takes a value away. */
function isNothing(value: Json): boolean {
  return value === null || value === '';
}

function definitionOf(type: ResourceType, { extension, attribute }: ScimPath): Attribute | null {
  if (attribute === null) return null;
  const attributes = extension === null ? CORE[type].attributes : extensionOf(extension)?.attributes;
  return attributeNamed(attributes ?? [], attribute);
}

function put(holder: JsonObject, name: string, value: Json): void {
  const key = heldName(holder, name) ?? name;
  if (value === null) delete holder[key];
  else holder[key] = value;
}

/** Elements with the same value, or the same parts, are one. */
function sameElement(left: Json, right: Json): boolean {
  if (!isObject(left) || !isObject(right)) return left === right;
  const [value, other] = [held(left, 'value'), held(right, 'value')];
  if (value === undefined || other === undefined) return JSON.stringify(left) === JSON.stringify(right);
  const sameType = held(left, 'type') === held(right, 'type');
  return sameType && String(value).toLowerCase() === String(other).toLowerCase();
}

function joined(existing: readonly Json[], added: readonly Json[]): Json[] {
  const elements = [...existing];
  // Groups have many members: what has the same key is looked at, not everything.
  const keyOf = (element: Json) =>
    String((isObject(element) ? held(element, 'value') : element) ?? '').toLowerCase();
  const known = new Map<string, Json[]>();
  for (const element of elements) known.set(keyOf(element), [...(known.get(keyOf(element)) ?? []), element]);
  for (const element of added) {
    const alike = known.get(keyOf(element)) ?? [];
    if (alike.some((one) => sameElement(one, element))) continue;
    elements.push(element);
    known.set(keyOf(element), [...alike, element]);
  }
  return elements;
}

/** The element that a filter of equalities describes; `null` when it says something else. */
function elementOf(filter: ScimFilter): JsonObject | null {
  if (filter.kind === 'and') {
    const [left, right] = [elementOf(filter.left), elementOf(filter.right)];
    return left === null || right === null ? null : { ...left, ...right };
  }
  if (filter.kind !== 'compare' || filter.operator !== 'eq') return null;
  const { attribute, sub, extension } = filter.path;
  return attribute === null || sub !== null || extension !== null ? null : { [attribute]: filter.value };
}

function setPart(element: JsonObject, sub: string | null, value: Json): void {
  if (sub !== null) put(element, sub, isNothing(value) ? null : value);
  else if (isObject(value)) for (const [name, one] of Object.entries(value)) put(element, name, one);
  else put(element, 'value', value);
}

/** One element is the preferred one: the last that was made so. */
function onePreferred(elements: readonly Json[], before: ReadonlySet<Json>): void {
  const preferred = elements.filter((one) => isObject(one) && truthOf(held(one, 'primary')) === true);
  const fresh = preferred.filter((one) => !before.has(one));
  if (preferred.length < 2 || fresh.length === 0) return;
  for (const element of preferred) {
    if (isObject(element) && element !== fresh.at(-1)) put(element, 'primary', false);
  }
}

function changedElements({ op, path, value }: PatchOperation, elements: Json[]): Json[] {
  const { filter, sub } = path;
  const meant = elements.filter((one) => isObject(one) && (filter === null || matches(one, filter)));
  if (op === 'remove') {
    if (sub === null) return elements.filter((one) => !meant.includes(one));
    for (const element of meant) if (isObject(element)) put(element, sub, null);
    return elements;
  }
  if (meant.length > 0) {
    for (const element of meant) if (isObject(element)) setPart(element, sub, value);
    return elements;
  }
  if (isNothing(value)) return elements;
  // Directories say by a filter which element they want to be there.
  const created = filter === null ? {} : elementOf(filter);
  if (created === null) throw scimProblem('no-target', 'No value passes the filter of "path".');
  setPart(created, sub, value);
  return [...elements, created];
}

/** What is left of several values when some of them are taken away. */
function without(elements: readonly Json[], taken: readonly Json[]): Json[] {
  const gone = new Set(
    taken.map((one) => String((isObject(one) ? held(one, 'value') : one) ?? '').toLowerCase()),
  );
  return elements.filter(
    (one) => !gone.has(String((isObject(one) ? held(one, 'value') : one) ?? '').toLowerCase()),
  );
}

function changedSeveral(operation: PatchOperation, definition: Attribute | null, existing: Json[]): Json[] {
  const { op, path, value } = operation;
  if (path.filter !== null || path.sub !== null) return changedElements(operation, existing);
  if (op === 'remove') return isNothing(value) ? [] : without(existing, elementsOf(value));
  const given = definition === null ? elementsOf(value) : elementsOf(keptValue(definition, value));
  return op === 'replace' ? [...given] : joined(existing, given);
}

function changedParts(
  { op, path, value }: PatchOperation,
  definition: Attribute,
  existing: JsonObject,
): Json {
  const parts = { ...existing };
  if (path.sub !== null) {
    setPart(parts, path.sub, op === 'remove' ? null : value);
    return Object.keys(parts).length === 0 ? null : parts;
  }
  if (op === 'remove' || isNothing(value)) return null;
  const given = keptValue(definition, value);
  if (!isObject(given)) return null;
  if (isNothing(held(given, 'value') ?? 'none')) return null;
  // Another value is another thing: nothing of the one before belongs to it.
  if (held(given, 'value') !== undefined) return given;
  setPart(parts, null, given);
  return parts;
}

function changeAttribute(
  holder: JsonObject,
  name: string,
  operation: PatchOperation,
  definition: Attribute | null,
): void {
  const existing = held(holder, name);
  const several = definition?.multiValued ?? (Array.isArray(existing) || operation.path.filter !== null);
  if (several) {
    const elements = [...elementsOf(existing)];
    const before = new Set(elements.filter((one) => isObject(one) && truthOf(held(one, 'primary')) === true));
    const changed = changedSeveral(operation, definition, elements);
    onePreferred(changed, before);
    put(holder, name, changed.length === 0 ? null : changed);
    return;
  }
  if (definition?.type === 'complex' || operation.path.sub !== null) {
    const whole: Attribute = definition ?? { name, type: 'complex', description: '' };
    put(holder, name, changedParts(operation, whole, isObject(existing) ? existing : {}));
    return;
  }
  const gone = operation.op === 'remove' || isNothing(operation.value);
  put(
    holder,
    name,
    gone ? null : definition === null ? operation.value : keptValue(definition, operation.value),
  );
}

function applyOne(type: ResourceType, resource: JsonObject, operation: PatchOperation): void {
  const { path, op, value } = operation;
  const { extension, attribute } = path;
  if (extension === null && attribute !== null && SAID_BY_THE_SERVER.includes(attribute.toLowerCase())) {
    throw scimProblem('mutability', `"${attribute}" is said by this server alone.`);
  }
  const definition = definitionOf(type, path);
  if (extension === null) {
    changeAttribute(resource, definition?.name ?? attribute!, operation, definition);
    return;
  }
  const key = heldName(resource, extension) ?? extension;
  const present = resource[key];
  const holder: JsonObject = isObject(present) ? present : {};
  if (attribute !== null) changeAttribute(holder, definition?.name ?? attribute, operation, definition);
  else if (op === 'remove') delete resource[key];
  else if (!isObject(value)) throw scimProblem('invalid-value', `The value of "${extension}" is an object.`);
  else {
    for (const [name, one] of Object.entries(value)) {
      applyOne(type, resource, { op, path: { ...path, attribute: name }, value: one });
    }
    return;
  }
  if (attribute !== null && Object.keys(holder).length > 0) resource[key] = holder;
  else delete resource[key];
}

/**
 * The resource after all operations, in their order (RFC 7644, 3.5.2), with the readings of Microsoft Entra: a
 * filtered place that is not there yet is made, for `replace` as for `add`.
 * @throws 400 with the name that SCIM gives the failure; nothing is changed then
 */
export function applyPatch(
  type: ResourceType,
  resource: JsonObject,
  operations: readonly PatchOperation[],
): JsonObject {
  const copy = structuredClone(resource);
  for (const operation of operations) applyOne(type, copy, operation);
  return normalisedResource(type, copy);
}
