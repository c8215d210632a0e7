import pg from 'pg';

/**
 * Does work on a connection of its own, which is closed whatever comes of it.
 * @throws what connecting or the work throws, also when the connection breaks meanwhile
 */
export async function onOneConnection<Result>(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(config);
  // A connection that breaks is reported by the query after it; without a listener the same error, between two
  // queries or while connecting, would end the program.
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
