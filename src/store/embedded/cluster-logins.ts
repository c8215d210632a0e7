import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { StoreFailure } from '../store-failure.ts';
import type { ConnectionFile } from './connection-file.ts';
import { postgresSpawnOptions } from './postgres-process.ts';
import type { ServerBinaries } from './server-binaries.ts';
import type { ServerHome } from './server-home.ts';

export type Logins = Pick<ConnectionFile, 'database' | 'owner' | 'app'>;

/**
 * Gives the two logins of the application new random passwords, making roles and database when they are not
 * there. It talks to a stopped cluster in PostgreSQL's single-user mode, so it needs no password of its own: it
 * serves the first start and a lost connection file alike.
 */
export async function renewLogins(home: ServerHome, binaries: ServerBinaries): Promise<Logins> {
  const logins: Logins = {
    database: 'jalon',
    owner: { user: 'jalon_owner', password: randomPassword() },
    app: { user: 'jalon_app', password: randomPassword() },
  };
  const rights = 'LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE';
  // One command a line; the ones that make what exists already fail alone and change nothing.
  const script = [
    `CREATE ROLE ${logins.owner.user}`,
    `CREATE ROLE ${logins.app.user}`,
    `ALTER ROLE ${logins.owner.user} ${rights} PASSWORD '${logins.owner.password}'`,
    `ALTER ROLE ${logins.app.user} ${rights} PASSWORD '${logins.app.password}'`,
    `CREATE DATABASE ${logins.database} OWNER ${logins.owner.user}`,
    `REVOKE ALL ON DATABASE ${logins.database} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${logins.database} TO ${logins.app.user}`,
  ];
  const child = spawn(binaries.postgres, ['--single', '-D', home.cluster, 'postgres'], {
    ...postgresSpawnOptions(home, binaries),
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr?.on('data', (chunk) => {
    output += String(chunk);
  });
  child.stdin?.end(`${script.join('\n')}\n`);
  const status = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  if (status !== 0) {
    throw new StoreFailure(
      'server-did-not-start',
      `PostgreSQL could not prepare ${home.cluster}: ${output.trim().split('\n').at(-1)}`,
    );
  }
  return logins;
}

function randomPassword(): string {
  return randomBytes(24).toString('base64url');
}
