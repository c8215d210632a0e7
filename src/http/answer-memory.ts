import { createHash } from 'node:crypto';
import { type RecentlyUsed, recentlyUsed } from './recently-used.ts';

/** Ready answers by entity tag, bounded by the characters of their text. */
export type AnswerMemory = RecentlyUsed<string>;

export function answerMemory(mostCharacters: number): AnswerMemory {
  return recentlyUsed<string>(mostCharacters, (text) => text.length);
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
