/** Forms of what people type, checked alike on the page, at the server and on the command line. */
export const EMAIL_FORM = /^[^\s@\p{Cc}\p{Cs}\p{Bidi_C}]+@[^\s@\p{Cc}\p{Cs}\p{Bidi_C}]+$/u;
/** Something that can be read, on one line, and that turns nothing around that stands beside it. */
export const PERSON_NAME_FORM =
  /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}]*[\p{L}\p{N}][^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}]*$/u;
export const PARTNER_ID_FORM = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
export const COUNTRY_FORM = /^[A-Z]{2}$/;
export const SHORTEST_PASSWORD = 12;
