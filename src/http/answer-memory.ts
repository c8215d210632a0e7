import { createHash } from 'node:crypto';

/** Ready answers by entity tag, least recently used first out, bounded by the bytes of their text. */
export interface AnswerMemory {
  get(tag: string): string | undefined;
  set(tag: string, text: string): void;
}

export function answerMemory(mostCharacters: number): AnswerMemory {
  const texts = new Map<string, string>();
  let characters = 0;
  return {
    get(tag) {
      const text = texts.get(tag);
      if (text === undefined) return undefined;
      texts.delete(tag);
      texts.set(tag, text);
      return text;
    },
    set(tag, text) {
      // One huge report must not push out everything else.
      if (text.length > mostCharacters / 4) return;
      characters += text.length - (texts.get(tag)?.length ?? 0);
      texts.set(tag, text);
      for (const [oldest, oldText] of texts) {
        if (characters <= mostCharacters) break;
        texts.delete(oldest);
        characters -= oldText.length;
      }
    },
  };
}

/** The tag of an answer that depends only on the version of its data, the address and what the reader may see. */
export function entityTag(version: string, url: string, view: string): string {
  return `"${createHash('sha256').update(`${version}\n${url}\n${view}`).digest('base64url').slice(0, 27)}"`;
}

export function tagMatches(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((candidate) => {
    const trimmed = candidate.trim();
    return trimmed === '*' || trimmed === tag || trimmed === `W/${tag}`;
  });
}
