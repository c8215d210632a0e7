/**
 * The `filter` of a list: conditions on its fields, in the small part of OData that the API offers.
 * `status eq 'active' and (contains(lastName,'mar') or employedUntil lt 2027-01-01)`
 */

/** `texts` is a field with several values, such as roles: one of them must fit. */
export type FieldKind = 'text' | 'texts' | 'day' | 'instant' | 'number' | 'boolean';

/** The fields that a list may be filtered by. */
export type FilterFields = Readonly<Record<string, FieldKind>>;

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

/** A literal as the field it is compared with needs it. An instant may be compared with a whole UTC day. */
export type FilterValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'day'; readonly day: string }
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  | { readonly kind: 'instant'; readonly milliseconds: number };

export type ListFilter =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly ListFilter[] }
  | { readonly kind: 'not'; readonly part: ListFilter }
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly fieldKind: FieldKind;
      readonly comparison: Comparison;
      readonly value: FilterValue;
    }
  | {
      readonly kind: 'contains' | 'startswith' | 'endswith';
      readonly field: string;
      readonly fieldKind: FieldKind;
      readonly text: string;
    };

/** What cannot be read, at which character (from 1), and what may stand there. */
export type FilterFailure =
  | {
      readonly kind: 'filter-syntax';
      readonly position: number;
      readonly expected: 'condition' | 'operator' | 'value' | 'text' | '(' | ')' | ',' | 'end';
    }
  | { readonly kind: 'filter-unclosed-text'; readonly position: number }
  | { readonly kind: 'filter-unknown-field'; readonly position: number; readonly fields: readonly string[] }
  | {
      readonly kind: 'filter-wrong-operator';
      readonly position: number;
      readonly field: string;
      readonly operators: readonly string[];
    }
  | {
      readonly kind: 'filter-wrong-value';
      readonly position: number;
      readonly field: string;
      readonly fieldKind: FieldKind;
    }
  | { readonly kind: 'filter-too-deep'; readonly position: number; readonly limit: number };

export type ParsedFilter =
  | { readonly kind: 'filter'; readonly filter: ListFilter }
  | { readonly kind: 'failed'; readonly failure: FilterFailure };
