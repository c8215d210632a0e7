/** What JSON can hold; resources of a directory are kept as they were sent. */
export type Json = string | number | boolean | null | JsonObject | Json[];

export interface JsonObject {
  [name: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The elements of a value: of an array its own, of anything else itself. */
export function elementsOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Names of attributes are the same in any case: the name under which an object holds one. */
export function heldName(object: JsonObject, name: string): string | null {
  if (Object.hasOwn(object, name)) return name;
  const wanted = name.toLowerCase();
  return Object.keys(object).find((held) => held.toLowerCase() === wanted) ?? null;
}

export function held(object: JsonObject, name: string): Json | undefined {
  const key = heldName(object, name);
  return key === null ? undefined : object[key];
}

export function heldText(object: JsonObject, name: string): string | null {
  const value = held(object, name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
