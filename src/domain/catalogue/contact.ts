import type { LocalText } from './catalogue.ts';

/** Whom to turn to outside for one kind of act. */
export interface Contact {
  readonly about: 'merge' | 'missing-record' | 'membership' | 'catalogue';
  /** Records of this source alone; `null` for all. */
  readonly source: string | null;
  readonly label: LocalText;
  /** `https` address. */
  readonly url: string;
}
