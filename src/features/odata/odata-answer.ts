import type { ReportCell, ReportColumn, ReportTable } from '../shared/report-tables/report-table.ts';
import type { EntitySet } from './entity-sets.ts';
import type { MetadataLevel } from './odata-format.ts';
import { EDM_TYPES, KEY, NAMESPACE, typeName } from './odata-metadata.ts';
import type { ODataOptions } from './odata-options.ts';

type Json = Record<string, unknown>;

/** What every answer says of the question that it answers, under names of our own. */
export interface AnsweredQuestion {
  readonly validAt: string;
  readonly knownAt: string | null;
  readonly programme: string;
  readonly catalogueVersion: string;
}

export interface RowsToTell {
  readonly set: EntitySet;
  readonly table: ReportTable;
  readonly options: ODataOptions;
  readonly level: MetadataLevel;
  /** Address of the feed, without a slash at its end. */
  readonly root: string;
}

/** A text between quotes in an address; a quote inside is written twice. */
function keyInAddress(key: string): string {
  return encodeURIComponent(`'${key.replaceAll("'", "''")}'`);
}

/** Types that JSON does not show by itself. */
const SHOWN_BY_JSON: ReadonlySet<ReportColumn['kind']> = new Set(['text', 'boolean', 'number']);

function typeNotes(columns: readonly ReportColumn[]): Json {
  return Object.fromEntries(
    columns
      .filter(({ kind }) => !SHOWN_BY_JSON.has(kind))
      .map(({ name, kind }) => [`${name}@odata.type`, `#${EDM_TYPES[kind].slice('Edm.'.length)}`]),
  );
}

export function entityJson({ set, table, options, level, root }: RowsToTell, row: number): Json {
  const key = table.keyOf(row);
  const entity: Json = {};
  if (level === 'full') {
    entity['@odata.type'] = `#${NAMESPACE}.${typeName(set)}`;
    entity['@odata.id'] = `${root}/${set.name}(${keyInAddress(key)})`;
    Object.assign(entity, typeNotes(options.columns));
  }
  if (options.withKey) entity[KEY] = key;
  for (const { name } of options.columns) entity[name] = table.reader(name)(row) satisfies ReportCell;
  return entity;
}

export function contextOf({ set, options, root }: RowsToTell, entity = false): string {
  const chosen = options.selected === null ? '' : `(${options.selected.join(',')})`;
  return `${root}/$metadata#${set.name}${chosen}${entity ? '/$entity' : ''}`;
}

function questionNotes(question: AnsweredQuestion): Json {
  return Object.fromEntries(
    Object.entries(question).map(([name, value]) => [`@${NAMESPACE}.${name}`, value]),
  );
}

/** One page of rows; `nextLink` leads to the next one. */
export function collectionJson(
  told: RowsToTell,
  rows: readonly number[],
  more: { readonly count: number; readonly nextLink: string | null; readonly question: AnsweredQuestion },
): Json {
  return {
    ...(told.level === 'none' ? {} : { '@odata.context': contextOf(told) }),
    ...(told.options.count ? { '@odata.count': more.count } : {}),
    ...questionNotes(more.question),
    value: rows.map((row) => entityJson(told, row)),
    ...(more.nextLink === null ? {} : { '@odata.nextLink': more.nextLink }),
  };
}
