import { type FilterToken, filterTokens } from './filter-tokens.ts';
import { filterValue } from './filter-value.ts';
import type {
  Comparison,
  FieldKind,
  FilterFailure,
  FilterFields,
  ListFilter,
  ParsedFilter,
} from './list-filter.ts';

const COMPARISONS: readonly Comparison[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];

/** Which comparisons a kind of field takes: texts have no order that every reader would agree on. */
const COMPARISONS_OF: Readonly<Record<FieldKind, readonly Comparison[]>> = {
  text: ['eq', 'ne'],
  texts: ['eq', 'ne'],
  boolean: ['eq', 'ne'],
  day: COMPARISONS,
  instant: COMPARISONS,
  number: COMPARISONS,
};

const FUNCTIONS = ['contains', 'startswith', 'endswith'] as const;

/** Nobody writes more brackets inside one another; a program that does would exhaust the stack. */
const DEEPEST = 20;

/** Ends the reading at the place of the failure; caught where the reading began. */
class FilterStop extends Error {
  readonly failure: FilterFailure;

  constructor(failure: FilterFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

type Expected = Extract<FilterFailure, { kind: 'filter-syntax' }>['expected'];

/** Reads one token after the other; a rule of the grammar is a function below. */
class Reader {
  readonly fields: FilterFields;
  readonly comparisonsOf: Readonly<Record<FieldKind, readonly Comparison[]>>;
  private readonly tokens: readonly FilterToken[];
  private at = 0;

  constructor(tokens: readonly FilterToken[], fields: FilterFields, { orderedTexts = false }: FilterRules) {
    this.tokens = tokens;
    this.fields = fields;
    this.comparisonsOf = orderedTexts ? { ...COMPARISONS_OF, text: COMPARISONS } : COMPARISONS_OF;
  }

  peek(): FilterToken {
    return this.tokens[this.at]!;
  }

  next(): FilterToken {
    const token = this.peek();
    if (token.kind !== 'end') this.at += 1;
    return token;
  }

  takeWord(word: string): boolean {
    const token = this.peek();
    if (token.kind !== 'word' || token.text !== word) return false;
    this.at += 1;
    return true;
  }

  take(mark: '(' | ')' | ','): void {
    if (this.peek().kind !== mark) this.stop(mark);
    this.at += 1;
  }

  stop(expected: Expected): never {
    throw new FilterStop({ kind: 'filter-syntax', position: this.peek().position, expected });
  }

  /** The next word as the name of a field. */
  field(): { readonly field: string; readonly fieldKind: FieldKind } {
    const token = this.peek();
    if (token.kind !== 'word') return this.stop('condition');
    this.at += 1;
    const fieldKind = Object.hasOwn(this.fields, token.text) ? this.fields[token.text] : undefined;
    if (fieldKind !== undefined) return { field: token.text, fieldKind };
    const { position } = token;
    throw new FilterStop({ kind: 'filter-unknown-field', position, fields: Object.keys(this.fields) });
  }
}

function alternatives(reader: Reader, depth: number): ListFilter {
  const parts = [together(reader, depth)];
  while (reader.takeWord('or')) parts.push(together(reader, depth));
  return parts.length === 1 ? parts[0]! : { kind: 'or', parts };
}

function together(reader: Reader, depth: number): ListFilter {
  const parts = [condition(reader, depth)];
  while (reader.takeWord('and')) parts.push(condition(reader, depth));
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
}

function condition(reader: Reader, depth: number): ListFilter {
  const token = reader.peek();
  const denied = token.kind === 'word' && token.text === 'not' && !Object.hasOwn(reader.fields, 'not');
  if ((denied || token.kind === '(') && depth === DEEPEST) {
    throw new FilterStop({ kind: 'filter-too-deep', position: token.position, limit: DEEPEST });
  }
  if (denied) {
    reader.next();
    return { kind: 'not', part: condition(reader, depth + 1) };
  }
  if (token.kind === '(') {
    reader.take('(');
    const inside = alternatives(reader, depth + 1);
    reader.take(')');
    return inside;
  }
  const name = token.kind === 'word' ? FUNCTIONS.find((each) => each === token.text) : undefined;
  return name === undefined ? comparison(reader) : textTest(reader, name);
}

function comparison(reader: Reader): ListFilter {
  const { field, fieldKind } = reader.field();
  const operator = reader.peek();
  const found = operator.kind === 'word' ? COMPARISONS.find((each) => each === operator.text) : undefined;
  if (found === undefined) return reader.stop('operator');
  const operators = reader.comparisonsOf[fieldKind];
  const wrong = { kind: 'filter-wrong-operator', position: operator.position, field, operators } as const;
  if (!operators.includes(found)) throw new FilterStop(wrong);
  reader.next();
  const literal = reader.peek();
  if (literal.kind !== 'word' && literal.kind !== 'text') return reader.stop('value');
  reader.next();
  const value = filterValue(literal, fieldKind);
  if (value === null) {
    throw new FilterStop({ kind: 'filter-wrong-value', position: literal.position, field, fieldKind });
  }
  // Nothing comes before or after an absent value.
  if (value.kind === 'null' && found !== 'eq' && found !== 'ne') {
    throw new FilterStop({ ...wrong, operators: ['eq', 'ne'] });
  }
  return { kind: 'compare', field, fieldKind, comparison: found, value };
}

function textTest(reader: Reader, kind: (typeof FUNCTIONS)[number]): ListFilter {
  const { position } = reader.next();
  reader.take('(');
  const { field, fieldKind } = reader.field();
  if (fieldKind !== 'text' && fieldKind !== 'texts') {
    const operators = reader.comparisonsOf[fieldKind];
    throw new FilterStop({ kind: 'filter-wrong-operator', position, field, operators });
  }
  reader.take(',');
  const literal = reader.peek();
  if (literal.kind !== 'text') return reader.stop('text');
  reader.next();
  reader.take(')');
  return { kind, field, fieldKind, text: literal.text };
}

export interface FilterRules {
  /** Texts have an order too, that of their characters: programs ask for it, and people would not agree on it. */
  readonly orderedTexts?: boolean;
}

/**
 * Reads a filter over the given fields. `not` binds before `and`, that before `or`; names and operators are written as
 * they stand here.
 */
export function parseFilter(source: string, fields: FilterFields, rules: FilterRules = {}): ParsedFilter {
  const cut = filterTokens(source);
  if (cut.kind === 'failed') return cut;
  const reader = new Reader(cut.tokens, fields, rules);
  try {
    const filter = alternatives(reader, 0);
    if (reader.peek().kind !== 'end') reader.stop('end');
    return { kind: 'filter', filter };
  } catch (error) {
    if (error instanceof FilterStop) return { kind: 'failed', failure: error.failure };
    throw error;
  }
}
