import type { Locale } from '../../src/contract/common.ts';
import type { fr } from './fr/all.ts';

export type MessageId = keyof typeof fr;
export type Messages = Readonly<Record<MessageId, string>>;

/** Only the language in use is loaded. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  if (locale === 'fr') return (await import('./fr/all.ts')).fr;
  return (await import('./en/all.ts')).en;
}
