/** A name can be read, stands on one line, and turns nothing around that stands beside it. */
export const PERSON_NAME_FORM =
  /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}]*[\p{L}\p{N}][^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}]*$/u;
export const LONGEST_PERSON_NAME = 200;

const UNFIT = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}]+/gu;

/**
 * A name that nobody can be asked to write again, because a provider or a directory has sent it: what a form would refuse
 * is taken out and what is too long is cut, between characters. Empty when nothing that can be read is left.
 */
export function fitPersonName(text: string): string {
  const line = text.replaceAll(UNFIT, ' ').replace(/\s+/g, ' ').trim();
  let fit = '';
  for (const character of line) {
    if (fit.length + character.length > LONGEST_PERSON_NAME) break;
    fit += character;
  }
  fit = fit.trimEnd();
  return PERSON_NAME_FORM.test(fit) ? fit : '';
}
