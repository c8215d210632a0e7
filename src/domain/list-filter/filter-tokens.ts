import type { FilterFailure } from './list-filter.ts';

export type FilterToken =
  | { readonly kind: 'word'; readonly text: string; readonly position: number }
  /** Between quotes; a quote inside is written twice. */
  | { readonly kind: 'text'; readonly text: string; readonly position: number }
  | { readonly kind: '(' | ')' | ','; readonly position: number }
  | { readonly kind: 'end'; readonly position: number };

export type FilterTokens =
  | { readonly kind: 'tokens'; readonly tokens: readonly FilterToken[] }
  | { readonly kind: 'failed'; readonly failure: FilterFailure };

const TOKEN = /\s*(?:(?<text>'(?:[^']|'')*')|(?<mark>[(),])|(?<word>[^\s(),']+)|(?<open>'))/y;

/** Cuts a filter into words, quoted texts and marks, each with its place, counted from 1. */
export function filterTokens(source: string): FilterTokens {
  const tokens: FilterToken[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match !== null; match = TOKEN.exec(source)) {
    const { text, mark, word, open } = match.groups!;
    const whole = text ?? mark ?? word ?? open ?? '';
    const position = match.index + match[0].length - whole.length + 1;
    if (open !== undefined) return { kind: 'failed', failure: { kind: 'filter-unclosed-text', position } };
    if (text !== undefined) {
      tokens.push({ kind: 'text', text: text.slice(1, -1).replaceAll("''", "'"), position });
    } else if (mark !== undefined) {
      tokens.push({ kind: mark as '(' | ')' | ',', position });
    } else {
      tokens.push({ kind: 'word', text: whole, position });
    }
  }
  return { kind: 'tokens', tokens: [...tokens, { kind: 'end', position: source.trimEnd().length + 1 }] };
}
