import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postOffice } from '../../src/features/shared/mail/post-mail.ts';
import { addUser, type NewPerson } from '../../src/features/shared/people/add-user.ts';
import { editUser, renameSignIn } from '../../src/features/shared/people/edit-user.ts';
import {
  deleteUser,
  disableUser,
  enableUser,
  leaveUser,
} from '../../src/features/shared/people/end-access.ts';
import type { Rights } from '../../src/features/shared/people/rights.ts';
import { setRoles } from '../../src/features/shared/people/set-roles.ts';
import { sealerWith } from '../../src/features/shared/sealed.ts';
import { associationHistory, startAssociation } from '../../src/store/associations-store.ts';
import { listAudit } from '../../src/store/audit-store.ts';
import type { TenantTransaction } from '../../src/store/database.ts';
import { loadPeopleFromRows } from '../../src/store/people-rows.ts';
import { beginSession, findSession } from '../../src/store/sessions-store.ts';
import { findUser, listUsers } from '../../src/store/users-store.ts';
import { type StoreServer, storeServers } from '../store/support/store-servers.ts';
import { ALPHA, BETA, makeTwoPartners, SYSTEM } from '../store/support/two-partners.ts';
import { QUIET_PARTS } from '../support/service-parts.ts';

const ALL: Rights = 'everything';
const everywhere = (role: string) => ({ role, locationId: null });

describe.each(storeServers.slice(0, 1))('the people of a company on $name', ({ start }) => {
  let server: StoreServer;
  let number = 0;
  beforeAll(async () => {
    server = await start();
    await server.opened.migrate();
    await makeTwoPartners(server.opened.database);
  });
  afterAll(() => server.close());

  const writing = <T>(work: (tx: TenantTransaction) => Promise<T>) =>
    server.opened.database.asTenant({ partnerId: ALPHA, actor: SYSTEM }, work);

  const post = postOffice({
    ...QUIET_PARTS.mail,
    sealer: sealerWith(() => 'a secret of tests'),
    baseUrl: QUIET_PARTS.baseUrl,
  });
  const renamed = (tx: TenantTransaction, rights: Rights, userId: string, workEmail: string) =>
    renameSignIn(post, tx, rights, userId, { workEmail, by: 'administrator' });

  function newPerson(change: Partial<NewPerson> = {}): NewPerson {
    number += 1;
    return {
      workEmail: `person${number}@alpha.example`,
      firstName: 'Person',
      lastName: `Number ${number}`,
      roles: [],
      locale: 'fr',
      technical: false,
      locationId: null,
      team: null,
      ...change,
    };
  }

  async function added(roles: readonly string[] = []): Promise<string> {
    const person = newPerson({ roles: roles.map(everywhere) });
    const result = await writing((tx) => addUser(tx, ALL, person));
    if (result.kind !== 'added') throw new Error(result.kind);
    return result.userId;
  }

  async function newLocation(): Promise<string> {
    const row = await writing((tx) =>
      tx.sql
        .insertInto('location')
        .values({ partner_id: ALPHA, name: 'Lyon' })
        .returning('location_id')
        .executeTakeFirstOrThrow(),
    );
    return row.location_id;
  }

  const employedUntil = async (userId: string) =>
    writing(async (tx) => {
      const [person] = await loadPeopleFromRows(tx, { partnerId: ALPHA, users: [userId] });
      return person?.employedUntil;
    });
  const userOf = (userId: string) => writing((tx) => findUser(tx, userId));
  const today = () => server.clock.now.toISOString().slice(0, 10);

  it('are added with the day from which they count', async () => {
    const userId = await added(['report-viewer']);
    expect(await userOf(userId)).toMatchObject({
      status: 'active',
      roles: ['report-viewer'],
      employedFrom: today(),
    });
  });

  it('keep an address each: one of the own company is named, one of another company is not', async () => {
    const first = newPerson();
    const { userId } = (await writing((tx) => addUser(tx, ALL, first))) as { userId: string };
    const again = { ...newPerson(), workEmail: first.workEmail.toUpperCase() };
    expect(await writing((tx) => addUser(tx, ALL, again))).toEqual({ kind: 'email-taken', userId });
    const foreign = { ...newPerson(), workEmail: `ben@${BETA}.example` };
    expect(await writing((tx) => addUser(tx, ALL, foreign))).toEqual({ kind: 'email-taken', userId: null });
  });

  it('keep the address of a leaver, so that nobody else comes to an account through it', async () => {
    const person = newPerson();
    const { userId } = (await writing((tx) => addUser(tx, ALL, person))) as { userId: string };
    await writing((tx) => leaveUser(tx, ALL, userId, today()));
    expect(await writing((tx) => addUser(tx, ALL, person))).toEqual({ kind: 'email-taken', userId });
  });

  describe('and what one of them may do to another', () => {
    const userAdmin: Rights = [everywhere('user-admin')];

    it('gives away no role that he or she does not hold', async () => {
      const person = newPerson({ roles: [everywhere('partner-admin')] });
      const refused = { kind: 'role-not-allowed', role: 'partner-admin' };
      expect(await writing((tx) => addUser(tx, userAdmin, person))).toEqual(refused);
      const userId = await added();
      const given = [everywhere('partner-admin')];
      expect(await writing((tx) => setRoles(tx, userAdmin, userId, given))).toEqual(refused);
      const all: Rights = [everywhere('global-admin')];
      expect(await writing((tx) => setRoles(tx, all, userId, given))).toEqual({ kind: 'changed' });
    });

    it('reaches nobody who may do more', async () => {
      const admin = await added(['global-admin']);
      const refused = { kind: 'role-not-allowed', role: 'global-admin' };
      expect(await writing((tx) => renamed(tx, userAdmin, admin, 'm@alpha.example'))).toEqual(refused);
      expect(await writing((tx) => disableUser(tx, userAdmin, admin))).toEqual(refused);
      expect(await writing((tx) => deleteUser(tx, userAdmin, admin))).toEqual(refused);
      expect(await writing((tx) => leaveUser(tx, userAdmin, admin, today()))).toEqual(refused);
    });

    it('reaches only the people of the location for which the role is held', async () => {
      const [lyon, nantes] = [await newLocation(), await newLocation()];
      const local: Rights = [{ role: 'user-admin', locationId: lyon }];
      expect(await writing((tx) => addUser(tx, local, newPerson()))).toEqual({ kind: 'outside-location' });
      const here = newPerson({ locationId: lyon });
      const result = await writing((tx) => addUser(tx, local, here));
      expect(result.kind).toBe('added');
      const { userId } = result as { userId: string };
      const move = { locationId: nantes };
      expect(await writing((tx) => editUser(tx, local, userId, move))).toEqual({ kind: 'outside-location' });
      const wide = [everywhere('user-admin')];
      expect(await writing((tx) => setRoles(tx, local, userId, wide))).toMatchObject({
        kind: 'role-not-allowed',
      });
      const same = [{ role: 'user-admin', locationId: lyon }];
      expect(await writing((tx) => setRoles(tx, local, userId, same))).toEqual({ kind: 'changed' });
      const report = [{ role: 'partner-admin', locationId: lyon }];
      expect(await writing((tx) => setRoles(tx, ALL, userId, report))).toEqual({
        kind: 'role-without-location',
        role: 'partner-admin',
      });
    });
  });

  it('stop counting on the day they leave, and are not signed in from that day on', async () => {
    const userId = await added(['report-viewer']);
    const tokenHash = Buffer.from(`session of ${userId}`);
    const expiresAt = new Date(server.clock.now.getTime() + 90 * 86_400_000);
    await writing((tx) => beginSession(tx, { tokenHash, userId, csrfToken: 'c', expiresAt }));
    const before = server.clock.now;
    expect(await writing((tx) => leaveUser(tx, ALL, userId, '2026-12-24'))).toEqual({ kind: 'changed' });
    expect(await employedUntil(userId)).toBe('2026-12-24');
    server.clock.now = new Date('2026-12-23T23:59:59Z');
    expect((await writing((tx) => findSession(tx, tokenHash)))?.userStatus).toBe('active');
    server.clock.now = new Date('2026-12-24T00:00:00Z');
    expect((await writing((tx) => findSession(tx, tokenHash)))?.userStatus).toBe('left');
    expect((await userOf(userId))?.status).toBe('left');
    server.clock.now = before;
    expect(await writing((tx) => leaveUser(tx, ALL, userId, null))).toEqual({ kind: 'changed' });
    expect(await employedUntil(userId)).toBeNull();
    const early = await writing((tx) => leaveUser(tx, ALL, userId, '2020-01-01'));
    expect(early).toEqual({ kind: 'leaves-before-start' });
  });

  it('do not count while they are disabled, and count again with their roles when they are enabled', async () => {
    const userId = await added(['report-viewer']);
    await writing((tx) => disableUser(tx, ALL, userId));
    expect([(await userOf(userId))?.status, await employedUntil(userId)]).toEqual(['disabled', today()]);
    await writing((tx) => enableUser(tx, ALL, userId));
    expect(await userOf(userId)).toMatchObject({ status: 'active', roles: ['report-viewer'] });
    expect(await employedUntil(userId)).toBeNull();
  });

  it('come back without the roles they had', async () => {
    const userId = await added(['report-viewer']);
    await writing((tx) => leaveUser(tx, ALL, userId, today()));
    await writing((tx) => enableUser(tx, ALL, userId));
    expect(await userOf(userId)).toMatchObject({ status: 'active', roles: [], employedUntil: null });
  });

  it('are deleted with their names, associations and sign-in; the facts stay under the pseudonym', async () => {
    const userId = await added();
    const account = { provider: 'microsoft-learning', accountId: 'MCID-del', userId };
    const claim = { partnerId: ALPHA, actor: { kind: 'user', userId } } as const;
    await server.opened.database.asTenant(claim, (tx) => startAssociation(tx, account));
    server.clock.now = new Date(server.clock.now.getTime() + 1_000);
    expect(await writing((tx) => deleteUser(tx, ALL, userId))).toEqual({ kind: 'changed' });
    expect(await userOf(userId)).toBeNull();
    const [association] = await writing((tx) => associationHistory(tx, userId));
    expect(association?.until).toEqual(server.clock.now);
    expect(await employedUntil(userId)).toBe(today());
    const events = await writing((tx) => listAudit(tx, { top: 2, skip: 0 }));
    expect(events.map(({ action }) => action)).toEqual(['user.deleted', 'association.ended']);
    expect(JSON.stringify(events)).not.toContain('@alpha.example');
    expect(await writing((tx) => deleteUser(tx, ALL, userId))).toEqual({ kind: 'user-unknown' });
  });

  it('keep a global admin: the last one is not demoted, disabled, deleted and does not leave', async () => {
    const everybody = await writing(listUsers);
    const admins = everybody.filter(({ roles }) => roles.includes('global-admin'));
    const last = await added(['global-admin']);
    for (const { userId } of admins) await writing((tx) => setRoles(tx, ALL, userId, []));
    const refused = { kind: 'last-admin' };
    expect(await writing((tx) => setRoles(tx, ALL, last, [everywhere('partner-admin')]))).toEqual(refused);
    expect(await writing((tx) => disableUser(tx, ALL, last))).toEqual(refused);
    expect(await writing((tx) => leaveUser(tx, ALL, last, '2030-01-01'))).toEqual(refused);
    expect(await writing((tx) => deleteUser(tx, ALL, last))).toEqual(refused);

    const leaving = await added(['global-admin']);
    expect(await writing((tx) => leaveUser(tx, ALL, leaving, '2027-01-01'))).toEqual({ kind: 'changed' });
    expect(await writing((tx) => disableUser(tx, ALL, last))).toEqual(refused);

    const other = await added(['global-admin']);
    const both = await Promise.all([
      writing((tx) => disableUser(tx, ALL, last)),
      writing((tx) => deleteUser(tx, ALL, other)),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['changed', 'last-admin']);
  });

  it('change their sign-in name and keep what is theirs', async () => {
    const userId = await added();
    const name = `renamed${number}@alpha.example`;
    expect(await writing((tx) => renamed(tx, ALL, userId, name))).toEqual({ kind: 'changed' });
    expect((await userOf(userId))?.workEmail).toBe(name);
    const taken = await writing((tx) => renamed(tx, ALL, userId, 'anna@alpha.example'));
    expect(taken.kind).toBe('email-taken');
  });
});
