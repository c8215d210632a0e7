import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { PartnerId } from './partner-id.ts';
import type { Schema } from './schema.ts';

/** Who acts, as audit entries and facts name it. */
export type Actor =
  | { readonly kind: 'user'; readonly userId: string }
  | { readonly kind: 'token'; readonly tokenId: string }
  | { readonly kind: 'system'; readonly name: string };

export function actorText(actor: Actor): string {
  if (actor.kind === 'user') return `user:${actor.userId}`;
  return actor.kind === 'token' ? `token:${actor.tokenId}` : `system:${actor.name}`;
}

interface Acting {
  readonly sql: Kysely<Schema>;
  readonly actor: Actor;
  /** The instant of this transaction, the same for all that it records. */
  readonly now: Date;
}

/** A transaction that speaks for one partner and sees what is that partner's. */
export interface TenantTransaction extends Acting {
  readonly partnerId: PartnerId;
}

/** A transaction of operators or background work: it sees every partner. */
export interface NetworkTransaction extends Acting {
  readonly partnerId: null;
}

/** A transaction without any claim: it sees nothing but the narrow functions of sign-in. */
export interface SignInTransaction {
  readonly sql: Kysely<Schema>;
  readonly now: Date;
}

export type AnyTransaction = TenantTransaction | NetworkTransaction;

export interface TenantClaim {
  readonly partnerId: PartnerId;
  readonly actor: Actor;
}

/** A statement that each connection parses and plans once. */
export interface PreparedStatement {
  /** Stands for the text: another text needs another name. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface Database {
  asTenant<T>(claim: TenantClaim, work: (tx: TenantTransaction) => Promise<T>): Promise<T>;
  /** One unchanging view of the data over all its queries; nothing can be written. */
  readAsTenant<T>(claim: TenantClaim, work: (tx: TenantTransaction) => Promise<T>): Promise<T>;
  asNetwork<T>(claim: { readonly actor: Actor }, work: (tx: NetworkTransaction) => Promise<T>): Promise<T>;
  asSignIn<T>(work: (tx: SignInTransaction) => Promise<T>): Promise<T>;
  /** One statement by itself, with no claim but the one that a function in it makes: a single round trip. */
  askOnce<T extends object>(statement: PreparedStatement): Promise<readonly T[]>;
}

/** What every transaction that may have written does last. */
export type BeforeCommit = (tx: AnyTransaction) => Promise<void>;

const READING = 'begin isolation level repeatable read read only';

/** A begin and the claim at once, because somebody waits for each way to the database and back. */
function claiming(begin: string, scope: Scope, partnerId: string): string {
  return `${begin}; select set_config('jalon.scope', '${scope}', true),
    set_config('jalon.partner_id', ${pg.escapeLiteral(partnerId)}, true)`;
}

/** The database as the rooms above see it: transactions with a claim, and no other way in. */
export function databaseOver(pool: pg.Pool, clock: () => Date, beforeCommit: BeforeCommit): Database {
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });

  /** @param result is told when the work is done, and before the transaction has ended */
  function transaction<T>(
    begin: string,
    work: (connection: Kysely<Schema>) => Promise<T>,
    result: (value: T) => void = () => {},
  ): Promise<T> {
    return kysely.connection().execute(async (connection) => {
      try {
        await sql.raw(begin).execute(connection);
        const value = await work(connection);
        result(value);
        await sql`commit`.execute(connection);
        return value;
      } catch (error) {
        // A connection that cannot roll back has broken, and its transaction with it: why the work failed says more.
        await sql`rollback`.execute(connection).catch(() => {});
        throw error;
      }
    });
  }

  return {
    asTenant: ({ partnerId, actor }, work) =>
      transaction(claiming('begin', 'tenant', partnerId), async (connection) => {
        const tx = { sql: connection, partnerId, actor, now: clock() };
        const result = await work(tx);
        await beforeCommit(tx);
        return result;
      }),
    readAsTenant: ({ partnerId, actor }, work) =>
      // What has only been read stands, however the transaction ends: nobody waits for that.
      new Promise((resolve, reject) => {
        const begin = claiming(READING, 'tenant', partnerId);
        const read = (connection: Kysely<Schema>) =>
          work({ sql: connection, partnerId, actor, now: clock() });
        transaction(begin, read, resolve).catch(reject);
      }),
    asNetwork: ({ actor }, work) =>
      transaction(claiming('begin', 'network', ''), async (connection) => {
        const tx = { sql: connection, partnerId: null, actor, now: clock() };
        const result = await work(tx);
        await beforeCommit(tx);
        return result;
      }),
    askOnce: async <T extends object>({ name, text, values }: PreparedStatement) =>
      (await pool.query<T>({ name, text, values: [...values] })).rows,
    asSignIn: (work) => transaction('begin', (connection) => work({ sql: connection, now: clock() })),
  };
}

type Scope = 'tenant' | 'network';

/** Claims end with the transaction, so a pooled connection never carries one to the next request. */
async function claim(connection: Kysely<Schema>, scope: Scope, partnerId: string): Promise<void> {
  await sql`select set_config('jalon.scope', ${scope}, true), set_config('jalon.partner_id', ${partnerId}, true)`.execute(
    connection,
  );
}

/** Goes on as one partner inside a transaction of the network, and steps back to the network afterwards. */
export async function asOnePartner<T>(
  tx: NetworkTransaction,
  partnerId: PartnerId,
  work: (tx: TenantTransaction) => Promise<T>,
): Promise<T> {
  await claim(tx.sql, 'tenant', partnerId);
  const result = await work({ ...tx, partnerId });
  await claim(tx.sql, 'network', '');
  return result;
}

/**
 * Does `work` with the network's sight inside a tenant's transaction. Network facts (claims, skill records)
 * cannot be judged from one side of a wall: whether an account is free is only known to the network. The
 * functions that use it never hand a row of another partner to their caller.
 */
export async function withNetworkSight<T>(tx: AnyTransaction, work: () => Promise<T>): Promise<T> {
  if (tx.partnerId === null) return work();
  await claim(tx.sql, 'network', tx.partnerId);
  const result = await work();
  // After an error the transaction is rolled back, and the claim with it.
  await claim(tx.sql, 'tenant', tx.partnerId);
  return result;
}

/** Goes on with the network's sight, speaking for `partnerId`, to the end of the transaction. */
export async function takeSightOf(tx: AnyTransaction, partnerId: string): Promise<void> {
  await claim(tx.sql, 'network', partnerId);
}

/**
 * Does `work` with the network's sight while the transaction speaks for `partnerId`, and steps back: what one
 * partner's change means for another is written in the same transaction.
 */
export async function withSightOf<T>(
  tx: AnyTransaction,
  partnerId: string,
  work: () => Promise<T>,
): Promise<T> {
  await claim(tx.sql, 'network', partnerId);
  const result = await work();
  await claim(tx.sql, tx.partnerId === null ? 'network' : 'tenant', tx.partnerId ?? '');
  return result;
}
