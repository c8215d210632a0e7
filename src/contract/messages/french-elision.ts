/** Stands before a value that begins with a vowel while a sentence is made; no text holds it otherwise. */
const MARK = '\uE000';
const VOWEL_FIRST = /^[AÀÂÄÅEÉÈÊËIÎÏOÔÖUÙÛÜ]\p{L}/u;
const WAITING = new RegExp(`(?<!\\p{L})([Dd]|[Qq]u)e ${MARK}`, 'gu');

type Values = Readonly<Record<string, string | number>>;

/**
 * A French sentence whose `de` or `que` meets a name that begins with a vowel: « le compte d’Olivier », and not « de
 * Olivier ». Only where the words of the sentence and a value meet: « Maria de Almeida » is left as she writes it.
 */
export function withElision(values: Values, sentence: (values: Values) => string): string {
  const marked = Object.entries(values).map(
    ([name, value]) =>
      [name, typeof value === 'string' && VOWEL_FIRST.test(value) ? MARK + value : value] as const,
  );
  return sentence(Object.fromEntries(marked)).replace(WAITING, '$1’').replaceAll(MARK, '');
}
