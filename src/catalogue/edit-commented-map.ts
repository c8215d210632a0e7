/** Changes single values of a mapping that has comments between its lines or braces, and keeps these and its way of writing. */
import {
  type Document,
  isCollection,
  isNode,
  isPair,
  isScalar,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';

/** How what is changed is written. */
export const WRITTEN = { lineWidth: 0, singleQuote: true, flowCollectionPadding: false } as const;

/** Key → value; `null` takes the key out. */
export type MapFields = Readonly<Record<string, string | readonly string[] | null>>;

/** Whether comments stand inside, not before or after. */
export function hasComments(map: YAMLMap): boolean {
  let found = false;
  visit(map, {
    Node: (_key, node) => {
      found ||= node !== map && (node.comment != null || node.commentBefore != null);
    },
  });
  return found;
}

/** The new value in the place of the old one, with what is remarked beside it. */
function setValue(document: Document, map: YAMLMap, key: string, value: string | readonly string[]): void {
  const pair = map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
  const before = pair?.value;
  const fresh = document.createNode(value) as Node;
  if (isCollection(fresh)) fresh.flow = true;
  if (isNode(before)) {
    fresh.commentBefore = before.commentBefore ?? null;
    fresh.comment = before.comment ?? null;
  }
  if (pair === undefined) map.set(key, fresh);
  else pair.value = fresh;
}

/**
 * @param text of the mapping alone, from its first character on
 * @param column of that character, counted from 0
 * @param indent of the lines that follow in the answer, beyond their own
 */
export function editCommentedMap(
  text: string,
  { column, indent }: { readonly column: number; readonly indent: number },
  fields: MapFields,
  order: readonly string[],
): string {
  const document = parseDocument(' '.repeat(column) + text);
  const map = document.contents as YAMLMap;
  for (const [key, value] of Object.entries(fields)) {
    if (value === null) map.delete(key);
    else setValue(document, map, key, value);
  }
  const placeOf = ({ key }: { readonly key: unknown }) =>
    order.indexOf(String(isScalar(key) ? key.value : key));
  map.items.sort((left, right) => placeOf(left) - placeOf(right));
  const [first, ...others] = document.toString(WRITTEN).trimEnd().split('\n');
  return [first, ...others.map((line) => (line === '' ? line : ' '.repeat(indent) + line))].join('\n');
}
