/**
 * Changes what `skills.yaml` says of single skills, and nothing else in it: comments, order and the way in which all other
 * lines are written stay.
 */
import {
  Document,
  isMap,
  isPair,
  isScalar,
  type Node,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { editCommentedMap, hasComments, type MapFields, WRITTEN } from './edit-commented-map.ts';

/** Key of the file → its new value; `null` takes the key out. */
export type SkillEdit = Readonly<
  Partial<Record<'title' | 'retired' | 'retired-before' | 'validity', string | null>>
>;

/** Where what is new was read: a key of `sources`, and its text. */
export interface EditSource {
  readonly key: string;
  readonly text: string;
}

/** Keys as the files delivered order them. */
const ORDER = [
  'title',
  'retired',
  'retired-before',
  'replaced-by',
  'prerequisites',
  'validity',
  'provider',
  'source',
];

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function spliced(text: string, splices: readonly Splice[]): string {
  return [...splices]
    .sort((left, right) => right.from - left.from)
    .reduce((before, { from, to, text: own }) => before.slice(0, from) + own + before.slice(to), text);
}

/** A value as it stands between the braces of a skill. */
function inBraces(value: unknown): string {
  const document = new Document([value]);
  (document.contents as unknown as YAMLSeq).flow = true;
  return document.toString(WRITTEN).trim().slice(1, -1);
}

/** What is to be said of a skill: what is edited, and one source more. */
function fieldsOf(before: Readonly<Record<string, unknown>>, edit: SkillEdit, source: EditSource): MapFields {
  const known = [before.source ?? []].flat().filter((key) => key !== source.key);
  const sources = [...known.map(String), source.key];
  return { ...edit, source: sources.length === 1 ? source.key : sources };
}

function inOneLine(before: Readonly<Record<string, unknown>>, fields: MapFields): string {
  const kept = Object.entries({ ...before, ...fields })
    .filter(([, value]) => value !== null && value !== undefined)
    .sort(([left], [right]) => ORDER.indexOf(left) - ORDER.indexOf(right));
  return `{ ${kept.map(([key, value]) => `${key}: ${inBraces(value)}`).join(', ')} }`;
}

/** The skill as it is to be, with the comments that stand in it. @param place of the skill in the text */
function edited(
  text: string,
  { from, to }: Pick<Splice, 'from' | 'to'>,
  map: YAMLMap,
  edit: SkillEdit,
  source: EditSource,
): string {
  const before = map.toJSON() as Record<string, unknown>;
  const fields = fieldsOf(before, edit, source);
  if (!hasComments(map)) return inOneLine(before, fields);
  const line = text.lastIndexOf('\n', from - 1) + 1;
  const column = from - line;
  // Between braces lines may begin anywhere behind the key; the library puts the closing one below the first of the line.
  const indent = map.flow === true ? text.slice(line).search(/\S/) + 2 : column;
  return editCommentedMap(text.slice(from, to), { column, indent }, fields, ORDER);
}

function entryOf(map: unknown, name: string): Node | null {
  if (!isMap(map)) return null;
  const pair = map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === name);
  return (pair?.value as Node | null | undefined) ?? null;
}

/** A line more under `sources`, in front of the others. */
function sourceSplice(text: string, root: unknown, { key, text: told }: EditSource): readonly Splice[] {
  const sources = entryOf(root, 'sources');
  if (entryOf(sources, key) !== null) return [];
  const line = `${key}: ${new Document(told).toString(WRITTEN)}`;
  const first = isMap(sources) && sources.flow !== true ? sources.range?.[0] : undefined;
  if (first === undefined) {
    const from = text.length;
    return [{ from, to: from, text: `${text.endsWith('\n') ? '' : '\n'}\nsources:\n  ${line}` }];
  }
  const indent = first - (text.lastIndexOf('\n', first - 1) + 1);
  return [{ from: first, to: first, text: `${line}${' '.repeat(indent)}` }];
}

export interface EditedSkills {
  readonly text: string;
  /** Of the edits, those whose skill stands in this file. */
  readonly done: ReadonlySet<string>;
}

/** @param text of a file that reads without problems */
export function editSkillsFile(
  text: string,
  edits: ReadonlyMap<string, SkillEdit>,
  source: EditSource,
): EditedSkills {
  const root = parseDocument(text, { uniqueKeys: false }).contents;
  const skills = entryOf(root, 'skills');
  const splices: Splice[] = [];
  const done = new Set<string>();
  for (const [skill, edit] of edits) {
    const node = entryOf(skills, skill);
    if (!isMap(node) || node.range == null) continue;
    const [from, end] = node.range;
    // What is written in lines of its own ends with the last of them, not before the next.
    const to = from + text.slice(from, end).trimEnd().length;
    splices.push({ from, to, text: edited(text, { from, to }, node, edit, source) });
    done.add(skill);
  }
  if (done.size === 0) return { text, done };
  return { text: spliced(text, [...splices, ...sourceSplice(text, root, source)]), done };
}
