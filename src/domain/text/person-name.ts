/** A name can be read, stands on one line, and turns nothing around that stands beside it. */
export const PERSON_NAME_FORM =
  /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}]*[\p{L}\p{N}][^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}]*$/u;
export const LONGEST_PERSON_NAME = 200;
