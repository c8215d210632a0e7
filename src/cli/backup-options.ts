/** What `jalon backup` and `jalon restore` share: where the passphrase of the key stands, and failures of the store. */
import { readFileSync } from 'node:fs';
import { StoreFailure, type StoreFailureKind } from '../store/store-failure.ts';
import { CommandFailure } from './command.ts';

const SHORTEST_PASSPHRASE = 12;

/** The first line of the file; the passphrase itself is never an argument, which other users of the machine could read. */
export function passphraseIn(file: string | undefined): string | null {
  if (file === undefined) return null;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandFailure(`--with-key ${file} cannot be read (${(error as { code?: string }).code}).`);
  }
  const passphrase = text.split(/\r?\n/)[0]!;
  if (passphrase.length >= SHORTEST_PASSPHRASE) return passphrase;
  throw new CommandFailure(
    `The first line of ${file} is to be a passphrase of at least ${SHORTEST_PASSPHRASE} characters.`,
  );
}

/** What the file or the database answers is "no"; everything else is a matter of settings. */
const REFUSALS: ReadonlySet<StoreFailureKind> = new Set([
  'backup-damaged',
  'backup-newer',
  'database-newer',
  'migration-changed',
  'target-not-empty',
]);

export async function withStoreFailures<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    throw new CommandFailure(error.message, REFUSALS.has(error.kind) ? 1 : 2);
  }
}
