import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** The part of the address after `?`: every filter, sort, tab and date of a page is plain text there. */
export type UrlState = Readonly<Record<string, string | undefined>>;

export function parseUrlState(text: string): UrlState {
  return Object.fromEntries(new URLSearchParams(text));
}

export function printUrlState(state: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    if (typeof value === 'string' && value !== '') parameters.set(name, value);
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

export type PatchUrl = (patch: UrlState, how?: { push?: boolean }) => void;

export function useUrlState(): [UrlState, PatchUrl] {
  const state = useSearch({ strict: false }) as UrlState;
  const navigate = useNavigate();
  const patch = useCallback<PatchUrl>(
    (changes, how) => {
      void navigate({
        to: '.',
        search: (before: UrlState) => ({ ...before, ...changes }),
        replace: how?.push !== true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [state, patch];
}
