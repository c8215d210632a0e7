import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filterTest } from '../../src/domain/list-filter/matches-filter.ts';
import { parseFilter } from '../../src/domain/list-filter/parse-filter.ts';
import { type AuditEvent, listAudit, recordAudit } from '../../src/store/audit-store.ts';
import { createImportRun, listImportRuns, updateImportRun } from '../../src/store/imports-store.ts';
import { type StoreServer, storeServers } from './support/store-servers.ts';
import { ALPHA, makeTwoPartners, SYSTEM } from './support/two-partners.ts';

const AUDIT_FIELDS = {
  sequence: 'number',
  at: 'instant',
  actor: 'text',
  action: 'text',
  subject: 'text',
} as const;

const PAGE = { top: 100, skip: 0 };

describe.each(storeServers)('a filter on $name', ({ start }) => {
  let server: StoreServer;
  beforeAll(async () => {
    server = await start();
    await server.opened.migrate();
    await makeTwoPartners(server.opened.database);
    const begin = Date.parse('2026-11-20T22:00:00Z');
    const entries = [
      ['import.done', 'import:1'],
      ['user.invited', null],
      ["it's 100 %_done", 'Élodie'],
      ['sign-in', 'user:7'],
    ] as const;
    for (const [index, [action, subject]] of entries.entries()) {
      server.clock.now = new Date(begin + index * 3_600_000);
      await asAlpha((tx) => recordAudit(tx, { action, subject, details: {} }));
    }
  });
  afterAll(() => server.close());

  const asAlpha = <T>(work: Parameters<typeof server.opened.database.asTenant<T>>[1]) =>
    server.opened.database.asTenant({ partnerId: ALPHA, actor: SYSTEM }, work);

  it.each([
    "action eq 'import.done'",
    "action ne 'import.done'",
    'subject eq null',
    'subject ne null',
    "subject ne 'user:7'",
    "contains(action,'%')",
    "contains(action,'_d')",
    "contains(action,'S 100')",
    "startswith(action,'IT''S')",
    "startswith(subject,'élo')",
    "contains(subject,'user')",
    "endswith(action,'DONE')",
    "endswith(subject,'7')",
    "not contains(subject,'user')",
    'not (subject eq null)',
    "not (sequence gt 2 or endswith(action,'_done'))",
    'sequence gt 2',
    'sequence le 2',
    'sequence eq 2.5',
    'at eq 2026-11-20',
    'at ne 2026-11-20',
    'at gt 2026-11-20',
    'at le 2026-11-20T23:00:00Z',
    'at lt 2026-11-21T00:00:00+01:00',
    "actor eq 'system:test' and (sequence eq 1 or sequence eq 4)",
    "action eq 'sign-in' or action eq 'user.invited' and sequence gt 90",
    "action eq 'x'' or 1=1 --'",
  ])('%s finds what the domain finds', async (text) => {
    const parsed = parseFilter(text, AUDIT_FIELDS);
    if (parsed.kind === 'failed') throw new Error(JSON.stringify(parsed.failure));
    const all = await asAlpha((tx) => listAudit(tx, PAGE));
    const test = filterTest<AuditEvent>(parsed.filter, {
      sequence: ({ sequence }) => sequence,
      at: ({ at }) => at.toISOString(),
      actor: ({ actor }) => actor,
      action: ({ action }) => action,
      subject: ({ subject }) => subject,
    });
    const found = await asAlpha((tx) => listAudit(tx, { ...PAGE, filter: parsed.filter }));
    expect(found).toEqual(all.filter(test));
  });

  it('sorts and pages what it finds', async () => {
    const order = [{ field: 'sequence', descending: false }] as const;
    const page = await asAlpha((tx) => listAudit(tx, { order, top: 2, skip: 1 }));
    expect(page.map(({ sequence }) => sequence)).toEqual([2, 3]);
  });

  it('finds imports by number, state and kind', async () => {
    const run = (fileName: string, kind: string) =>
      asAlpha((tx) =>
        createImportRun(tx, { kind, guessedKind: null, fileName, content: Buffer.from('abc'), mapping: {} }),
      );
    const users = await run('people.csv', 'users');
    await run('m.csv', 'metrics');
    await asAlpha((tx) => updateImportRun(tx, users, { state: 'done', rowsTotal: 12 }));
    const fields = { rowsTotal: 'number', state: 'text', fileName: 'text' } as const;
    const find = async (text: string, kinds: string[]) => {
      const parsed = parseFilter(text, fields);
      if (parsed.kind === 'failed') throw new Error(JSON.stringify(parsed.failure));
      const { filter } = parsed;
      const runs = await asAlpha((tx) => listImportRuns(tx, { ...PAGE, kinds, filter }));
      return runs.map(({ fileName }) => fileName);
    };
    expect(await find('rowsTotal ge 12', ['users', 'metrics'])).toEqual(['people.csv']);
    expect(await find('rowsTotal eq null', ['users', 'metrics'])).toEqual(['m.csv']);
    expect(await find("state ne 'failed'", ['users'])).toEqual(['people.csv']);
  });
});
