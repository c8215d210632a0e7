/**
 * One JSON document or one document a line: told by content. A first line that is a whole document starts NDJSON;
 * one that is not starts a document of several lines, unless a later line shows that the first one is broken.
 */
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

const NOT_UTF8 = 'is not UTF-8 text';
const NOT_JSON = 'is not a JSON document';

function fromLine(line: TextLine): FactsInput {
  if (!line.validUtf8) return { kind: 'broken', line: line.number, problem: NOT_UTF8 };
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
  const text = lines.map((line) => line.text).join('\n');
  const parsed = parse(text);
  if (parsed.ok)
    return { kind: 'document', line: first.number, layout: 'indented', text, value: parsed.value };
  const broken = lines[lineOfOffset(text, locateInJson(text, '')) - 1] ?? first;
  return { kind: 'broken', line: broken.number, problem: NOT_JSON };
}

/** The documents in their order; nothing comes after a broken one. */
export async function* factsDocuments(
  lines: AsyncGenerator<TextLine, void, void>,
): AsyncGenerator<FactsInput> {
  const { value: first } = await lines.next();
  if (first === undefined) return;
  const opening = fromLine(first);
  if (opening.kind === 'broken' && first.validUtf8 && first.text.trimStart().startsWith('{')) {
    yield await severalLines(first, lines);
    return;
  }
  yield opening;
  if (opening.kind === 'broken') return;
  for await (const line of lines) {
    const next = fromLine(line);
    yield next;
    if (next.kind === 'broken') return;
  }
}
