import { z } from 'zod';
import type { FilterFields, ListFilter } from '../domain/list-filter/list-filter.ts';
import { parseFilter } from '../domain/list-filter/parse-filter.ts';

/** What lists are asked with, Azure REST style: `filter`, `orderby`, `top`, `skip`. */

/** Conditions on the fields of a list; a failure says at which character it is. */
export function filterSchema(fields: FilterFields) {
  return z
    .string()
    .max(2_000)
    .meta({
      description: `Conditions with eq, ne, gt, ge, lt, le, contains(field,'text'), startswith(field,'text'), endswith(field,'text'), not, and, or and brackets, on ${Object.keys(fields).join(', ')}`,
      format: 'filter',
    })
    .transform((text, context): ListFilter => {
      const parsed = parseFilter(text, fields);
      if (parsed.kind === 'filter') return parsed.filter;
      context.issues.push({ code: 'custom', input: text, params: { failure: parsed.failure } });
      return z.NEVER;
    });
}

export interface SortKey<Field extends string> {
  readonly field: Field;
  readonly descending: boolean;
}

function sortKeys<Field extends string>(text: string, fields: readonly Field[]): SortKey<Field>[] | null {
  const keys: SortKey<Field>[] = [];
  for (const part of text.split(',')) {
    const [name = '', direction = 'asc', ...rest] = part.trim().split(/\s+/);
    if (name === '') continue;
    const field = fields.find((each) => each === name);
    if (field === undefined || rest.length > 0 || !['asc', 'desc'].includes(direction)) return null;
    keys.push({ field, descending: direction === 'desc' });
  }
  return keys;
}

/** `field` or `field desc`, comma separated. */
export function orderbySchema<const Field extends string>(fields: readonly Field[]) {
  return z
    .string()
    .max(200)
    .meta({ description: `Sorted by ${fields.join(', ')}`, format: 'orderby', 'x-fields': fields })
    .transform((text, context): SortKey<Field>[] => {
      const keys = sortKeys(text, fields);
      if (keys !== null) return keys;
      context.issues.push({ code: 'custom', input: text });
      return z.NEVER;
    });
}

/** Some of the names, comma separated; they keep the order in which they are known. */
export function namesSchema<const Name extends string>(names: readonly Name[]) {
  return z
    .string()
    .max(400)
    .meta({ description: `Some of ${names.join(', ')}`, format: 'names', 'x-fields': names })
    .transform((text, context): Name[] => {
      const wanted = new Set(text.split(',').map((name) => name.trim()));
      wanted.delete('');
      if (wanted.size === 0) return [...names];
      const chosen = names.filter((name) => wanted.delete(name));
      if (wanted.size === 0) return chosen;
      context.issues.push({ code: 'custom', input: text });
      return z.NEVER;
    });
}

/** So many, after so many: the page of a list. */
export function pageSchema(most: number) {
  return {
    top: z.coerce.number().int().min(1).max(most).optional(),
    skip: z.coerce.number().int().min(0).optional(),
  };
}
