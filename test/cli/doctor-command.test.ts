import { Readable, Writable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsOf } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import type { Check } from '../../src/features/doctor/examine-installation.ts';
import { asOwner, ownerOf } from '../store/support/store-servers.ts';
import { commandContext } from '../support/command-context.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
beforeAll(async () => {
  server = await demoServer();
});
afterAll(() => server.close());

const doctor = (...options: string[]) => examined(server, ['doctor', ...options]);

async function examined(of: DemoServer, args: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const stdout = new Writable({
    write: (chunk, _encoding, done) => {
      out += chunk;
      done();
    },
  });
  const io = { stdin: Readable.from([]), stdout, stderr: stdout };
  return {
    code: await runCommand(commandsOf(commandContext(of)), args, io, '0.0.0'),
    out,
  };
}

/** As whoever can write to the tables of the evidence, and not as the stores would. */
function tamper(statement: string): Promise<unknown> {
  return server.opened.database.asNetwork({ actor: { kind: 'system', name: 'test' } }, (tx) =>
    sql.raw(statement).execute(tx.sql),
  );
}

describe('jalon doctor', () => {
  it('finds the demo network in order', async () => {
    server.clock.now = new Date();
    const { code, out } = await doctor();
    expect(out).toMatch(/^((ok|warning) .*\n){8}(\d) of \3 partners are in order\.\n$/);
    expect(code).toBe(0);
  });

  it('names the partner, the person and the field that differ, and repairs them on request', async () => {
    // The segments of Northwind in the place of Contoso's: whole and readable, and of other people.
    await tamper(`delete from evidence_segment where partner_id = 'contoso'`);
    await tamper(`insert into evidence_segment select 'contoso', segment, people, content from evidence_segment
      where partner_id = 'northwind'`);
    const found = await doctor();
    expect(found.out).toMatch(
      /contoso: its evidence (lacks|has) the person [0-9a-f-]{36}.* Run jalon doctor --repair/,
    );
    expect(found.code).toBe(1);
    const repaired = await doctor('--repair');
    expect(repaired.out).toMatch(/contoso: .* It was made anew from the facts\./);
    expect(repaired.code).toBe(0);
    expect((await doctor()).code).toBe(0);
  });

  it('tells of damaged evidence, as JSON too', async () => {
    await tamper(
      `update evidence_segment set content = substring(content from 1 for 64) where partner_id = 'fabrikam'`,
    );
    const { code, out } = await doctor('--json');
    expect(code).toBe(1);
    expect(JSON.parse(out).partners).toContainEqual({
      partner: 'fabrikam',
      evidence: { kind: 'unreadable', problem: 'damaged' },
      repaired: false,
      brokenAudit: null,
    });
    expect((await doctor('--repair')).code).toBe(0);
  });

  it('finds a table without its wall, a file that was cut and a clock that is wrong', async () => {
    await asOwner({ owner: ownerOf(server.dataFolder) }, (client) =>
      client.query('alter table metric_value no force row level security'),
    );
    await tamper(`insert into import_run (partner_id, import_id, kind, file_name, file_size, created_by, created_at)
      values ('contoso', '00000000-0000-4000-8000-000000000001', 'users', 'a.csv', 10, 'test', now())`);
    await tamper(`insert into import_file values ('contoso', '00000000-0000-4000-8000-000000000001', 'cut')`);
    server.clock.now = new Date(Date.now() - 3_600_000);
    const { code, out } = await doctor('--json');
    expect(code).toBe(1);
    const failed = (JSON.parse(out).checks as Check[]).filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ check, told }) => [check, told])).toEqual([
      ['walls', expect.stringContaining('metric_value')],
      ['files', expect.stringContaining('import 00000000-0000-4000-8000-000000000001 of contoso')],
      ['clock', expect.stringMatching(/36\d{5} ms apart/)],
    ]);
  });

  it('says which migrations are missing, and changes nothing', async () => {
    const pendingMigrations = async () => ['9998-first.sql', '9999-second.sql'];
    const behind = { ...server, opened: { ...server.opened, pendingMigrations } };
    const { code, out } = await examined(behind, ['doctor']);
    expect(code).toBe(1);
    expect(out).toBe(
      'FAILED   2 migrations are missing, from 9998-first.sql on. Run jalon migrate, then jalon doctor again.\n',
    );
  });
});
