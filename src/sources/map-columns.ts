import { foldText } from './fold-text.ts';
import type { HeaderSynonyms } from './header-synonyms.ts';
import type { ImportMapping } from './import-mapping.ts';

/** Which cell of a row holds which field. */
export interface MappedColumns<Field extends string> {
  readonly indexes: ReadonlyMap<Field, number>;
  /** Headers no field claims; they are ignored and reported. */
  readonly unknownColumns: readonly string[];
}

export interface MissingColumn {
  /** Any one of these fields would do. */
  readonly fields: readonly string[];
  readonly acceptedNames: readonly string[];
}

export type ColumnsFailure =
  | {
      readonly kind: 'missing-columns';
      readonly missing: readonly MissingColumn[];
      readonly found: readonly string[];
    }
  | { readonly kind: 'unknown-mapping-field'; readonly field: string; readonly accepted: readonly string[] }
  | {
      readonly kind: 'mapped-header-not-found';
      readonly field: string;
      readonly header: string;
      readonly found: readonly string[];
    };

export type MapColumnsResult<Field extends string> =
  | { readonly kind: 'mapped'; readonly columns: MappedColumns<Field> }
  | { readonly kind: 'failed'; readonly failure: ColumnsFailure };

/** Finds the columns by their names; a mapping given by a person wins over the names. */
export function mapColumns<Field extends string>(
  header: readonly string[],
  synonyms: HeaderSynonyms & Readonly<Record<Field, readonly string[]>>,
  required: readonly (readonly Field[])[],
  mapping: ImportMapping,
): MapColumnsResult<Field> {
  const fields = Object.keys(synonyms) as Field[];
  const folded = header.map(foldText);
  const indexes = new Map<Field, number>();
  const taken = new Set<number>();
  const claim = (field: Field, index: number) => {
    indexes.set(field, index);
    taken.add(index);
  };
  for (const [field, name] of Object.entries(mapping.columns)) {
    if (!isField(field, fields)) return failed({ kind: 'unknown-mapping-field', field, accepted: fields });
    const exact = header.indexOf(name.trim());
    const index = exact >= 0 ? exact : folded.indexOf(foldText(name));
    if (index < 0) return failed({ kind: 'mapped-header-not-found', field, header: name, found: header });
    claim(field, index);
  }
  for (const field of fields) {
    if (indexes.has(field)) continue;
    const index = firstIndex(synonyms[field], folded, taken);
    if (index >= 0) claim(field, index);
  }
  const missing = required
    .filter((anyOf) => !anyOf.some((field) => indexes.has(field)))
    .map((anyOf) => ({ fields: anyOf, acceptedNames: anyOf.flatMap((field) => synonyms[field]) }));
  if (missing.length > 0) return failed({ kind: 'missing-columns', missing, found: header });
  return {
    kind: 'mapped',
    columns: { indexes, unknownColumns: header.filter((_name, index) => !taken.has(index)) },
  };
}

function firstIndex(names: readonly string[], folded: readonly string[], taken: ReadonlySet<number>): number {
  for (const name of names) {
    const index = folded.indexOf(foldText(name));
    if (index >= 0 && !taken.has(index)) return index;
  }
  return -1;
}

function isField<Field extends string>(name: string, fields: readonly Field[]): name is Field {
  return (fields as readonly string[]).includes(name);
}

function failed(failure: ColumnsFailure): { kind: 'failed'; failure: ColumnsFailure } {
  return { kind: 'failed', failure };
}
