/** Rules are rehearsed by whichever server is alive, and every server follows when they are published. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CatalogueVersions,
  DraftFile,
  DraftView,
  RehearsalView,
} from '../../src/contract/catalogue-versions.ts';
import { hasSystemServer, startSystemServer } from '../store/support/store-servers.ts';
import { newDataFolder, removeDataFolder } from '../support/data-folder.ts';
import { signInOverHttp } from '../support/sign-in-over-http.ts';
import { ended, type ServerProcess, startServerProcess } from './support/server-process.ts';

const PROGRAMME = 'microsoft-competencies';
const OPERATOR = 'programme-operator@contoso.example';
const TITLE = 'title: Administering a SQL Database Infrastructure,';
const NEW_TITLE = 'Administering SQL, as it is called from now on';

describe.runIf(hasSystemServer())('two servers on one PostgreSQL', () => {
  const dataFolder = newDataFolder('jalon-rules-');
  const running: ServerProcess[] = [];
  let database: Awaited<ReturnType<typeof startSystemServer>>;
  let headers: Readonly<Record<string, string>>;
  let draft: DraftView;
  let rehearsalId: string;

  const start = async (command: 'demo' | 'serve') => {
    const server = await startServerProcess(command, { databaseUrl: database.url, dataFolder });
    running.push(server);
    return server;
  };

  async function ask<T>(server: ServerProcess, method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${server.address}/api/v1${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    expect([path, answer.ok ? '' : text]).toEqual([path, '']);
    return JSON.parse(text) as T;
  }

  beforeAll(async () => {
    database = await startSystemServer();
    const first = await start('demo');
    headers = await signInOverHttp(first.address, dataFolder, OPERATOR);
    const { draftId } = await ask<DraftView>(first, 'POST', '/catalogue/drafts', {
      programme: PROGRAMME,
      note: 'Another title',
    });
    const file = await ask<DraftFile>(first, 'GET', `/catalogue/drafts/${draftId}/file?path=skills.yaml`);
    expect(file.text).toContain(TITLE);
    await ask(first, 'PATCH', `/catalogue/drafts/${draftId}/file`, {
      path: 'skills.yaml',
      text: file.text.replace(TITLE, `title: "${NEW_TITLE}",`),
      revision: file.revision,
    });
    draft = await ask<DraftView>(first, 'GET', `/catalogue/drafts/${draftId}`);
    expect(draft.problems).toBe(0);
  }, 180_000);
  afterAll(async () => {
    for (const { process } of running) await ended(process, 'SIGKILL');
    await database.stop();
    removeDataFolder(dataFolder);
  });

  it('finish a rehearsal that the only server was killed over, every company once', async () => {
    const [first] = running;
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query("select set_config('jalon.scope', 'network', false)");
    const stateOf = async () =>
      (await client.query<{ state: string }>('select state from jalon.rehearsal')).rows.map(
        ({ state }) => state,
      );
    const begun = await ask<RehearsalView>(
      first!,
      'POST',
      `/catalogue/drafts/${draft.draftId}/rehearsals`,
      {},
    );
    rehearsalId = begun.rehearsalId;
    while ((await stateOf())[0] === 'queued') await pause(5);
    await ended(first!.process, 'SIGKILL');
    expect(await stateOf()).toEqual(['running']);
    await client.end();

    const second = await start('serve');
    const read = () => ask<RehearsalView>(second, 'GET', `/catalogue/rehearsals/${rehearsalId}`);
    await expect.poll(async () => (await read()).state, { timeout: 120_000, interval: 500 }).toBe('done');
    const done = await read();
    expect(done.done).toBe(done.total);
    expect(done.total).toBeGreaterThanOrEqual(4);
    expect(done.counts).toEqual({ losing: 0, gaining: 0, lost: 0, gained: 0, failed: 0 });
  }, 240_000);

  it('both follow a publication and its roll-back within seconds, in their reports too', async () => {
    const third = await start('serve');
    const servers = [running[1]!, third];
    const versionsAt = async (server: ServerProcess) =>
      (await ask<CatalogueVersions>(server, 'GET', '/catalogue')).value.find(
        ({ programme }) => programme.id === PROGRAMME,
      )!.version;
    const titlesAt = async (server: ServerProcess) => {
      const { value } = await ask<{ value: { skillId: string; skillTitle: string }[] }>(
        server,
        'GET',
        '/partners/contoso/skills-report?all=true&skill=exam:70-764&top=50',
      );
      return [...new Set(value.map(({ skillTitle }) => skillTitle))];
    };
    const before = await versionsAt(third);
    expect(await titlesAt(third)).toEqual(['Administering a SQL Database Infrastructure']);
    const { version } = await ask<{ version: string }>(
      servers[0]!,
      'POST',
      `/catalogue/drafts/${draft.draftId}/publication`,
      { reason: 'The vendor calls it so.', revision: draft.revision },
    );
    expect(version).not.toBe(before);
    for (const server of servers) {
      await expect.poll(() => versionsAt(server), { timeout: 15_000, interval: 200 }).toBe(version);
      await expect.poll(() => titlesAt(server), { timeout: 15_000, interval: 200 }).toEqual([NEW_TITLE]);
    }
    await ask(third, 'POST', '/catalogue/roll-back', {
      ...{ programme: PROGRAMME, publicationId: null },
      reason: 'It was a mistake.',
    });
    for (const server of servers) {
      await expect.poll(() => versionsAt(server), { timeout: 15_000, interval: 200 }).toBe(before);
      await expect
        .poll(() => titlesAt(server), { timeout: 15_000, interval: 200 })
        .toEqual(['Administering a SQL Database Infrastructure']);
    }
  }, 180_000);
});
