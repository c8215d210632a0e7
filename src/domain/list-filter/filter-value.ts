import { parseDay } from '../time/day.ts';
import { parseInstant } from '../time/instant.ts';
import type { FilterToken } from './filter-tokens.ts';
import type { FieldKind, FilterValue } from './list-filter.ts';

const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;

function dayOrInstant(text: string): FilterValue | null {
  if (parseDay(text) !== null) return { kind: 'day', day: text };
  const milliseconds = parseInstant(text);
  return milliseconds === null ? null : { kind: 'instant', milliseconds };
}

/** The literal as a field of this kind takes it, or null. Days and instants may stand with or without quotes. */
export function filterValue(token: FilterToken, fieldKind: FieldKind): FilterValue | null {
  if (token.kind !== 'word' && token.kind !== 'text') return null;
  const { kind, text } = token;
  if (kind === 'word' && text === 'null') return fieldKind === 'texts' ? null : { kind: 'null' };
  switch (fieldKind) {
    case 'text':
    case 'texts':
      return kind === 'text' ? { kind: 'text', text } : null;
    case 'number':
      return kind === 'word' && NUMBER.test(text) ? { kind: 'number', number: Number(text) } : null;
    case 'boolean':
      return kind === 'word' && (text === 'true' || text === 'false')
        ? { kind: 'boolean', boolean: text === 'true' }
        : null;
    case 'day': {
      const value = dayOrInstant(text);
      return value?.kind === 'day' ? value : null;
    }
    case 'instant':
      return dayOrInstant(text);
  }
}
