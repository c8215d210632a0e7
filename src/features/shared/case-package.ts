import type { Locale } from '../../contract/common.ts';
import type { PartnerId } from '../../store/partner-id.ts';

/** A file that is put together when a case is opened. */
export interface PackedFile {
  readonly kind: 'users-report' | 'skills-report' | 'profile';
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

export interface PackageAsked {
  readonly partnerId: PartnerId;
  /** Whom the case concerns: the files tell of nobody else. */
  readonly userId: string;
  readonly locale: Locale;
  /** As the files name whoever opens the case. */
  readonly by: string;
}

/** What support needs to see of a person: the users report, the skills report of today, the profile. */
export type PackCase = (asked: PackageAsked) => Promise<readonly PackedFile[]>;
