/**
 * Finds where JSON text stops being JSON. Only used after `JSON.parse` refused the text: the engine's own message
 * names a place in some versions and not in others.
 */
type Expectation = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' | 'end';

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Offset of the first character that cannot stand where it stands; the length of the text when it stops too early. */
export function jsonErrorOffset(text: string): number {
  const open: string[] = [];
  let expected: Expectation = 'value';
  let at = skipBlanks(text, 0);
  while (at < text.length) {
    const token = text[at]!;
    const next = nextExpectation(token, expected, open);
    if (next === null) return at;
    const end = '{}[],:'.includes(token) ? at + 1 : token === '"' ? stringEnd(text, at) : scalarEnd(text, at);
    if (typeof end !== 'number') return end.badAt;
    expected = next;
    at = skipBlanks(text, end);
  }
  return text.length;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++;
  return at;
}

/** What must follow the token that starts with this character, `null` when it cannot stand here. */
function nextExpectation(token: string, expected: Expectation, open: string[]): Expectation | null {
  const after = (): Expectation => (open.length === 0 ? 'end' : 'comma-or-close');
  switch (token) {
    case '{':
    case '[':
      if (!expected.startsWith('value')) return null;
      open.push(token);
      return token === '{' ? 'key-or-close' : 'value-or-close';
    case '}':
    case ']':
      if (!expected.endsWith('-or-close') || open.at(-1) !== (token === '}' ? '{' : '[')) return null;
      open.pop();
      return after();
    case ',':
      if (expected !== 'comma-or-close') return null;
      return open.at(-1) === '{' ? 'key' : 'value';
    case ':':
      return expected === 'colon' ? 'value' : null;
    default:
      if (token === '"' && expected.startsWith('key')) return 'colon';
      return expected.startsWith('value') ? after() : null;
  }
}

type End = number | { readonly badAt: number };

function scalarEnd(text: string, start: number): End {
  SCALAR.lastIndex = start;
  return SCALAR.test(text) ? SCALAR.lastIndex : { badAt: start };
}

function stringEnd(text: string, start: number): End {
  let at = start + 1;
  while (at < text.length) {
    if (text[at] === '"') return at + 1;
    if (text[at] === '\\') {
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text)) return { badAt: at };
      at = ESCAPE.lastIndex;
    } else {
      if (text.charCodeAt(at) < 0x20) return { badAt: at };
      at++;
    }
  }
  return { badAt: text.length };
}
