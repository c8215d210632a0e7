/** House rules on single files. A rule that no test checks is a wish. */

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const MAX_LINES = 400;

/** One word per thing (the terms of the field): left, the word that must not be used for it. */
const RETIRED_WORDS: readonly { word: RegExp; use: string }[] = [
  { word: /\btenantId\b/, use: 'partnerId' },
  { word: /\bcompanyId\b/, use: 'partnerId' },
  { word: /\bemployeeId\b/, use: 'userId or person' },
  { word: /\bqualificationId\b/, use: 'skill' },
  { word: /\bcertificateId\b/, use: 'skill or certificateNumber' },
  { word: /\bcredentialId\b(?!s?['"`?:\]])/, use: 'skill' },
];

const LEFTOVERS: readonly { word: RegExp; what: string }[] = [
  { word: /\b(TODO|FIXME|XXX|HACK)\b/, what: 'unfinished work' },
  { word: /\b(?:it|test|describe)\.(?:skip|only|todo)\b/, what: 'a test that does not run' },
  { word: /@ts-(?:ignore|nocheck|expect-error)/, what: 'a silenced compiler' },
  { word: /\bas any\b|: any\b/, what: 'an untyped value' },
];

/** A day must not depend on where the server stands: days are UTC days, and instants are printed in a zone that is named. */
const LOCAL_TIME =
  /\.(?:getDay|[gs]et(?:Date|Month|FullYear|Hours|Minutes))\(|\.getTimezoneOffset\(|\.to(?:Date|Time|Locale(?:Date|Time)?)String\(/;

function opensWithReason(text: string): boolean {
  return /^\s*\/\*\*?[\s\S]{80,}?\*\//.test(text);
}

export function problemsOf({ path, text }: SourceFile): readonly string[] {
  const problems: string[] = [];
  const lines = text.split('\n').length;
  if (lines > MAX_LINES && !opensWithReason(text)) {
    problems.push(`${path}: ${lines} lines without a reason in the first comment`);
  }
  for (const { word, use } of RETIRED_WORDS) {
    if (word.test(text)) problems.push(`${path}: ${word.source} is retired, use ${use}`);
  }
  for (const { word, what } of LEFTOVERS) {
    if (word.test(text)) problems.push(`${path}: ${what}`);
  }
  if (path.startsWith('src/') && LOCAL_TIME.test(text))
    problems.push(`${path}: the local time of the server`);
  if (/(^|\/)index\.tsx?$/.test(path)) problems.push(`${path}: a barrel`);
  const name = path.split('/').at(-1) ?? '';
  const isComponent = name.endsWith('.tsx');
  if (!isComponent && !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*\.(?:ts|mjs|js)$/.test(name)) {
    problems.push(`${path}: not kebab-case`);
  }
  return problems;
}

export function quantile(sizes: readonly number[], share: number): number {
  const sorted = [...sizes].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
