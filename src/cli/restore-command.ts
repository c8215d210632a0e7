import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Manifest } from '../store/backup/backup-format.ts';
import { hasMark, openKey } from '../store/backup/backup-key.ts';
import { checkBackup, openBackup } from '../store/backup/read-backup.ts';
import { passphraseIn, withStoreFailures } from './backup-options.ts';
import { CommandFailure } from './command.ts';
import type { CommandIo } from './command-io.ts';
import type { CommandContext, InstallationKey } from './jalon.ts';
import { parseOptions } from './options.ts';

const KEY_HINT =
  'Set JALON_SECRET to the one of the installation that was backed up, or put its secret.key into the data folder';

/** What becomes readable of the sealed content: keys of authenticators, client secrets, mails on their way. */
type KeyState = 'same' | 'taken-over' | 'another' | 'missing' | 'unknown';

const KEY_TEXTS: Readonly<Record<KeyState, string>> = {
  same: 'The key of the installation is the one of the backup.',
  'taken-over': 'The key of the installation was taken over.',
  another: `The key here is another one than that of the backup: what was sealed there cannot be read. ${KEY_HINT}.`,
  missing: `There is no key here: what was sealed cannot be read. ${KEY_HINT} before the server is started.`,
  unknown: 'The backup does not say which key sealed its secrets.',
};

function sourceOf(file: string, io: CommandIo): Readable {
  return file === '-' ? io.stdin : createReadStream(file);
}

async function readingFile<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, syscall } = error as { code?: string; syscall?: string };
    if (syscall !== undefined && ['open', 'read'].includes(syscall)) {
      throw new CommandFailure(`${file} cannot be read (${code}).`);
    }
    throw error;
  }
}

async function keyBefore(manifest: Manifest, key: InstallationKey): Promise<KeyState> {
  const known = key.known();
  if (manifest.keyMark === null) return 'unknown';
  if (known === null) return 'missing';
  return (await hasMark(known, manifest.keyMark)) ? 'same' : 'another';
}

/** Before anything is restored: the secret that is to be taken over, or a refusal. */
async function keyToTake(
  manifest: Manifest,
  passphrase: string,
  key: InstallationKey,
): Promise<string | null> {
  if (manifest.sealedKey === null) {
    throw new CommandFailure('--with-key: the backup was written without the key. Leave the option out.');
  }
  const secret = await openKey(manifest.sealedKey, passphrase);
  if (secret === null)
    throw new CommandFailure('--with-key: the passphrase does not open the key of the backup.');
  const known = key.known();
  if (known === null) return secret;
  if (known === secret) return null;
  throw new CommandFailure(
    '--with-key: this installation has another key already (JALON_SECRET, or secret.key in the data folder). Nothing was restored; remove that one, or leave the option out.',
  );
}

async function check(file: string, io: CommandIo, json: boolean): Promise<number> {
  const { manifest, tables } = await checkBackup(sourceOf(file, io));
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const { program, madeAt, migrations, sealedKey } = manifest;
  const schema = migrations.at(-1)!.name;
  if (json)
    io.stdout.write(
      `${JSON.stringify({ program, madeAt, schema, rows, withKey: sealedKey !== null, tables })}\n`,
    );
  else {
    io.stdout.write(
      `The backup is whole: ${rows} rows of ${tables.length} tables, made ${madeAt} by Jalon ${program} (schema ${schema}), ${sealedKey === null ? 'without' : 'with'} the key.\n`,
    );
  }
  return 0;
}

export async function restoreCommand(
  args: string[],
  io: CommandIo,
  context: CommandContext,
): Promise<number> {
  const options = {
    'with-key': { type: 'string' },
    check: { type: 'boolean' },
    json: { type: 'boolean' },
  } as const;
  const { values, positionals } = parseOptions(args, options, ['FILE']);
  const file = positionals[0]!;
  const work = () => (values.check ? check(file, io, values.json === true) : restore());
  return withStoreFailures(() => readingFile(file, work));

  async function restore(): Promise<number> {
    const passphrase = passphraseIn(values['with-key']);
    const key = await context.installationKey();
    let taken: string | null = null;
    if (passphrase !== null) {
      if (file === '-') throw new CommandFailure('--with-key needs a file, because it is read twice.');
      const looking = sourceOf(file, io);
      const { manifest } = await openBackup(looking);
      looking.destroy();
      taken = await keyToTake(manifest, passphrase, key);
    }
    const source = sourceOf(file, io);
    // A file that cannot be read must not leave a new database behind.
    if (file !== '-')
      await new Promise((resolve, reject) => source.once('readable', resolve).once('error', reject));
    const opened = await context.openDatabase('server');
    try {
      const { manifest, rows } = await opened.restore(source);
      if (taken !== null) key.keep(taken);
      const applied = await opened.migrate();
      const state = taken === null ? await keyBefore(manifest, key) : 'taken-over';
      if (values.json) {
        io.stdout.write(`${JSON.stringify({ rows, madeAt: manifest.madeAt, applied, key: state })}\n`);
        return 0;
      }
      io.stdout.write(`Restored ${rows} rows, as they were at ${manifest.madeAt}.\n`);
      if (applied.length > 0)
        io.stdout.write(`Brought up to date:\n${applied.map((name) => `  ${name}\n`).join('')}`);
      io.stderr.write(`${KEY_TEXTS[state]}\n`);
      return 0;
    } finally {
      await opened.close();
    }
  }
}
