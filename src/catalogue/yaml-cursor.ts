/**
 * A place in a YAML file that can be read as this or that. Reading never throws: what does not fit is
 * reported with its line and column and replaced by a harmless value, so that one run finds every problem.
 */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { CatalogueProblem } from './catalogue-problem.ts';

export interface YamlFile {
  readonly path: string;
  readonly text: string;
  readonly document: Document;
  readonly problems: CatalogueProblem[];
}

export interface Cursor {
  readonly file: YamlFile;
  readonly node: Node | null;
  /** Where to point when the value itself is absent. */
  readonly offset: number;
}

export interface Entry {
  readonly key: string;
  readonly keyCursor: Cursor;
  readonly value: Cursor;
}

/** Opens one file's text; problems, of syntax too, go to the shared list. */
export function openYaml(path: string, text: string, problems: CatalogueProblem[]): Cursor {
  // Keys are checked by `entriesOf`: the parser's own check of unique keys is quadratic in their number.
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false });
  const file: YamlFile = { path, text, document, problems };
  for (const error of document.errors) {
    report({ file, node: null, offset: error.pos[0] }, `not valid YAML: ${error.message}`);
  }
  return { file, node: document.errors.length > 0 ? null : (document.contents as Node | null), offset: 0 };
}

export function report(cursor: Cursor, message: string): void {
  const offset = cursor.node?.range?.[0] ?? cursor.offset;
  const before = cursor.file.text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  cursor.file.problems.push({ file: cursor.file.path, line, column, message });
}

function resolve(cursor: Cursor): Node | null {
  const { node, file } = cursor;
  return isAlias(node) ? (node.resolve(file.document) ?? null) : node;
}

function cursorAt(parent: Cursor, node: unknown, offset: number): Cursor {
  const child = (node ?? null) as Node | null;
  return { file: parent.file, node: child, offset: child?.range?.[0] ?? offset };
}

export function isMapping(cursor: Cursor): boolean {
  return isMap(resolve(cursor));
}

/** Key and value pairs in the order of the file; a key written twice is reported. */
export function entriesOf(cursor: Cursor): readonly Entry[] {
  const node = resolve(cursor);
  if (!isMap(node)) {
    report(cursor, 'expected named values (`key: value`)');
    return [];
  }
  const seen = new Set<string>();
  return node.items.map((pair) => {
    const keyCursor = cursorAt(cursor, pair.key, cursor.offset);
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    if (seen.has(key)) report(keyCursor, `\`${key}\` is written twice; keep one`);
    seen.add(key);
    return { key, keyCursor, value: cursorAt(cursor, pair.value, keyCursor.offset) };
  });
}

export function itemsOf(cursor: Cursor): readonly Cursor[] {
  const node = resolve(cursor);
  if (!isSeq(node)) {
    report(cursor, 'expected a list');
    return [];
  }
  return node.items.map((item) => cursorAt(cursor, item, cursor.offset));
}

export type Fields<K extends string> = ReadonlyMap<K, Cursor>;

/** The named values of a place that may hold only the given keys. */
export function fieldsOf<R extends string, O extends string = never>(
  cursor: Cursor,
  required: readonly R[],
  optional: readonly O[] = [],
): Fields<R | O> {
  const known: readonly string[] = [...required, ...optional];
  const fields = new Map<R | O, Cursor>();
  if (!isMapping(cursor)) {
    report(cursor, `expected named values: ${known.join(', ')}`);
    return fields;
  }
  for (const { key, keyCursor, value } of entriesOf(cursor)) {
    if (known.includes(key)) fields.set(key as R | O, value);
    else report(keyCursor, `unknown key \`${key}\`; known here: ${known.join(', ')}`);
  }
  for (const key of required) {
    if (!fields.has(key)) report(cursor, `\`${key}\` is missing`);
  }
  return fields;
}

/** The scalar value of a place: string, number, boolean or `null`. */
export function scalarOf(cursor: Cursor): unknown {
  const node = resolve(cursor);
  return isScalar(node) ? node.value : undefined;
}

/** The plain value of a place, for parts whose shape is checked elsewhere. */
export function plainValueOf(cursor: Cursor): unknown {
  return cursor.node === null ? null : cursor.node.toJS(cursor.file.document);
}
