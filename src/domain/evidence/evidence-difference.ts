import type { FactsPerson } from '../facts/facts-document.ts';

/** Where two tellings of the same people part. */
export interface EvidenceDifference {
  readonly person: string;
  /** For instance `records[2].expiresOn`; empty when one side does not know the person. */
  readonly path: string;
  /** As JSON; `undefined` where there is nothing. */
  readonly projected: string | undefined;
  readonly told: string | undefined;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function fieldsOf(value: object): Readonly<Record<string, unknown>> {
  return value as Readonly<Record<string, unknown>>;
}

/** The path to the first place where the values differ; `null` when they are the same. */
function differingPath(left: unknown, right: unknown, path: string): string | null {
  if (left === right) return null;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return path;
  if (isList(left) !== isList(right)) return path;
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  for (const key of keys) {
    const inner = isList(left) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const found = differingPath(fieldsOf(left)[key], fieldsOf(right)[key], inner);
    if (found !== null) return found;
  }
  return null;
}

function at(value: unknown, path: string): string | undefined {
  const steps = path.match(/[^.[\]]+/g) ?? [];
  let found = value;
  for (const step of steps) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = fieldsOf(found)[step];
  }
  return JSON.stringify(found);
}

/** The first difference between the people of a projection and those that the facts tell, in the order of ids. */
export function firstDifference(
  projected: readonly FactsPerson[],
  told: readonly FactsPerson[],
): EvidenceDifference | null {
  const left = new Map(projected.map((person) => [person.id, person]));
  const right = new Map(told.map((person) => [person.id, person]));
  for (const person of [...new Set([...left.keys(), ...right.keys()])].sort()) {
    const path = differingPath(left.get(person), right.get(person), '');
    if (path === null) continue;
    return { person, path, projected: at(left.get(person), path), told: at(right.get(person), path) };
  }
  return null;
}
