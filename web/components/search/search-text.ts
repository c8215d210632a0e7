/** Texts are compared without case, accents, kind of apostrophe, hyphens and no-break spaces. */
export function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, ' ')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}

/** Words of the older pages and of other languages, and the words used here. All already normalised. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/\bargent\b/, 'silver'],
  [/\bor\b/, 'gold'],
  [/\bmaps\b/, 'action pack'],
  [/\baptitudes?\b/, 'qualification'],
  [/\bskills?\b/, 'qualification'],
  [/\bmcp( id)?\b/, 'mcid'],
  [/\buniversite des partenaires( microsoft)?\b/, 'universite partenaire'],
  [/\bparcours\b/, 'option'],
  [/\bpartenariat\b/, 'mpn'],
];

/** The text itself and what it means with the words used here. */
export function readingsOf(text: string): readonly string[] {
  const plain = normalise(text);
  const translated = SYNONYMS.reduce((reading, [word, meaning]) => reading.replace(word, meaning), plain);
  return translated === plain ? [plain] : [plain, translated];
}

/** Every word of one reading must begin a word of the entry. */
export function matches(haystack: string, readings: readonly string[]): boolean {
  const padded = ` ${haystack}`;
  return readings.some((reading) => reading.split(' ').every((word) => padded.includes(` ${word}`)));
}
