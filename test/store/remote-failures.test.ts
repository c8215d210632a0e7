import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRemote } from '../../src/store/open-remote.ts';
import { hasSystemServer, startSystemServer } from './support/store-servers.ts';

const PASSWORD = 'never-shown';
const open = (url: string) => openRemote(url, { log: () => {} });

async function failure(url: string): Promise<{ kind: string; message: string }> {
  const error = await open(url).then(
    (opened) => opened.close().then(() => ({ kind: 'opened', message: '' })),
    (caught) => caught as { kind: string; message: string },
  );
  expect(error.message).not.toContain(PASSWORD);
  return error;
}

describe('a DATABASE_URL that leads nowhere', () => {
  it.each(['not an address', 'mysql://me@localhost/db', 'postgres:'])(
    'is refused when it is %s',
    async (url) => {
      const { kind, message } = await failure(url);
      expect(['wrong-database-url', 'server-unreachable']).toContain(kind);
      expect(message).toContain('DATABASE_URL');
    },
  );

  it('says that nothing answers at the address', async () => {
    expect(await failure(`postgres://me:${PASSWORD}@127.0.0.1:1/jalon`)).toMatchObject({
      kind: 'server-unreachable',
      message: expect.stringContaining('127.0.0.1:1/jalon'),
    });
  });

  it('says so when something else than PostgreSQL answers', async () => {
    const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect((await failure(`postgres://me:${PASSWORD}@127.0.0.1:${port}/jalon`)).kind).toBe(
      'server-unreachable',
    );
    other.close();
  });
});

describe.skipIf(!hasSystemServer())('a DATABASE_URL that a server refuses', () => {
  let server: Awaited<ReturnType<typeof startSystemServer>>;
  beforeAll(async () => {
    server = await startSystemServer();
  });
  afterAll(() => server.stop());
  const changed = (change: (url: URL) => void) => {
    const url = new URL(server.url);
    change(url);
    return url.href;
  };

  it('tells a wrong password from a missing database', async () => {
    const wrong = changed((url) => {
      url.password = PASSWORD;
    });
    expect((await failure(wrong)).kind).toBe('sign-in-refused');
    const missing = changed((url) => {
      url.pathname = '/no-such-database';
    });
    expect((await failure(missing)).kind).toBe('database-missing');
  });

  it('says what an administrator must run when the login may not make roles', async () => {
    const { default: pg } = await import('pg');
    const admin = new pg.Client({
      connectionString: changed((url) => {
        url.username = 'admin';
        url.password = 'admin-secret';
      }),
    });
    await admin.connect();
    await admin.query('alter role hosted nocreaterole');
    await admin.end();
    const opened = await open(server.url);
    await expect(opened.migrate()).rejects.toMatchObject({
      kind: 'not-allowed',
      message: expect.stringContaining('CREATE ROLE jalon_app NOLOGIN'),
    });
    await opened.close();
  });
});
