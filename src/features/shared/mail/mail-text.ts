import type { Locale } from '../../../contract/common.ts';

/** The words of a mail, each an ICU message. Links are not in the words: a mail has at most one, shown as a button. */
export interface MailWords {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** What the button says; a mail with an `action` must be given a link. */
  readonly action?: string;
  /** Below the button, in small print. */
  readonly notes?: readonly string[];
}

/** One kind of mail in both languages. */
export interface MailKind {
  readonly name: string;
  readonly words: Readonly<Record<Locale, MailWords>>;
}
