/** A part of a foreign document that was left aside, so that nothing disappears without a word. */
export interface NotUnderstood {
  readonly path: string;
  readonly reason: 'unknown-key' | 'wrong-type';
}

/**
 * Walks a document whose keys vary between people and years. Keys are found whatever their case, a missing or
 * `null` value is no error, and what has the wrong type or an unknown name is noted.
 */
export interface LenientObject {
  readonly path: string;
  text(key: string): string;
  flag(key: string): boolean | null;
  object(key: string): LenientObject | null;
  list(key: string): readonly LenientObject[];
}

export type NoteSink = (note: NotUnderstood) => void;

export function lenientObject(
  value: Readonly<Record<string, unknown>>,
  path: string,
  knownKeys: ReadonlySet<string>,
  note: NoteSink,
  knownKeysOf: (key: string) => ReadonlySet<string>,
): LenientObject {
  const byFoldedKey = new Map<string, unknown>();
  const pathOf = (key: string) => (path === '' ? key : `${path}.${key}`);
  for (const [key, content] of Object.entries(value)) {
    const folded = key.toLowerCase();
    if (!knownKeys.has(folded)) note({ path: pathOf(key), reason: 'unknown-key' });
    if (!byFoldedKey.has(folded)) byFoldedKey.set(folded, content);
  }
  const read = (key: string) => byFoldedKey.get(key.toLowerCase()) ?? null;
  const wrong = (at: string) => note({ path: at, reason: 'wrong-type' });
  const child = (content: unknown, at: string, key: string) => {
    if (isJsonObject(content)) return lenientObject(content, at, knownKeysOf(key), note, knownKeysOf);
    wrong(at);
    return null;
  };
  return {
    path,
    text(key) {
      const content = read(key);
      if (content === null) return '';
      if (typeof content === 'string') return content.trim();
      if (typeof content === 'number') return String(content);
      wrong(pathOf(key));
      return '';
    },
    flag(key) {
      const content = read(key);
      if (content === null || typeof content === 'boolean') return content;
      wrong(pathOf(key));
      return null;
    },
    object(key) {
      const content = read(key);
      return content === null ? null : child(content, pathOf(key), key);
    },
    list(key) {
      const content = read(key);
      if (content === null) return [];
      if (!Array.isArray(content)) {
        wrong(pathOf(key));
        return [];
      }
      return content
        .map((item, index) => child(item, `${pathOf(key)}[${index}]`, key))
        .filter((item) => item !== null);
    },
  };
}

export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
