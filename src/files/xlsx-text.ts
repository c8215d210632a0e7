/** What a workbook cell can hold; longer texts make spreadsheets refuse the whole file. */
const MAX_CELL_LENGTH = 32_767;

/** Anything that needs attention; most texts of a report have nothing of it and pass untouched. */
const SPECIAL = /[&<>"\p{Cc}\p{Cs}\uFFFE\uFFFF]|_x[0-9a-f]{4}_/iu;

/** Control characters and halves of surrogate pairs: XML cannot carry them, or nobody can read them. */
const ILLEGAL = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** The text as it may stand inside an element or attribute of a workbook part. */
export function xlsxText(text: string): string {
  const bounded = text.length > MAX_CELL_LENGTH ? text.slice(0, MAX_CELL_LENGTH) : text;
  if (!SPECIAL.test(bounded)) return bounded;
  return (
    bounded
      .replace(ILLEGAL, '')
      .replace(/\r\n?/g, '\n')
      // Spreadsheets read `_x0041_` as an escaped letter; escaping the underscore keeps the text as it is.
      .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

const MAX_SHEET_NAME = 31;

/** A name spreadsheets accept, different from those already taken whatever the case. */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const plain = wanted
    .replace(/[[\]:*?/\\]/g, '-')
    .replace(ILLEGAL, '')
    .replace(/\s+/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  const base = plain === '' || /^history$/i.test(plain) ? `Sheet ${plain}`.trim() : plain;
  const isTaken = (name: string) => taken.some((other) => other.toLowerCase() === name.toLowerCase());
  let name = base.slice(0, MAX_SHEET_NAME).trim();
  for (let copy = 2; isTaken(name); copy++) {
    const suffix = ` (${copy})`;
    name = base.slice(0, MAX_SHEET_NAME - suffix.length).trim() + suffix;
  }
  return name;
}
