import type { Table } from '../files/table.ts';
import { COLUMNS_OF_KIND, type TabularKind } from './import-kinds.ts';
import type { ImportMapping } from './import-mapping.ts';
import { mapColumns } from './map-columns.ts';

/** How a file would be read, shown before anything is done with it. */
export interface MappingPreview {
  readonly fields: readonly PreviewField[];
  readonly unknownColumns: readonly PreviewColumn[];
  /** Groups of fields of which one must be mapped and none is. */
  readonly missing: readonly (readonly string[])[];
}

export interface PreviewField {
  readonly field: string;
  /** Header of the file, `null` when no column holds this field. */
  readonly header: string | null;
  readonly required: boolean;
  readonly samples: readonly string[];
}

export interface PreviewColumn {
  readonly header: string;
  readonly samples: readonly string[];
}

const SAMPLE_COUNT = 3;
const SAMPLED_ROWS = 200;

/** A mapping that names fields or headers which do not exist is previewed without them. */
export function previewMapping(table: Table, kind: TabularKind, mapping: ImportMapping): MappingPreview {
  const { headers, required } = COLUMNS_OF_KIND[kind];
  const columns = Object.fromEntries(
    Object.entries(mapping.columns).filter(
      ([field, header]) => Object.hasOwn(headers, field) && table.header.includes(header),
    ),
  );
  const mapped = mapColumns(table.header, headers, [], { ...mapping, columns });
  const indexes = mapped.kind === 'mapped' ? mapped.columns.indexes : new Map<string, number>();
  const samples = sampleValues(table);
  const fields = Object.keys(headers).map((field): PreviewField => {
    const index = indexes.get(field);
    return {
      field,
      header: index === undefined ? null : table.header[index]!,
      required: required.some((anyOf) => anyOf.length === 1 && anyOf[0] === field),
      samples: index === undefined ? [] : samples[index]!,
    };
  });
  const taken = new Set(indexes.values());
  return {
    fields,
    unknownColumns: table.header
      .map((header, index) => ({ header, samples: samples[index]!, index }))
      .filter(({ index }) => !taken.has(index))
      .map(({ header, samples: values }) => ({ header, samples: values })),
    missing: required.filter((anyOf) => !anyOf.some((field) => indexes.has(field))),
  };
}

/** Per column the first few different values that are not empty. */
function sampleValues(table: Table): readonly (readonly string[])[] {
  const samples = table.header.map(() => new Set<string>());
  let rows = 0;
  for (const { cells } of table.rows) {
    if (rows++ === SAMPLED_ROWS) break;
    for (const [index, values] of samples.entries()) {
      const value = cells[index]?.trim() ?? '';
      if (value !== '' && values.size < SAMPLE_COUNT) values.add(value);
    }
  }
  return samples.map((values) => [...values]);
}
