/** Why an enquiry is put with the spam, where the company still finds it. */
export type EnquirySuspicion = 'hidden-field-filled' | 'too-quick' | 'many-links' | 'repeated';

export interface ReceivedEnquiry {
  readonly message: string;
  /** A field that people do not see: programs fill it. */
  readonly hiddenField: string;
  /** Milliseconds between the form being shown and sent. */
  readonly age: number;
  /** The same words have come to this company before, in a short time. */
  readonly repeated: boolean;
}

/** Nobody reads a form, writes a message and checks it within this time. */
const LEAST_MS = 3_000;
const MOST_LINKS = 3;

const LINKS = /https?:\/\/|www\.|\[url|<a\s/gi;

/**
 * What speaks against an enquiry, or `null`. Whatever it is, the sender is answered alike: a program that is told what
 * gave it away does it better the next time.
 */
export function enquirySuspicion(enquiry: ReceivedEnquiry): EnquirySuspicion | null {
  if (enquiry.hiddenField !== '') return 'hidden-field-filled';
  if (enquiry.age < LEAST_MS) return 'too-quick';
  if ((enquiry.message.match(LINKS) ?? []).length > MOST_LINKS) return 'many-links';
  return enquiry.repeated ? 'repeated' : null;
}
