import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionGate } from '../../src/features/sign-in/session-gate.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
beforeAll(async () => {
  server = await demoServer();
});
afterAll(() => server.close());

describe('the list of sessions', () => {
  const EMAIL = 'global-admin@contoso.example';

  it('tells browser and address, and which one this is', async () => {
    const browser = await server.as(EMAIL);
    await server.as(EMAIL);
    const { sessions } = (await browser.get('/api/v1/me/security')).json();
    expect(sessions).toHaveLength(2);
    expect(sessions.filter(({ current }: { current: boolean }) => current)).toMatchObject([
      { method: 'password', userAgent: expect.stringContaining('lightMyRequest'), address: '127.0.0.1' },
    ]);
  });

  it('ends one of them, or all others, at once', async () => {
    const [mine, one, two] = [await server.as(EMAIL), await server.as(EMAIL), await server.as(EMAIL)];
    const { sessions } = (await one.get('/api/v1/me/security')).json();
    const { sessionId } = sessions.find(({ current }: { current: boolean }) => current);
    const learner = await server.as('claire@contoso.example');
    expect((await learner.send('DELETE', `/api/v1/me/sessions/${sessionId}`)).statusCode).toBe(404);
    expect((await mine.send('DELETE', `/api/v1/me/sessions/${sessionId}`)).statusCode).toBe(204);
    expect((await one.get('/api/v1/me')).statusCode).toBe(401);
    expect((await two.get('/api/v1/me')).statusCode).toBe(200);
    expect((await mine.send('POST', '/api/v1/me/sessions/end-others')).json().ended).toBeGreaterThan(0);
    expect((await two.get('/api/v1/me')).statusCode).toBe(401);
    expect((await mine.get('/api/v1/me')).statusCode).toBe(200);
  });

  it('is the same within a second in every process that serves the company', async () => {
    const elsewhere = sessionGate(
      server.services.database,
      () => server.clock.now,
      server.services.gate.authenticateSource,
    );
    const browser = await server.as(EMAIL);
    const session = { kind: 'session', token: browser.cookie.slice('jalon='.length) } as const;
    expect(await elsewhere.authenticate(session)).not.toBeNull();
    const other = await server.as(EMAIL);
    await other.send('POST', '/api/v1/me/sessions/end-others');
    server.clock.now = new Date(server.clock.now.getTime() + 1_000);
    expect(await elsewhere.authenticate(session)).toBeNull();
  });
});
