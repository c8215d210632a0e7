import { type RawBuilder, sql } from 'kysely';
import type { Comparison, ListFilter } from '../domain/list-filter/list-filter.ts';

/** Where each field of a filter lies, as SQL of the list's query. */
export type FilterColumns = Readonly<Record<string, RawBuilder<unknown>>>;

type Compare = Extract<ListFilter, { kind: 'compare' }>;

/** An absent value equals nothing but `null`, and comes neither before nor after anything. */
const OPERATORS: Readonly<Record<Comparison, RawBuilder<unknown>>> = {
  eq: sql`is not distinct from`,
  ne: sql`is distinct from`,
  gt: sql`>`,
  ge: sql`>=`,
  lt: sql`<`,
  le: sql`<=`,
};

function comparison({ fieldKind, comparison: by, value }: Compare, column: RawBuilder<unknown>) {
  const operator = OPERATORS[by];
  switch (value.kind) {
    case 'null':
      return by === 'eq' ? sql<boolean>`(${column} is null)` : sql<boolean>`(${column} is not null)`;
    case 'text':
      return sql<boolean>`(${column} ${operator} ${value.text}::text)`;
    case 'number':
      return sql<boolean>`(${column} ${operator} ${value.number}::double precision)`;
    case 'boolean':
      return sql<boolean>`(${column} ${operator} ${value.boolean}::boolean)`;
    case 'day': {
      // An instant is on a day when its UTC day is.
      const day = fieldKind === 'instant' ? sql`(${column} at time zone 'UTC')::date` : column;
      return sql<boolean>`(${day} ${operator} ${value.day}::date)`;
    }
    case 'instant':
      return sql<boolean>`(${column} ${operator} ${new Date(value.milliseconds)}::timestamptz)`;
  }
}

/** The same filter that the domain judges row by row, as a condition of SQL; texts are parameters throughout. */
export function filterSql(filter: ListFilter, columns: FilterColumns): RawBuilder<boolean> {
  if ('parts' in filter) {
    const parts = filter.parts.map((part) => filterSql(part, columns));
    return sql<boolean>`(${sql.join(parts, filter.kind === 'and' ? sql` and ` : sql` or `)})`;
  }
  // What is not known fits nothing, so that it fits what is denied of it.
  if (filter.kind === 'not')
    return sql<boolean>`(coalesce(${filterSql(filter.part, columns)}, false) is not true)`;
  const column = columns[filter.field]!;
  if (filter.kind === 'compare') return comparison(filter, column);
  if (filter.kind === 'endswith') {
    const end = sql`right(lower(${column}), char_length(${filter.text}::text))`;
    return sql<boolean>`coalesce(${end} = lower(${filter.text}), false)`;
  }
  const place = sql`strpos(lower(${column}), lower(${filter.text}))`;
  return filter.kind === 'contains'
    ? sql<boolean>`coalesce(${place} > 0, false)`
    : sql<boolean>`coalesce(${place} = 1, false)`;
}
