/**
 * One JSON document or one document a line: told by content. A first line that is a whole document starts NDJSON;
 * one that is not starts a document of several lines, unless a later line shows that the first one is broken.
 */
import { collectGarbage } from './collect-garbage.ts';
import { lineOfOffset, locateInJson } from './json-location.ts';
import type { TextLine } from './text-lines.ts';

export type FactsInput =
  | {
      readonly kind: 'document';
      readonly line: number;
      readonly layout: 'line' | 'indented';
      readonly text: string;
      readonly value: unknown;
    }
  | { readonly kind: 'broken'; readonly line: number; readonly problem: string };

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

function parse(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

/** Characters; a line of this length holds some thirty thousand records. */
const LARGE_LINE = 1 << 23;

const NOT_UTF8 = 'is not UTF-8 text';
const NOT_JSON = 'is not a JSON document';

function fromLine(line: TextLine): FactsInput {
  if (!line.validUtf8) return { kind: 'broken', line: line.number, problem: NOT_UTF8 };
  // The text of a large line before it is still there; it goes before this one takes two to three times its own size.
  if (line.text.length > LARGE_LINE) collectGarbage();
  const parsed = parse(line.text);
  if (!parsed.ok) return { kind: 'broken', line: line.number, problem: NOT_JSON };
  return { kind: 'document', line: line.number, layout: 'line', text: line.text, value: parsed.value };
}

/** A line by itself is a facts document when it names a partner; no line inside a facts document does. */
function isWholeDocument(text: string): boolean {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{') || !trimmed.endsWith('}') || !trimmed.includes('"partner"')) return false;
  const parsed = parse(trimmed);
  const partner = parsed.ok ? (parsed.value as { partner?: unknown }).partner : undefined;
  return typeof partner === 'object' && partner !== null;
}

/** Reads a document that goes over several lines, or finds that its first line was one of many, and broken. */
async function severalLines(first: TextLine, rest: AsyncIterable<TextLine>): Promise<FactsInput> {
  const lines = [first];
  for await (const line of rest) {
    if (isWholeDocument(line.text)) return { kind: 'broken', line: first.number, problem: NOT_JSON };
    lines.push(line);
  }
  const foreign = lines.find((line) => !line.validUtf8);
  if (foreign !== undefined) return { kind: 'broken', line: foreign.number, problem: NOT_UTF8 };
  const text = withBlankLines(lines);
  const parsed = parse(text);
  if (parsed.ok)
    return { kind: 'document', line: first.number, layout: 'indented', text, value: parsed.value };
  const broken = first.number + lineOfOffset(text, locateInJson(text, '')) - 1;
  return { kind: 'broken', line: broken, problem: NOT_JSON };
}

/** The text with the blank lines that were left out in reading, so that line numbers are those of the file. */
function withBlankLines(lines: readonly TextLine[]): string {
  let text = '';
  let number = lines[0]!.number;
  for (const line of lines) {
    text += '\n'.repeat(line.number - number) + line.text;
    number = line.number;
  }
  return text;
}

/**
 * Shows the documents in their order to `visit`, which says whether to go on; nothing comes after a broken one.
 * A document is handed over and not kept: the largest partners would otherwise be in memory twice.
 */
export async function visitFactsDocuments(
  lines: AsyncGenerator<TextLine, void, void>,
  visit: (input: FactsInput) => Promise<boolean>,
): Promise<void> {
  const { value: first } = await lines.next();
  if (first === undefined) return;
  const opening = fromLine(first);
  if (opening.kind === 'broken' && first.validUtf8 && first.text.trimStart().startsWith('{')) {
    await visit(await severalLines(first, lines));
    return;
  }
  if (!(await visit(opening))) return;
  for await (const line of lines) {
    if (!(await visit(fromLine(line)))) return;
    if (line.text.length > LARGE_LINE) collectGarbage();
  }
}
