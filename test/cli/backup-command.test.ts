import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsOf } from '../../src/cli/commands.ts';
import type { CommandContext } from '../../src/cli/jalon.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { keepSecret, knownSecret } from '../../src/installation-secret.ts';
import { openEmbedded } from '../../src/store/embedded/open-embedded.ts';
import { commandContext } from '../support/command-context.ts';
import { newDataFolder, removeDataFolder } from '../support/data-folder.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { QUIET_PARTS } from '../support/service-parts.ts';

let server: DemoServer;
let folder = '';
let target = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-backup-'));
  target = newDataFolder('jalon-restored-');
  server = await demoServer();
  writeFileSync(join(folder, 'passphrase'), 'correct horse battery staple\n');
  writeFileSync(join(folder, 'other'), 'quite another passphrase\n');
  writeFileSync(join(folder, 'short'), 'short\n');
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
  removeDataFolder(target);
});

interface Outcome {
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
}

async function jalon(context: CommandContext, args: readonly string[], input?: Buffer): Promise<Outcome> {
  const collector = () => {
    const chunks: Buffer[] = [];
    const stream = new Writable({
      write: (chunk, _encoding, done) => {
        chunks.push(Buffer.from(chunk));
        done();
      },
    });
    return { stream, bytes: () => Buffer.concat(chunks) };
  };
  const [out, err] = [collector(), collector()];
  const stdin = Readable.from(input === undefined ? [] : [input], { objectMode: false });
  const code = await runCommand(
    commandsOf(context),
    args,
    { stdin, stdout: out.stream, stderr: err.stream },
    '0',
  );
  return { code, out: out.bytes(), err: err.bytes().toString('utf8') };
}

/** The installation that is backed up. */
const here = (): CommandContext => ({
  ...commandContext(server),
  installationKey: async () => ({ known: QUIET_PARTS.secret, keep: () => {} }),
});

/** Another machine, on which there is nothing yet. */
function elsewhere(): CommandContext {
  const stated = { secret: null, dataFolder: target };
  return {
    ...commandContext(server),
    openDatabase: (purpose) => openEmbedded({ dataFolder: target, purpose, log: () => {} }),
    installationKey: async () => ({
      known: () => knownSecret(stated),
      keep: (secret) => keepSecret(stated, secret),
    }),
  };
}

const at = (name: string) => join(folder, name);

describe('jalon backup and jalon restore', () => {
  it('say what is wrong with the call', async () => {
    expect(await jalon(here(), ['backup'])).toMatchObject({ code: 2, err: expect.stringContaining('FILE') });
    const twice = await jalon(here(), ['backup', at('a'), '--out', at('b')]);
    expect(twice).toMatchObject({ code: 2, err: expect.stringContaining('one argument too many') });
    const short = await jalon(here(), ['backup', at('a'), '--with-key', at('short')]);
    expect(short).toMatchObject({ code: 2, err: expect.stringContaining('at least 12 characters') });
    const nowhere = await jalon(here(), ['backup', at('no/such/folder')]);
    expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining('cannot be written (ENOENT)') });
    const missing = await jalon(elsewhere(), ['restore', at('missing')]);
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('cannot be read (ENOENT)') });
    expect(existsSync(join(target, 'postgresql'))).toBe(false);
  });

  it('write a file for its owner alone, never over another, and check it', async () => {
    const file = at('first.backup');
    const written = await jalon(here(), ['backup', file, '--with-key', at('passphrase')]);
    expect(written).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^Backup written: \d+ rows of \d+ tables/),
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.unfinished`)).toBe(false);
    expect(readFileSync(file).includes(QUIET_PARTS.secret())).toBe(false);
    expect(await jalon(here(), ['backup', file])).toMatchObject({
      code: 2,
      err: expect.stringContaining('exists already'),
    });
    const checked = await jalon(elsewhere(), ['restore', file, '--check', '--json']);
    expect(checked.code).toBe(0);
    expect(JSON.parse(checked.out.toString())).toMatchObject({ program: '0.0.0', withKey: true });

    const streamed = await jalon(here(), ['backup', '-']);
    writeFileSync(at('streamed'), streamed.out);
    expect((await jalon(elsewhere(), ['restore', at('streamed'), '--check'])).out.toString()).toMatch(
      /^The backup is whole: .* without the key\.\n$/,
    );
    writeFileSync(at('cut'), streamed.out.subarray(0, streamed.out.length - 20));
    expect(await jalon(elsewhere(), ['restore', at('cut'), '--check'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('it ends before its end'),
    });
  });

  it('bring an installation to an empty machine, its key included', async () => {
    const file = at('first.backup');
    const wrong = await jalon(elsewhere(), ['restore', file, '--with-key', at('other')]);
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('does not open the key') });

    const restored = await jalon(elsewhere(), ['restore', file, '--with-key', at('passphrase')]);
    expect(restored.err).toContain('The key of the installation was taken over.');
    expect(restored.out.toString()).toMatch(
      /^Restored \d+ rows, as they were at 2026-11-21T10:00:00\.000Z\.\n$/,
    );
    expect(restored.code).toBe(0);
    expect(readFileSync(join(target, 'secret.key'), 'utf8').trim()).toBe(QUIET_PARTS.secret());
    expect(statSync(join(target, 'secret.key')).mode & 0o777).toBe(0o600);

    const again = await jalon(elsewhere(), ['restore', file]);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('The database is not empty') });
  }, 120_000);
});
