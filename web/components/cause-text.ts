import type { MessageId } from '../messages/messages.ts';
import type { Translate } from '../messages/use-text.ts';

/** What happens on the day a level ends. Causes that say nothing more than "no longer enough" share a sentence. */
const CAUSES: Readonly<Record<string, MessageId>> = {
  voided: 'cause.voided',
  expired: 'cause.expired',
  retired: 'cause.retired',
  revoked: 'cause.revoked',
  'pmc-window-over': 'cause.pmc-window-over',
  'person-left': 'cause.person-left',
  'association-ended': 'cause.association-ended',
  'exemption-ended': 'cause.exemption-ended',
};

interface Cause {
  readonly code: string;
  readonly person: string;
  readonly record: string;
}

export function causeText(t: Translate, cause: Cause | null): string {
  if (cause === null) return t('cause.other');
  return t(CAUSES[cause.code] ?? 'cause.other', { person: cause.person, record: cause.record });
}
