import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiToken, findApiToken, revokeApiToken } from '../../src/store/api-tokens-store.ts';
import { findSignIn, setPasswordHash } from '../../src/store/credentials-store.ts';
import { createOneTimeLink, redeemOneTimeLink } from '../../src/store/one-time-links-store.ts';
import { findPartnerBySecret } from '../../src/store/secret-lookup.ts';
import { beginSession, endSession, findSession } from '../../src/store/sessions-store.ts';
import { type StoreServer, storeServers } from './support/store-servers.ts';
import { ALPHA, BETA, makeTwoPartners, SYSTEM, type TwoPartners } from './support/two-partners.ts';

const hashOf = (secret: string) => createHash('sha256').update(secret).digest();

describe.each(storeServers)('secrets on $name', ({ start }) => {
  let server: StoreServer;
  let people: TwoPartners;
  const hour = 3_600_000;

  beforeAll(async () => {
    server = await start();
    await server.opened.migrate();
    people = await makeTwoPartners(server.opened.database);
  });
  afterAll(() => server.close());

  const later = (milliseconds: number) => new Date(server.clock.now.getTime() + milliseconds);
  const asAlpha = <T>(work: Parameters<typeof server.opened.database.asTenant<T>>[1]) =>
    server.opened.database.asTenant({ partnerId: ALPHA, actor: SYSTEM }, work);

  async function session(secret: string) {
    const values = {
      tokenHash: hashOf(secret),
      userId: people.anna,
      csrfToken: 'csrf',
      expiresAt: later(hour),
    };
    await asAlpha((tx) => beginSession(tx, values));
    return () => asAlpha((tx) => findSession(tx, hashOf(secret)));
  }

  it('of a sign-in are found by e-mail whatever its case, and tell nothing of an unknown one', async () => {
    const { database } = server.opened;
    const find = (email: string) => database.asSignIn((tx) => findSignIn(tx, email));
    await asAlpha((tx) => setPasswordHash(tx, people.anna, '$argon2id$hash'));
    expect(await find(' ANNA@Alpha.example ')).toMatchObject({ userId: people.anna, partnerId: ALPHA });
    expect(await find('ann_@alpha.example')).toBeNull();
    expect(await find("' or true --")).toBeNull();
  });

  it('name the partner of a session by its hash alone, and of no other kind', async () => {
    await session('one');
    const { database } = server.opened;
    const look = (kind: 'session' | 'api-token', secret: Buffer) =>
      findPartnerBySecret(database, kind, secret);
    expect(await look('session', hashOf('one'))).toBe(ALPHA);
    expect(await look('api-token', hashOf('one'))).toBeNull();
    expect(await look('session', Buffer.from('one'))).toBeNull();
  });

  it('of a session end with it, with its time, and with a new password', async () => {
    const ended = await session('ended');
    expect(await ended()).toMatchObject({ userId: people.anna });
    await asAlpha((tx) => endSession(tx, hashOf('ended')));
    expect(await ended()).toBeNull();

    const replaced = await session('replaced');
    await asAlpha((tx) => setPasswordHash(tx, people.anna, '$argon2id$other'));
    expect(await replaced()).toBeNull();

    const expired = await session('expired');
    server.clock.now = later(hour);
    expect(await expired()).toBeNull();
  });

  it('of another partner are not found, even with the right hash', async () => {
    await session('of-alpha');
    const seen = await server.opened.database.asTenant({ partnerId: BETA, actor: SYSTEM }, (tx) =>
      findSession(tx, hashOf('of-alpha')),
    );
    expect(seen).toBeNull();
  });

  it('of a one-time link work once, in time, and only the newest', async () => {
    const link = (secret: string) =>
      asAlpha((tx) =>
        createOneTimeLink(tx, {
          tokenHash: hashOf(secret),
          userId: people.anna,
          purpose: 'password-reset',
          expiresAt: later(hour),
        }),
      );
    const redeem = (secret: string) => asAlpha((tx) => redeemOneTimeLink(tx, hashOf(secret)));
    await link('older');
    await link('newer');
    expect(await redeem('older')).toBeNull();
    const both = await Promise.all([redeem('newer'), redeem('newer')]);
    expect(both.filter((found) => found !== null)).toEqual([
      { userId: people.anna, purpose: 'password-reset' },
    ]);
    await link('late');
    server.clock.now = later(hour);
    expect(await redeem('late')).toBeNull();
  });

  it('of an API token hold until it is revoked or expires', async () => {
    const find = (secret: string) => asAlpha((tx) => findApiToken(tx, hashOf(secret)));
    const values = { tokenHash: hashOf('machine'), role: 'report-viewer', expiresAt: later(hour) };
    const id = await asAlpha((tx) => createApiToken(tx, values));
    expect(await find('machine')).toEqual({ tokenId: id, role: 'report-viewer', lastUsedAt: null });
    await asAlpha((tx) => revokeApiToken(tx, id));
    expect(await find('machine')).toBeNull();
    await asAlpha((tx) => createApiToken(tx, { ...values, tokenHash: hashOf('short') }));
    server.clock.now = later(hour);
    expect(await find('short')).toBeNull();
  });
});
