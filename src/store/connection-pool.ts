import pg from 'pg';

const { Pool, types } = pg;

/** Days stay text (`YYYY-MM-DD`): a JavaScript Date would shift them with the server's time zone. */
const PARSERS = new Map<number, (text: string) => unknown>([
  [types.builtins.DATE, (text) => text],
  [types.builtins.NUMERIC, (text) => text],
  [types.builtins.INT8, wholeNumber],
]);

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`the whole number ${text} does not fit`);
  return value;
}

const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : PARSERS.get(oid)) ?? types.getTypeParser(oid, format as 'text'),
};

/** A pool whose connections all speak our types and, where asked, have put on the application's role. */
export function connectionPool(config: pg.PoolConfig, role: string | null = null): pg.Pool {
  const pool = new Pool({
    connectionTimeoutMillis: 10_000,
    application_name: 'jalon',
    ...config,
    types: typeParsers,
    onConnect: async (client: pg.ClientBase) => {
      const puttingOn = role === null ? '' : `; set role ${role}`;
      await client.query(`set timezone = 'UTC'; set search_path = jalon, public${puttingOn}`);
    },
  });
  // A connection that breaks (the server restarts) is replaced at the next query, which reports if it cannot; one that
  // is in use then, between two queries of a transaction, makes the second of them fail.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
