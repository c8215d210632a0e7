import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { PassThrough, Writable } from 'node:stream';
import type { BackupOrder, BackupSummary } from '../store/backup/write-backup.ts';
import type { OpenDatabase } from '../store/open-database.ts';
import { passphraseIn, withStoreFailures } from './backup-options.ts';
import { CommandFailure } from './command.ts';
import type { CommandIo } from './command-io.ts';
import type { CommandContext } from './jalon.ts';
import { parseOptions } from './options.ts';

function refuseExisting(file: string): void {
  if (file !== '-' && existsSync(file)) {
    throw new CommandFailure(`${file} exists already. Name another file: a backup replaces none.`);
  }
}

/** Of errors that are about the file and not about the way to the database. */
const FILE_CALLS: ReadonlySet<string> = new Set(['open', 'write', 'fsync', 'close', 'rename']);

/** Written aside and given its name when it is whole and on the disk: a file of that name is never half a backup. */
async function intoFile(file: string, write: (sink: Writable) => Promise<BackupSummary>) {
  const draft = `${file}.unfinished`;
  try {
    // Names and e-mails of everybody stand in it.
    const disk = await open(draft, 'wx', 0o600);
    const sink = new Writable({
      write: (chunk, _encoding, done) => void disk.appendFile(chunk).then(() => done(), done),
    });
    const writing = async () => {
      const written = await write(sink);
      await disk.sync();
      return written;
    };
    const summary = await writing().finally(() => disk.close());
    await rename(draft, file);
    return summary;
  } catch (error) {
    const { code, syscall } = error as { code?: string; syscall?: string };
    if (code === 'EEXIST') {
      throw new CommandFailure(
        `${draft} is there: another backup is being written, or one was cut short. Remove it.`,
      );
    }
    await rm(draft, { force: true });
    if (syscall === undefined || !FILE_CALLS.has(syscall)) throw error;
    throw new CommandFailure(`${file} cannot be written (${code}). Nothing is left of it.`);
  }
}

/** The command goes on after its output: stdout is not ended. */
function intoStdout(io: CommandIo, write: (sink: Writable) => Promise<BackupSummary>) {
  const sink = new PassThrough();
  sink.pipe(io.stdout, { end: false });
  io.stdout.once('error', (error) => sink.destroy(error));
  return write(sink);
}

async function orderOf(context: CommandContext, withKey: string | undefined): Promise<BackupOrder> {
  const passphrase = passphraseIn(withKey);
  const secret = (await context.installationKey()).known();
  if (passphrase !== null && secret === null) {
    throw new CommandFailure(
      '--with-key: the key of the installation is not known here. Set JALON_SECRET, or JALON_DATA to the folder of the server.',
    );
  }
  return { program: context.version, now: context.now(), secret, passphrase };
}

function summaryText({ tables, rows }: BackupSummary, { passphrase }: BackupOrder): string {
  const counts = `${rows} rows of ${tables.length} tables`;
  const key = passphrase === null ? 'The key of the installation is not in it.' : 'It holds the sealed key.';
  return `Backup written: ${counts}. ${key}\n`;
}

export async function backupCommand(args: string[], io: CommandIo, context: CommandContext): Promise<number> {
  const { values, positionals } = parseFileOptions(args);
  const file = values.out ?? positionals[0]!;
  refuseExisting(file);
  const order = await orderOf(context, values['with-key']);
  return withStoreFailures(async () => {
    const opened: OpenDatabase = await context.openDatabase('command');
    try {
      const write = (sink: Writable) => opened.backup(order, sink);
      const summary = file === '-' ? await intoStdout(io, write) : await intoFile(file, write);
      if (values.json && file !== '-') io.stdout.write(`${JSON.stringify({ file, ...summary })}\n`);
      else io.stderr.write(summaryText(summary, order));
      return 0;
    } finally {
      await opened.close();
    }
  });
}

/** The file may be named by `--out` as well as by itself. */
function parseFileOptions(args: string[]) {
  const options = {
    out: { type: 'string' },
    'with-key': { type: 'string' },
    json: { type: 'boolean' },
  } as const;
  const named = args.some((arg) => arg === '--out' || arg.startsWith('--out='));
  return parseOptions(args, options, named ? [] : ['FILE']);
}
