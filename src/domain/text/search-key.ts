/**
 * The form in which texts are compared for a search: without case and accents, with every apostrophe, space
 * and dash of every typewriter read as one (a label copied from a French page has ’ and no-break spaces).
 */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u00a0\u202f\u2007\u2009]+/g, ' ')
    .trim();
}

/** The words that are looked for; none in an empty text. */
export function searchWords(text: string): readonly string[] {
  return searchKey(text)
    .split(' ')
    .filter((word) => word !== '');
}
