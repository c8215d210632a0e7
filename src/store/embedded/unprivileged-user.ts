import { readFileSync, statSync } from 'node:fs';
import { StoreFailure } from '../store-failure.ts';

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. As root it runs as the user that owns its data already, else as `nobody`;
 * `null` means: as the user we are.
 */
export function serverUser(existingData: string): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(existingData, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody');
  const uid = Number(entry?.[2]);
  const gid = Number(entry?.[3]);
  if (!(uid > 0 && gid >= 0)) {
    throw new StoreFailure(
      'unprivileged-user-missing',
      'PostgreSQL does not run as root and this system has no user "nobody" to run it. Start Jalon as an ordinary user, or set DATABASE_URL.',
    );
  }
  return { uid, gid };
}
