import { HttpProblem } from '../../http/problem.ts';
import type { Json } from './scim-json.ts';
import { namedPath, type ScimPath } from './scim-path.ts';
import { scimProblem } from './scim-problem.ts';

export const OPERATORS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const;
export type Operator = (typeof OPERATORS)[number];

/** A filter of SCIM (RFC 7644, 3.4.2.2). */
export type ScimFilter =
  | { readonly kind: 'and' | 'or'; readonly left: ScimFilter; readonly right: ScimFilter }
  | { readonly kind: 'not'; readonly filter: ScimFilter }
  | {
      readonly kind: 'compare';
      readonly path: ScimPath;
      readonly operator: Operator;
      readonly value: Json;
    }
  /** Something is there; with a filter in brackets, some element that passes it. */
  | { readonly kind: 'present'; readonly path: ScimPath };

type Token =
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

const TOKEN = /\s*(?:([()[\]])|("(?:[^"\\]|\\.)*")|([^\s()[\]"]+))/y;
const LONGEST = 4_000;
/** Nobody writes more brackets inside one another; a program that does would exhaust the stack. */
const DEEPEST = 20;

function tokensOf(text: string): Token[] {
  if (text.length > LONGEST) throw scimProblem('invalid-filter', 'The filter is too long.');
  const tokens: Token[] = [];
  const rest = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < rest.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(rest);
    if (match === null) throw scimProblem('invalid-filter', `Not understood at position ${at + 1}.`);
    const [, mark, quoted, word] = match;
    if (mark !== undefined) tokens.push({ kind: 'mark', text: mark });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'text', text: unquoted(quoted!) });
  }
  return tokens;
}

function unquoted(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    throw scimProblem('invalid-filter', `${quoted} is not a text of JSON.`);
  }
}

/** Values without quotes are taken too: programs send them, and nothing else can stand in their place. */
function bareValue(word: string): Json {
  const lower = word.toLowerCase();
  if (lower === 'true' || lower === 'false') return lower === 'true';
  if (lower === 'null') return null;
  return /^-?\d+(\.\d+)?$/.test(word) ? Number(word) : word;
}

class Reader {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  done(): boolean {
    return this.at >= this.tokens.length;
  }

  stop(expected: string): never {
    const found = this.tokens[this.at]?.text;
    const place = found === undefined ? 'at the end' : `before "${found}"`;
    throw scimProblem('invalid-filter', `Expected ${expected} ${place}.`);
  }

  private next(kind: Token['kind'], expected: string): string {
    const token = this.tokens[this.at];
    if (token?.kind !== kind) this.stop(expected);
    this.at += 1;
    return token.text;
  }

  private takeWord(word: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'word' || token.text.toLowerCase() !== word) return false;
    this.at += 1;
    return true;
  }

  private takeMark(mark: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'mark' || token.text !== mark) return false;
    this.at += 1;
    return true;
  }

  either(): ScimFilter {
    let filter = this.both();
    while (this.takeWord('or')) filter = { kind: 'or', left: filter, right: this.both() };
    return filter;
  }

  private both(): ScimFilter {
    let filter = this.one();
    while (this.takeWord('and')) filter = { kind: 'and', left: filter, right: this.one() };
    return filter;
  }

  private one(): ScimFilter {
    if (this.takeWord('not')) {
      if (!this.takeMark('(')) this.stop('"("');
      return { kind: 'not', filter: this.within(')') };
    }
    return this.takeMark('(') ? this.within(')') : this.comparison();
  }

  private within(closing: ')' | ']'): ScimFilter {
    this.depth += 1;
    if (this.depth > DEEPEST) throw scimProblem('invalid-filter', 'Too many brackets inside one another.');
    const filter = this.either();
    if (!this.takeMark(closing)) this.stop(`"${closing}"`);
    this.depth -= 1;
    return filter;
  }

  /** A place, with the filter in brackets that may belong to it. */
  path(): ScimPath {
    const path = namedPath(this.next('word', 'the name of an attribute'));
    if (!this.takeMark('[')) return path;
    const filter = this.within(']');
    const after = this.tokens[this.at];
    if (after?.kind !== 'word' || !after.text.startsWith('.')) return { ...path, filter };
    this.at += 1;
    return { ...path, filter, sub: namedPath(after.text.slice(1)).attribute };
  }

  private comparison(): ScimFilter {
    const path = this.path();
    if (this.takeWord('pr')) return { kind: 'present', path };
    const operator = OPERATORS.find((known) => this.takeWord(known));
    if (operator !== undefined) return { kind: 'compare', path, operator, value: this.value() };
    if (path.filter !== null && path.sub === null) return { kind: 'present', path };
    return this.stop(`one of ${OPERATORS.join(', ')}, pr`);
  }

  private value(): Json {
    const token = this.tokens[this.at];
    if (token === undefined || token.kind === 'mark') this.stop('a value');
    this.at += 1;
    return token.kind === 'text' ? token.text : bareValue(token.text);
  }
}

/** @throws 400 `invalidFilter` */
export function parseFilter(text: string): ScimFilter {
  const reader = new Reader(tokensOf(text));
  try {
    const filter = reader.either();
    return reader.done() ? filter : reader.stop('and, or, or the end');
  } catch (error) {
    // In a filter a name that is none is a fault of the filter.
    if (!(error instanceof HttpProblem)) throw error;
    throw scimProblem('invalid-filter', error.problem.detail ?? error.problem.title);
  }
}

/** @throws 400 `invalidPath` */
export function parsePath(text: string): ScimPath {
  try {
    const reader = new Reader(tokensOf(text));
    const path = reader.path();
    return reader.done() ? path : reader.stop('the end');
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    throw scimProblem('invalid-path', error.problem.detail ?? error.problem.title);
  }
}
