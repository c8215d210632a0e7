import type { SentPattern } from '../../store/provisioned-users-store.ts';
import type { Operator, ScimFilter } from './scim-filter.ts';
import type { ScimPath } from './scim-path.ts';
import { attributeNamed, CORE, extensionOf } from './scim-schemas.ts';

/** Where a text stands in what is kept of a user: known attributes with one value have their names in one spelling. */
function placeOf({ extension, attribute, filter, sub }: ScimPath): string[] | null {
  if (attribute === null || filter !== null) return null;
  const holder = extension === null ? CORE.User : extensionOf(extension);
  const known = holder === null ? null : attributeNamed(holder.attributes, attribute);
  if (known === null || holder === null || known.multiValued) return null;
  const before = extension === null ? [] : [holder.id];
  if (sub === null) return known.type === 'string' ? [...before, known.name] : null;
  const part = attributeNamed(known.subAttributes ?? [], sub);
  return part?.type === 'string' ? [...before, known.name, part.name] : null;
}

/** Letters beyond ASCII are left open: which of them are one letter in two cases is told apart afterwards. */
function literal(text: string): string {
  return text
    .replace(/[\\%_]/g, '\\$&')
    .replace(/[^\x20-\x7e]+/g, '%')
    .toLowerCase();
}

function patternFor(operator: Operator, text: string): string | null {
  switch (operator) {
    case 'eq':
      return literal(text);
    case 'sw':
      return `${literal(text)}%`;
    case 'ew':
      return `%${literal(text)}`;
    case 'co':
      return `%${literal(text)}%`;
    default:
      return null;
  }
}

/**
 * What must be so of everybody whom a filter finds, as far as the database can tell it. Of fifty thousand people it
 * leaves few, of whom the filter itself is then asked.
 */
export function narrowedBy(filter: ScimFilter): readonly SentPattern[] {
  if (filter.kind === 'and') return [...narrowedBy(filter.left), ...narrowedBy(filter.right)];
  if (filter.kind !== 'compare' || typeof filter.value !== 'string' || filter.value === '') return [];
  const path = placeOf(filter.path);
  const like = patternFor(filter.operator, filter.value);
  return path === null || like === null ? [] : [{ path, like }];
}
