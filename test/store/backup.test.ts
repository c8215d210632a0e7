import { readdirSync } from 'node:fs';
import { PassThrough, Readable, Writable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsOf } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { examinePartners } from '../../src/features/doctor/examine-partners.ts';
import { openServices } from '../../src/open-services.ts';
import { recordAudit } from '../../src/store/audit-store.ts';
import { encodePart, partsOf } from '../../src/store/backup/backup-format.ts';
import { tablesOfSchema } from '../../src/store/backup/backup-tables.ts';
import { checkBackup } from '../../src/store/backup/read-backup.ts';
import type { BackupOrder } from '../../src/store/backup/write-backup.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrationsFolder } from '../../src/store/migrations-folder.ts';
import type { OpenDatabase } from '../../src/store/open-database.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { appendSkillRecords } from '../../src/store/skill-records-store.ts';
import { commandContext } from '../support/command-context.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { QUIET_PARTS } from '../support/service-parts.ts';
import { recordOf } from './support/new-skill-record.ts';
import { folderOfMigrations } from './support/some-migrations.ts';
import { asOwner, type StoreServer, storeServers } from './support/store-servers.ts';

const CONTOSO = { partnerId: 'contoso' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
const BEFORE_THE_WRITING = '2026-11-21T12:00:00Z';
const ORDER: BackupOrder = {
  program: '0.0.0',
  now: new Date('2026-11-21T10:00:00Z'),
  secret: 'the secret of tests, long enough to be one',
  passphrase: null,
};

let source: DemoServer;
let backup: Buffer;
beforeAll(async () => {
  source = await demoServer();
  source.clock.now = new Date('2026-11-22T10:00:00Z');
  // What people write while the backup is made is in it whole or not at all.
  const writing = new AbortController();
  let writer: Promise<void> | undefined;
  await new Promise<void>((written, failed) => {
    writer = writeUntil(writing.signal, written);
    writer.catch(failed);
  });
  backup = await backupOf(source.opened);
  writing.abort();
  await writer;
}, 120_000);
afterAll(() => source.close());

/** `written` is called after each of them. */
async function writeUntil(signal: AbortSignal, written: () => void): Promise<void> {
  for (let number = 0; !signal.aborted; number++) {
    await source.opened.database.asTenant(CONTOSO, async (tx) => {
      const { accountId } = await tx.sql
        .selectFrom('account_claim')
        .select('account_id as accountId')
        .where('provider', '=', 'microsoft-learning')
        .where('voided_at', 'is', null)
        .offset(number % 5)
        .limit(1)
        .executeTakeFirstOrThrow();
      await appendSkillRecords(tx, [recordOf(accountId, `exam:written-${number}`, '2026-11-01')]);
      await recordAudit(tx, { action: 'written', subject: null, details: { number } });
    });
    written();
  }
}

async function collected(write: (sink: Writable) => Promise<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  await write(sink);
  return Buffer.concat(chunks);
}

function backupOf(opened: OpenDatabase): Promise<Buffer> {
  return collected((sink) => opened.backup(ORDER, sink));
}

async function skillsReport(server: DemoServer, partner: string): Promise<Buffer> {
  const then = ['--as-of', '2026-11-21', '--known-at', BEFORE_THE_WRITING];
  const args = ['report', 'skills', '--partner', partner, '--format', 'csv', ...then];
  return collected(async (stdout) => {
    const stderr = new PassThrough();
    const io = { stdin: Readable.from([]), stdout, stderr };
    const code = await runCommand(commandsOf(commandContext(server)), args, io, '0.0.0');
    expect(code, String(stderr.read())).toBe(0);
  });
}

/** The same backup with other words in its manifest, packed so that nothing shows it. */
async function withManifest(change: (manifest: Record<string, unknown>) => void): Promise<Buffer> {
  const whole = gunzipSync(backup);
  const bytes = (async function* () {
    yield whole;
  })();
  for await (const { content } of partsOf(bytes)) {
    const manifest = JSON.parse(content.toString('utf8'));
    const before = encodePart('M', content).length;
    change(manifest);
    const start = whole.indexOf(encodePart('M', content));
    return gzipSync(
      Buffer.concat([whole.subarray(0, start), encodePart('M', manifest), whole.subarray(start + before)]),
    );
  }
  throw new Error('a backup without a manifest');
}

const changed = (position: number) => {
  const copy = Buffer.from(backup);
  copy[position]! ^= 0x10;
  return copy;
};

describe.each(storeServers)('a backup restored on $name', ({ start }) => {
  let target: StoreServer;
  beforeAll(async () => {
    target = await start();
  });
  afterAll(() => target.close());
  const restore = (bytes: Buffer) => target.opened.restore(Readable.from([bytes], { objectMode: false }));

  it('is refused where it is damaged, and leaves nothing behind', async () => {
    for (const length of [0, 5, 400, backup.length - 1]) {
      await expect(restore(backup.subarray(0, length))).rejects.toMatchObject({ kind: 'backup-damaged' });
    }
    for (let step = 1; step < 4; step++) {
      const position = Math.floor((backup.length * step) / 4);
      await expect(restore(changed(position)), `byte ${position}`).rejects.toMatchObject({
        kind: 'backup-damaged',
      });
    }
    await expect(restore(Buffer.from('not a backup at all'))).rejects.toMatchObject({
      kind: 'backup-damaged',
    });
    const { rows } = await asOwner(target, (client) =>
      client.query("select to_regnamespace('jalon') as schema"),
    );
    expect(rows[0].schema).toBeNull();
  }, 120_000);

  it('is refused where a newer or another program wrote it, and says so', async () => {
    const newer = await withManifest((manifest) => {
      (manifest.migrations as object[]).push({ name: '9999-of-tomorrow.sql', checksum: 'x' });
    });
    await expect(restore(newer)).rejects.toMatchObject({
      kind: 'database-newer',
      message: expect.stringContaining('9999-of-tomorrow.sql'),
    });
    const other = await withManifest((manifest) => {
      (manifest.migrations as { checksum: string }[])[0]!.checksum = 'another';
    });
    await expect(restore(other)).rejects.toMatchObject({ kind: 'migration-changed' });
    const format = await withManifest((manifest) => {
      manifest.format = 2;
    });
    await expect(restore(format)).rejects.toMatchObject({ kind: 'backup-newer' });
  });

  it('holds one moment of a database that is written to: evidence, trails and reports are as they were', async () => {
    const { rows } = await restore(backup);
    const { manifest, tables } = await checkBackup(Readable.from([backup], { objectMode: false }));
    expect(rows).toBe(tables.reduce((sum, table) => sum + table.rows, 0));
    expect(manifest.migrations.map(({ name }) => name)).toEqual(readdirSync(migrationsFolder()).sort());
    expect(await target.opened.migrate()).toEqual([]);

    for await (const examination of examinePartners(target.opened.database, { repair: false })) {
      expect(examination).toMatchObject({ evidence: null, brokenAudit: null });
    }
    const now = () => source.clock.now;
    const services = await openServices({ ...QUIET_PARTS, opened: target.opened, now });
    const restored = { ...source, services, opened: target.opened };
    const report = await skillsReport(restored, 'contoso');
    expect(report.length).toBeGreaterThan(1_000);
    expect(report.equals(await skillsReport(source, 'contoso'))).toBe(true);
    // Of what was written meanwhile some is there, and none without its record of who wrote it.
    const [written] = await asOwner(target, async (client) => {
      await client.query("select set_config('jalon.scope', 'network', false)");
      return (
        await client.query(`select (select count(*) from jalon.skill_record where skill like 'exam:written-%')::int as records,
          (select count(*) from jalon.audit_event where action = 'written')::int as entries`)
      ).rows;
    });
    expect(written.records).toBeGreaterThan(0);
    expect(written.records).toBe(written.entries);
  }, 120_000);

  it('leaves walls and triggers standing, and people can write', async () => {
    const { rows } = await asOwner(target, (client) =>
      client.query(`select relname from pg_class where relnamespace = 'jalon'::regnamespace and relkind = 'r'
          and relrowsecurity and not relforcerowsecurity
        union all select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
          where c.relnamespace = 'jalon'::regnamespace and tgenabled <> 'O'`),
    );
    expect(rows).toEqual([]);
    await target.opened.database.asTenant(CONTOSO, (tx) =>
      recordAudit(tx, { action: 'written', subject: null, details: {} }),
    );
    const fact = target.opened.database.asNetwork(CONTOSO, (tx) =>
      tx.sql.deleteFrom('skill_record').execute(),
    );
    await expect(fact).rejects.toThrow(/append-only|may not/);
  });

  it('is not restored over people who are there', async () => {
    await expect(restore(backup)).rejects.toMatchObject({
      kind: 'target-not-empty',
      message: expect.stringContaining('Nothing was changed'),
    });
  });

  it('can be made of a restored database, with the same rows', async () => {
    const again = await checkBackup(Readable.from([await backupOf(target.opened)], { objectMode: false }));
    const first = await checkBackup(Readable.from([backup], { objectMode: false }));
    const counts = (tables: typeof first.tables) => tables.map(({ table, rows }) => [table, rows]);
    const more = new Map(counts(first.tables) as [string, number][]);
    more.set('audit_event', more.get('audit_event')! + 1);
    expect(counts(again.tables)).toEqual([...more]);
  });
});

describe.each(storeServers)('a database of an earlier version on $name', ({ start }) => {
  it('is restored into one that has only been opened, and is brought up to date', async () => {
    const [earlier, target] = [await start(), await start()];
    try {
      const delivered = readdirSync(migrationsFolder()).sort();
      const folder = folderOfMigrations(delivered.slice(0, 25));
      await migrate(earlier.owner, folder.path);
      folder.remove();
      await asOwner(earlier, (client) =>
        client.query(`select jalon.enter_scope('network');
          insert into jalon.partner (partner_id, name) values ('alpha', 'Alpha')`),
      );
      await target.opened.migrate();
      await target.opened.restore(Readable.from([await backupOf(earlier.opened)], { objectMode: false }));
      expect(await target.opened.migrate()).toEqual(delivered.slice(25));
      const tables = await asOwner(target, tablesOfSchema);
      expect(tables.map(({ table }) => table)).toContain('report_token');
      const partners = await target.opened.database.asNetwork(CONTOSO, (tx) =>
        tx.sql.selectFrom('partner').select('partner_id').orderBy('partner_id').execute(),
      );
      expect(partners.map(({ partner_id }) => partner_id)).toEqual(['alpha', 'network']);
    } finally {
      await earlier.close();
      await target.close();
    }
  }, 60_000);
});
