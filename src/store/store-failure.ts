/** Expected failures of the database room: told apart by `kind`, never by the message. */
export type StoreFailureKind =
  | 'no-database'
  | 'folder-in-use'
  | 'folder-not-writable'
  | 'disk-full'
  | 'wrong-owner'
  | 'binaries-missing'
  | 'unprivileged-user-missing'
  | 'server-did-not-start'
  | 'data-of-another-version'
  | 'wrong-database-url'
  | 'server-unreachable'
  | 'sign-in-refused'
  | 'database-missing'
  | 'server-too-old'
  | 'not-allowed'
  | 'migration-changed'
  | 'migration-failed'
  | 'database-newer'
  | 'not-migrated'
  | 'backup-damaged'
  | 'backup-newer'
  | 'target-not-empty';

/**
 * Thrown when the database cannot be opened or brought up to date for a reason outside the program. The message
 * is one line for the person who runs the command: what happened and what to do. It never holds a password.
 */
export class StoreFailure extends Error {
  readonly kind: StoreFailureKind;

  constructor(kind: StoreFailureKind, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StoreFailure';
    this.kind = kind;
  }
}

/** The error code of Node or PostgreSQL (`ENOSPC`, `42501`…), or an empty string. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Turns a file-system error on the data folder into a failure with advice; other errors stay as they are. */
export function folderFailure(error: unknown, folder: string): unknown {
  if (error instanceof StoreFailure) return error;
  const code = errorCode(error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new StoreFailure(
      'folder-not-writable',
      `The data folder ${folder} cannot be written (${code}). Give this user the right to write there, or choose another folder with JALON_DATA.`,
      error,
    );
  }
  if (code === 'ENOENT' && typeof error === 'object' && error !== null && 'syscall' in error) {
    if (error.syscall === 'mkdir') {
      return new StoreFailure(
        'folder-not-writable',
        `The data folder ${folder} cannot be made there (ENOENT). Choose another one with JALON_DATA.`,
        error,
      );
    }
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new StoreFailure(
      'folder-not-writable',
      `The data folder ${folder} is not a folder. Choose another one with JALON_DATA.`,
      error,
    );
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new StoreFailure(
      'disk-full',
      `The disk of the data folder ${folder} is full. Free some space and start again; nothing was lost.`,
      error,
    );
  }
  return error;
}
