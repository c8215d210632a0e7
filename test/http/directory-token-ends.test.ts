import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellTokenEnds, tokenStage } from '../../src/features/scim/tell-token-ends.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
beforeAll(async () => {
  server = await demoServer();
});
afterAll(() => server.close());

const at = (text: string) => new Date(`${text}Z`);

describe('the end of the token of a directory', () => {
  it.each([
    ['2026-11-21T10:00:00', '2027-05-20T10:00:00', '2027-04-20T09:59:59', null],
    ['2026-11-21T10:00:00', '2027-05-20T10:00:00', '2027-04-20T10:00:00', 30],
    ['2026-11-21T10:00:00', '2027-05-20T10:00:00', '2027-05-13T09:59:59', 30],
    ['2026-11-21T10:00:00', '2027-05-20T10:00:00', '2027-05-13T10:00:00', 7],
    ['2026-11-21T10:00:00', '2027-05-20T10:00:00', '2027-05-20T09:59:59', 7],
    ['2026-11-21T10:00:00', '2027-05-20T10:00:00', '2027-05-20T10:00:00', 'over'],
    ['2026-11-21T10:00:00', '2027-05-20T10:00:00', '2027-05-27T10:00:00', null],
    // Made for thirty days: who made it knows, and is told again in its last week.
    ['2026-11-21T10:00:00', '2026-12-21T10:00:00', '2026-11-21T10:00:00', null],
    ['2026-11-21T10:00:00', '2026-12-21T10:00:00', '2026-12-14T10:00:00', 7],
    ['2026-11-21T10:00:00', '2026-11-28T10:00:00', '2026-11-28T09:00:00', null],
  ])('made %s, ends %s, seen %s: %s', (createdAt, expiresAt, now, stage) => {
    expect(tokenStage({ createdAt: at(createdAt), expiresAt: at(expiresAt) }, at(now))).toBe(stage);
  });

  it('is told to those who can make another one, each warning once, in their language', async () => {
    const url = '/api/v1/partners/contoso/provisioning/tokens';
    const admin = await server.as('global-admin@contoso.example');
    expect((await admin.send('POST', url, { validDays: 60 })).statusCode).toBe(201);
    const told = async () =>
      (await server.mails('contoso')).filter(({ kind }) => kind === 'directory-token-ends');
    const onDay = async (days: number) => {
      server.clock.now = new Date(Date.parse('2026-11-21T10:00:00Z') + days * 86_400_000);
      // Several processes ask, and each of them every hour.
      await Promise.all([tellTokenEnds(server.services), tellTokenEnds(server.services)]);
      await tellTokenEnds(server.services);
      return (await told()).length;
    };
    expect([await onDay(29), await onDay(30), await onDay(31), await onDay(53), await onDay(60)]).toEqual([
      ...[0, 1, 1, 2, 3],
    ]);
    const mails = await told();
    expect(new Set(mails.map(({ to }) => to))).toEqual(new Set(['global-admin@contoso.example']));
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Le jeton de l’annuaire de Contoso Conseil expire bientôt',
      'Le jeton de l’annuaire de Contoso Conseil expire bientôt',
      'Le jeton de l’annuaire de Contoso Conseil a expiré',
    ]);
    expect(mails[0]!.text).toContain('/users/provisioning');
    expect(mails[0]!.text).toContain('20 janvier 2027');
  });

  it('is nobody’s concern once the token was replaced or revoked', async () => {
    const before = (await server.mails('contoso')).length;
    const url = '/api/v1/partners/contoso/provisioning/tokens';
    const admin = await server.as('global-admin@contoso.example');
    const first = (await admin.send('POST', url, { validDays: 60 })).json();
    await admin.send('POST', url, { validDays: 365 });
    const day = server.clock.now.getTime();
    server.clock.now = new Date(day + 55 * 86_400_000);
    await tellTokenEnds(server.services);
    expect(first.token.tokenId).toEqual(expect.any(String));
    expect(await server.mails('contoso')).toHaveLength(before);
  });
});
