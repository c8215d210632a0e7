const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'what should be a folder on the way is a file',
  EACCES: 'this user may not',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
};

/** Why a file could not be read or written, of an error of the file system. */
export function whyUnreadable(error: unknown): string {
  const { code = 'unknown reason' } = error as { code?: string };
  return REASONS[code] ?? code;
}
