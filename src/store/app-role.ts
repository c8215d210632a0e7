import type pg from 'pg';
import { errorCode, StoreFailure } from './store-failure.ts';

/** What every request runs as. It owns nothing, creates nothing, and row-level security holds it. */
export const APP_ROLE = 'jalon_app';

const INSUFFICIENT_PRIVILEGE = '42501';

interface RoleRow {
  readonly rolsuper: boolean;
  readonly rolbypassrls: boolean;
  readonly usable: boolean;
}

/** Makes the application's role when it is missing and sees to it that the present user may put it on. */
export async function prepareAppRole(client: pg.Client): Promise<void> {
  try {
    const role = await readRole(client);
    if (!role)
      await client.query(`create role ${APP_ROLE} nologin nosuperuser nobypassrls nocreatedb nocreaterole`);
    else if (role.rolsuper || role.rolbypassrls) throw tooMighty();
    // On the embedded server the application signs in as the role itself and the owner never puts it on.
    if (!(await readRole(client))?.usable && (await isRemoteUser(client))) {
      await client.query(`grant ${APP_ROLE} to current_user`);
    }
  } catch (error) {
    if (errorCode(error) !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new StoreFailure(
      'not-allowed',
      `The user of DATABASE_URL may not prepare the role ${APP_ROLE}. As an administrator of the server run: CREATE ROLE ${APP_ROLE} NOLOGIN; GRANT ${APP_ROLE} TO the user of DATABASE_URL.`,
      error,
    );
  }
}

async function readRole(client: pg.Client): Promise<RoleRow | null> {
  const { rows } = await client.query<RoleRow>(
    `select rolsuper, rolbypassrls, pg_has_role(current_user, oid, 'member') as usable
     from pg_roles where rolname = $1`,
    [APP_ROLE],
  );
  return rows[0] ?? null;
}

async function isRemoteUser(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ login: boolean }>(
    'select rolcanlogin as login from pg_roles where rolname = $1',
    [APP_ROLE],
  );
  return rows[0]?.login === false;
}

function tooMighty(): StoreFailure {
  return new StoreFailure(
    'not-allowed',
    `The role ${APP_ROLE} of this server is a superuser or may bypass row-level security, so it would not keep partners apart. Run: ALTER ROLE ${APP_ROLE} NOSUPERUSER NOBYPASSRLS.`,
  );
}

/** Gives the application's role the use of every table, and the right to make none. */
export async function grantToApp(client: pg.Client): Promise<void> {
  for (const schema of ['jalon', 'pgboss']) {
    await client.query(`
      grant usage on schema ${schema} to ${APP_ROLE};
      revoke create on schema ${schema} from ${APP_ROLE};
      grant select, insert, update, delete on all tables in schema ${schema} to ${APP_ROLE};
      grant usage, select on all sequences in schema ${schema} to ${APP_ROLE};
      grant execute on all functions in schema ${schema} to ${APP_ROLE}`);
  }
  await client.query(`revoke insert, update, delete on jalon.migration from ${APP_ROLE}`);
}
