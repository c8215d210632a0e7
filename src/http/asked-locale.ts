import type { Locale } from '../contract/common.ts';
import type { Caller } from './caller.ts';

/** `fr-CH, en;q=0.8` as language and weight, the most wanted first. */
function wanted(acceptLanguage: string): string[] {
  return acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag, weight: weight === undefined ? 1 : Number(weight.trim().slice(2)) || 0 };
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

/** The language of whoever asks: the person's own, else what the browser or program says it understands. */
export function askedLocale(caller: Caller | null, acceptLanguage: string | undefined): Locale {
  if (caller?.kind === 'user') return caller.locale;
  const tag = wanted(acceptLanguage ?? '').find((each) => /^(fr|en)\b/.test(each));
  return tag?.startsWith('fr') ? 'fr' : 'en';
}
