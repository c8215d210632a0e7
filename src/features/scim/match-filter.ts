import type { Operator, ScimFilter } from './scim-filter.ts';
import { elementsOf, held, isObject, type Json, type JsonObject } from './scim-json.ts';
import type { ScimPath } from './scim-path.ts';

/** Attributes of which upper and lower case are different texts. All others are compared without regard to it. */
const CASE_EXACT = ['id', 'externalid', 'meta.version', 'meta.location'];

function caseExact({ attribute, sub }: ScimPath): boolean {
  return CASE_EXACT.includes(
    [attribute, sub]
      .filter((part) => part !== null)
      .join('.')
      .toLowerCase(),
  );
}

/** The elements that a path means, before the part that it asks of them. */
export function elementsAt(resource: JsonObject, path: ScimPath): readonly Json[] {
  const holder = path.extension === null ? resource : held(resource, path.extension);
  if (path.attribute === null) return elementsOf(holder);
  if (!isObject(holder)) return [];
  const elements = elementsOf(held(holder, path.attribute));
  const { filter } = path;
  return filter === null
    ? elements
    : elements.filter((element) => isObject(element) && matches(element, filter));
}

/** What is at a path. Of a thing with parts the part `value` is meant when none is named. */
function valuesAt(resource: JsonObject, path: ScimPath): readonly Json[] {
  return elementsAt(resource, path).flatMap((element) => {
    if (!isObject(element)) return path.sub === null ? elementsOf(element) : [];
    return elementsOf(held(element, path.sub ?? 'value'));
  });
}

const INSTANT = /^\d{4}-\d\d-\d\dT/;

function ordered(left: string | number, right: string | number, operator: Operator): boolean {
  switch (operator) {
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
    default:
      return left === right;
  }
}

function compared(value: Json, operator: Operator, wanted: Json, exact: boolean): boolean {
  if (typeof value === 'number' && typeof wanted === 'number') return ordered(value, wanted, operator);
  if (isObject(value) || isObject(wanted) || Array.isArray(value) || Array.isArray(wanted)) return false;
  const given = String(value);
  const asked = String(wanted);
  if (INSTANT.test(given) && INSTANT.test(asked)) {
    const [at, than] = [Date.parse(given), Date.parse(asked)];
    if (!Number.isNaN(at) && !Number.isNaN(than)) return ordered(at, than, operator);
  }
  // Truth values are also compared as text: "True" is what some directories send.
  const left = exact ? given : given.toLowerCase();
  const right = exact ? asked : asked.toLowerCase();
  if (operator === 'co') return left.includes(right);
  if (operator === 'sw') return left.startsWith(right);
  if (operator === 'ew') return left.endsWith(right);
  return ordered(left, right, operator);
}

function present(resource: JsonObject, path: ScimPath): boolean {
  if (path.sub !== null) return valuesAt(resource, path).some((value) => value !== '');
  return elementsAt(resource, path).some((element) => element !== '');
}

/** Whether a resource, or an element of one of its attributes, passes a filter. */
export function matches(resource: JsonObject, filter: ScimFilter): boolean {
  switch (filter.kind) {
    case 'and':
      return matches(resource, filter.left) && matches(resource, filter.right);
    case 'or':
      return matches(resource, filter.left) || matches(resource, filter.right);
    case 'not':
      return !matches(resource, filter.filter);
    case 'present':
      return present(resource, filter.path);
    case 'compare': {
      const { path, operator, value: wanted } = filter;
      if (wanted === null) return present(resource, path) === (operator === 'ne');
      const exact = caseExact(path);
      const values = valuesAt(resource, path);
      if (operator === 'ne') return !values.some((value) => compared(value, 'eq', wanted, exact));
      return values.some((value) => compared(value, operator, wanted, exact));
    }
  }
}
