import type { Locale } from '../../../contract/common.ts';
import { type Html, html } from './html.ts';

/** Pieces that several pages for visitors show alike. */

export function medal(level: string, letter: string, small = false): Html {
  const material = level === 'silver' || level === 'gold' ? ` ${level}` : '';
  return html`<span class="medal${material}${small ? ' small' : ''}" aria-hidden="true"><i>${letter}</i></span>`;
}

/** Up to two letters for a company without a logo. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => [...word][0]!.toUpperCase())
    .join('');
}

export function logoPath(slug: string, hash: string): string {
  return `/p/${slug}/logo?v=${hash.slice(0, 16)}`;
}

/** The logo, or the initials where there is none. It stands beside the name, so that it says nothing by itself. */
export function logoOrInitials(slug: string, name: string, hash: string | null): Html {
  if (hash === null) return html`<span class="logo initials" aria-hidden="true">${initials(name)}</span>`;
  return html`<img class="logo" src="${logoPath(slug, hash)}" alt="" width="112" height="112">`;
}

export function countryName(code: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

export function languageName(code: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function listText(words: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' }).format(words);
}
