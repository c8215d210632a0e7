import type { Locale } from '../../src/contract/common.ts';
import type { fr } from './fr/all.ts';
import { frenchSpacing } from './french-spacing.ts';

export type MessageId = keyof typeof fr;
export type Messages = Readonly<Record<MessageId, string>>;

/** Only the language in use is loaded. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  if (locale === 'en') return (await import('./en/all.ts')).en;
  const typed = Object.entries((await import('./fr/all.ts')).fr);
  return Object.fromEntries(typed.map(([id, text]) => [id, frenchSpacing(text)])) as Messages;
}
