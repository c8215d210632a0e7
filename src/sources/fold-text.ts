/**
 * The same words written differently: case, accents, apostrophes, hyphens, blanks of every kind and other
 * punctuation do not matter. `Date d’obtention` and `DATE D'OBTENTION` fold to one text.
 */
export function foldText(text: string): string {
  return words(text).join('');
}

/** Lower-case words joined by hyphens, for identifiers made from titles and names. */
export function slugOf(text: string): string {
  return words(text).join('-').slice(0, MAX_SLUG_LENGTH);
}

const MAX_SLUG_LENGTH = 100;

function words(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
