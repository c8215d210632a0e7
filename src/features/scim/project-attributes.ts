import { elementsAt } from './match-filter.ts';
import { parsePath } from './scim-filter.ts';
import { held, heldName, isObject, type Json, type JsonObject } from './scim-json.ts';
import type { ScimPath } from './scim-path.ts';

/** What a reader asks to see of a resource (RFC 7644, 3.9). */
export interface Projection {
  readonly only: readonly ScimPath[] | null;
  readonly without: readonly ScimPath[];
}

const ALWAYS = ['schemas', 'id'];

/** Commas inside brackets or quotes belong to a filter. */
function namesIn(list: string): string[] {
  const names = list.match(/(?:[^,["]|"(?:[^"\\]|\\.)*"|\[(?:[^\]"]|"(?:[^"\\]|\\.)*")*\])+/g) ?? [];
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

/** @throws 400 `invalidPath` */
export function projectionOf(query: {
  readonly attributes?: string | undefined;
  readonly excludedAttributes?: string | undefined;
}): Projection {
  const only = namesIn(query.attributes ?? '').map(parsePath);
  const without = namesIn(query.excludedAttributes ?? '').map(parsePath);
  return { only: only.length === 0 ? null : only, without };
}

/** Whether nothing of this attribute is to be answered: then it need not be looked up. */
export function leavesOut({ only, without }: Projection, attribute: string): boolean {
  const names = (path: ScimPath) => path.extension === null && path.attribute?.toLowerCase() === attribute;
  if (without.some((path) => names(path) && path.sub === null)) return true;
  return only !== null && !only.some(names);
}

function part(element: Json, sub: string): Json | null {
  if (!isObject(element)) return null;
  const key = heldName(element, sub);
  return key === null ? null : { [key]: element[key]! };
}

function copyPath(from: JsonObject, path: ScimPath, to: JsonObject): void {
  const { extension, attribute, sub } = path;
  const holder = extension === null ? from : held(from, extension);
  if (!isObject(holder)) return;
  if (attribute === null) {
    to[extension!] = holder;
    return;
  }
  const key = heldName(holder, attribute);
  if (key === null) return;
  const meant = elementsAt(from, path);
  const shown = sub === null ? meant : meant.map((one) => part(one, sub)).filter((one) => one !== null);
  if (shown.length === 0) return;
  const value = Array.isArray(holder[key]) ? [...shown] : shown[0]!;
  if (extension === null) {
    const before = to[key];
    to[key] = isObject(before) && isObject(value) ? { ...before, ...value } : value;
    return;
  }
  const before = to[extension];
  to[extension] = { ...(isObject(before) ? before : {}), [key]: value };
}

function leaveOut(resource: JsonObject, { extension, attribute, sub }: ScimPath): void {
  if (attribute === null) {
    delete resource[heldName(resource, extension!) ?? ''];
    return;
  }
  if (extension === null && ALWAYS.includes(attribute.toLowerCase())) return;
  const holder = extension === null ? resource : held(resource, extension);
  if (!isObject(holder)) return;
  const key = heldName(holder, attribute);
  if (key === null) return;
  const value = holder[key]!;
  if (sub === null) {
    delete holder[key];
    return;
  }
  for (const element of Array.isArray(value) ? value : [value]) {
    if (isObject(element)) delete element[heldName(element, sub) ?? ''];
  }
}

/** The resource with what is asked for and nothing else; `schemas` and `id` are always there. */
export function projected(resource: JsonObject, { only, without }: Projection): JsonObject {
  if (only === null && without.length === 0) return resource;
  const shown: JsonObject = only === null ? structuredClone(resource) : {};
  if (only !== null) {
    for (const name of ALWAYS) shown[name] = resource[name]!;
    for (const path of only) copyPath(structuredClone(resource), path, shown);
  }
  for (const path of without) leaveOut(shown, path);
  return shown;
}
