import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { profileRound } from '../../src/features/partner-directory/profile-round.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
let contoso: Browser;
let northwind: Browser;

beforeAll(async () => {
  server = await demoServer();
  contoso = await server.as('partner-admin@contoso.example');
  northwind = await server.as('partner-admin@northwind.example');
  await profileRound(server.services);
});
afterAll(() => server.close());

const CONTOSO = '/api/v1/partners/contoso/business-profile';
const NORTHWIND = '/api/v1/partners/northwind/business-profile';
const PAGE = '/p/contoso-conseil';
const visit = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers });

/** A credential of what Contoso shows: of the first competency of its profile. */
async function credentialOfContoso(): Promise<{ path: string; token: string }> {
  const { levels } = (await contoso.get(CONTOSO)).json();
  const [{ programme, competency }] = levels;
  const path = `${PAGE}/credentials/${programme}/${competency}`;
  return { path, token: (await visit(path)).body };
}

describe('a published profile', () => {
  it('is whole without a program having to run, and may be found by search engines', async () => {
    const page = await visit(PAGE, { 'accept-language': 'en' });
    expect(page.statusCode).toBe(200);
    expect(page.headers['x-robots-tag']).toBe('index, follow');
    expect(page.body).toContain('<title>Contoso Conseil · Jalon</title>');
    expect(page.body).toContain('Data, projects and change, from Lyon to Nantes');
    expect(page.body).toContain('og:title');
    expect(page.body).toContain('<noscript><p>The form needs JavaScript.');
    expect(page.body.match(/<li class="level">/g)!.length).toBeGreaterThan(1);
    const data = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/.exec(page.body)![1]!;
    expect(JSON.parse(data)).toMatchObject({ '@type': 'Organization', name: 'Contoso Conseil' });
    expect(JSON.parse(data).hasCredential.length).toBeGreaterThan(0);
  });

  it('is read in the language of the visitor, or the one the address names', async () => {
    expect((await visit(PAGE, { 'accept-language': 'fr-FR' })).body).toContain('<html lang="fr">');
    const named = await visit(`${PAGE}?lang=en&utm_source=mail`, { 'accept-language': 'fr-FR' });
    expect(named.body).toContain('<html lang="en">');
  });

  it('shows what was written as text, whatever it is', async () => {
    const evil = '</script><script>alert(1)</script>" onload="x';
    await contoso.send('PATCH', CONTOSO, { headline: { fr: evil, en: evil } });
    const { body } = await visit(PAGE);
    expect(body).not.toContain('<script>alert');
    expect(body).not.toContain('" onload="x');
    await contoso.send('PATCH', CONTOSO, { headline: { fr: 'Données', en: 'Data' } });
  });

  it('links to no address that is a program', async () => {
    const answer = await contoso.send('PATCH', CONTOSO, { website: 'javascript:alert(1)' });
    expect([answer.statusCode, answer.json().errors[0].field]).toEqual([400, 'website']);
  });

  it('keeps its former addresses, which lead to the present one and are free for nobody else', async () => {
    expect((await contoso.send('PATCH', CONTOSO, { slug: 'contoso' })).statusCode).toBe(200);
    const former = await visit(PAGE);
    expect([former.statusCode, former.headers.location]).toEqual([302, '/p/contoso']);
    const taken = await northwind.send('PATCH', NORTHWIND, { slug: 'contoso-conseil' });
    expect([taken.statusCode, taken.json().code]).toEqual([409, 'slug-taken']);
    expect((await contoso.send('PATCH', CONTOSO, { slug: 'contoso-conseil' })).statusCode).toBe(200);
    expect((await visit(PAGE)).statusCode).toBe(200);
  });

  it('is not written over by somebody who read an older one', async () => {
    const { etag } = (await contoso.get(CONTOSO)).headers;
    await contoso.send('PATCH', CONTOSO, { languages: ['fr', 'en', 'de'] });
    const late = await contoso.send('PATCH', CONTOSO, { languages: ['fr'] }, { 'if-match': String(etag) });
    expect([late.statusCode, late.json().code]).toEqual([412, 'changed-meanwhile']);
  });
});

describe('a change of the profile', () => {
  it('is taken once when two people made it from the same reading', async () => {
    const { etag } = (await contoso.get(CONTOSO)).headers;
    const ifMatch = { 'if-match': String(etag) };
    const both = await Promise.all([
      contoso.send('PATCH', CONTOSO, { languages: ['fr', 'it'] }, ifMatch),
      contoso.send('PATCH', CONTOSO, { languages: ['fr', 'pl'] }, ifMatch),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    await contoso.send('PATCH', CONTOSO, { languages: ['fr', 'en'] });
  });

  it('is in the directory at once', async () => {
    await contoso.send('PATCH', CONTOSO, { headline: { fr: 'Zéphyr', en: 'Zephyr' } });
    expect((await visit('/partners?q=zephyr')).body).toContain('/p/contoso-conseil');
    await contoso.send('PATCH', CONTOSO, { headline: { fr: 'Données', en: 'Data' } });
    expect((await visit('/partners?q=zephyr')).body).not.toContain('/p/contoso-conseil');
  });
});

describe('a profile that the operator of the programme suspends', () => {
  const SUSPENSION = `${CONTOSO}/suspension`;
  const reason = 'The page promises a level that you do not hold.';

  it('is seen by nobody but the company, which reads why, and the operator', async () => {
    const operator = await server.as('programme-operator@contoso.example');
    expect((await operator.send('POST', SUSPENSION, { reason })).statusCode).toBe(200);
    expect((await visit(PAGE)).statusCode).toBe(404);
    expect((await visit('/partners?q=contoso')).body).not.toContain('/p/contoso-conseil');
    expect((await visit('/sitemap.xml')).body).not.toContain('contoso');
    expect((await contoso.get(CONTOSO)).json().suspension).toMatchObject({ reason });
    for (const browser of [contoso, operator]) {
      const page = await browser.get(`${PAGE}?lang=en`);
      expect([page.statusCode, page.headers['x-robots-tag']]).toEqual([200, 'noindex, nofollow']);
      expect(page.body).toContain('has suspended this profile');
    }
    const mails = (await server.mails('contoso')).filter(({ kind }) => kind === 'profile-suspended');
    expect(mails.map(({ to }) => to)).toContain('partner-admin@contoso.example');
    expect(mails[0]!.text).toContain(reason);
  });

  it('is not shown again by the company itself, by saving or publishing it', async () => {
    await contoso.send('PATCH', CONTOSO, { published: false });
    await contoso.send('PATCH', CONTOSO, { published: true, languages: ['fr'] });
    await profileRound(server.services);
    expect((await visit(PAGE)).statusCode).toBe(404);
    expect((await visit('/partners?q=contoso')).body).not.toContain('/p/contoso-conseil');
    expect((await contoso.send('DELETE', SUSPENSION)).statusCode).toBe(403);
    expect((await contoso.send('POST', SUSPENSION, { reason })).statusCode).toBe(403);
  });

  it('is as the company had it once the operator lets it be seen, and the trail says who did what', async () => {
    const operator = await server.as('programme-operator@contoso.example');
    expect((await operator.send('DELETE', SUSPENSION)).json().suspension).toBeNull();
    expect((await operator.send('DELETE', SUSPENSION)).statusCode).toBe(404);
    expect((await visit(PAGE)).statusCode).toBe(200);
    expect((await visit('/partners?q=contoso')).body).toContain('/p/contoso-conseil');
    const trail = (await contoso.get('/api/v1/partners/contoso/audit-events?top=20')).json().value;
    const actions = trail.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(
      expect.arrayContaining(['business-profile.suspended', 'business-profile.released']),
    );
  });

  it('is nothing where the company has no profile', async () => {
    const operator = await server.as('programme-operator@contoso.example');
    const none = await operator.send('POST', '/api/v1/partners/adatum/business-profile/suspension', {
      reason,
    });
    expect(none.statusCode).toBe(404);
  });
});

describe('a profile that is not published', () => {
  it('answers a stranger in every way like one that does not exist', async () => {
    await northwind.send('PATCH', NORTHWIND, { headline: { fr: 'Négoce', en: 'Trade' }, slug: 'northwind' });
    const said = async (slug: string, path: string, method: 'GET' | 'POST' = 'GET') => {
      const payload = {
        name: 'A',
        email: 'a@b.example',
        message: 'a long message',
        token: 'x',
        locale: 'en',
      };
      const url = `${path.replace('SLUG', slug)}`;
      const answer = await server.app.inject({ method, url, ...(method === 'POST' ? { payload } : {}) });
      const text = `${answer.statusCode} ${answer.body}`.replaceAll(slug, 'SLUG');
      return text.replace(/nonce="[^"]+"/g, 'nonce').replace(/"(requestId|instance)":"[^"]*"/g, '');
    };
    for (const path of [
      '/p/SLUG',
      '/p/SLUG/logo',
      '/p/SLUG/credentials/microsoft-competencies/data-platform',
      '/p/SLUG/revoked-credentials',
      '/verify?lang=en&credential=/p/SLUG/credentials/microsoft-competencies/data-platform',
    ]) {
      expect(await said('northwind', path), path).toBe(await said('no-such-one', path));
    }
    const enquiries = '/api/v1/business-profiles/SLUG/enquiries';
    expect(await said('northwind', enquiries, 'POST')).toBe(await said('no-such-one', enquiries, 'POST'));
  });

  it('is nowhere for strangers, and a preview for its own people', async () => {
    await northwind.send('PATCH', NORTHWIND, { headline: { fr: 'Négoce', en: 'Trade' }, slug: 'northwind' });
    for (const headers of [{}, { cookie: contoso.cookie }] as Record<string, string>[]) {
      const page = await visit('/p/northwind', headers);
      expect([page.statusCode, page.headers['x-robots-tag']]).toEqual([404, 'noindex, nofollow']);
      expect(page.body).not.toContain('Négoce');
    }
    const own = await northwind.get('/p/northwind?lang=en');
    expect([own.statusCode, own.headers['x-robots-tag']]).toEqual([200, 'noindex, nofollow']);
    expect(own.body).toContain('Only your company sees it');
    expect((await visit('/partners?q=northwind')).body).not.toContain('/p/northwind');
  });

  it('cannot be published while it says nothing', async () => {
    await northwind.send('PATCH', NORTHWIND, { headline: { fr: '', en: '' } });
    const answer = await northwind.send('PATCH', NORTHWIND, { published: true });
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'profile-empty']);
  });
});

describe('the logo', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  it('is shown with the page as a picture and nothing else', async () => {
    const sent = await contoso.upload(`${CONTOSO}/logo`, 'logo.svg', png);
    expect([sent.statusCode, sent.json().logo]).toMatchObject([200, { width: 1, height: 1 }]);
    const logo = await visit(sent.json().logo.path);
    expect([logo.statusCode, logo.headers['content-type']]).toEqual([200, 'image/png']);
    expect(logo.headers['x-content-type-options']).toBe('nosniff');
    expect(logo.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await visit(PAGE)).body).toContain(sent.json().logo.path.split('?')[0]);
    expect((await contoso.send('DELETE', `${CONTOSO}/logo`)).statusCode).toBe(204);
    expect((await visit(sent.json().logo.path)).statusCode).toBe(404);
  });

  it('is refused when it is a drawing, whatever it is called', async () => {
    const sent = await contoso.upload(`${CONTOSO}/logo`, 'logo.png', '<svg onload="alert(1)"/>');
    expect([sent.statusCode, sent.json().code]).toEqual([400, 'not-a-picture']);
  });
});

describe('a credential', () => {
  const keys = async () => createLocalJWKSet((await visit('/.well-known/jwks.json')).json());
  const verify = async (token: string) =>
    jwtVerify(token, await keys(), { currentDate: server.clock.now, issuer: 'http://localhost:3000' });

  it('is verified by a library of others as what Open Badges 3.0 says', async () => {
    const { token } = await credentialOfContoso();
    const { payload, protectedHeader } = await verify(token);
    expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'JWT' });
    const key = await visit(new URL(protectedHeader.kid!).pathname);
    expect(key.json()).toMatchObject({ kty: 'RSA', kid: protectedHeader.kid });
    expect(payload).toMatchObject({
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      validFrom: '2026-11-21T00:00:00Z',
      validUntil: '2026-11-28T00:00:00Z',
      sub: 'http://localhost:3000/p/contoso-conseil',
      credentialSubject: { type: ['AchievementSubject'], achievement: { achievementType: 'Competency' } },
    });
    expect(payload.jti).toBe(payload.id);
  });

  it('fails after one changed byte, wherever it is', async () => {
    const { token } = await credentialOfContoso();
    const dots = [token.indexOf('.'), token.lastIndexOf('.')];
    const places = [
      10,
      dots[0]! + 30,
      dots[0]! + 800,
      dots[1]! - 5,
      dots[1]! + 1,
      dots[1]! + 100,
      token.length - 2,
    ];
    for (const place of places) {
      const other = token[place] === 'A' ? 'B' : 'A';
      const changed = `${token.slice(0, place)}${other}${token.slice(place + 1)}`;
      await expect(verify(changed), `byte ${place}`).rejects.toThrow();
      const page = await visit(`/verify?lang=en&credential=${changed}`);
      expect(page.body, `byte ${place}`).not.toContain('Genuine');
    }
  });

  it('is not believed when it brings a key or a way of signing of its own', async () => {
    const { token } = await credentialOfContoso();
    const [, body] = token.split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
    expect((await visit(`/verify?lang=en&credential=${header}.${body}.`)).body).not.toContain('Genuine');
    expect((await visit(`/verify?lang=en&credential=${header}.${body}.AA`)).body).toContain(
      'This is no credential',
    );
  });

  it('is explained to whoever pastes it, or follows the link of the profile', async () => {
    const { path, token } = await credentialOfContoso();
    for (const given of [token, path, `http://localhost:3000${path}`]) {
      const page = await visit(`/verify?lang=en&credential=${encodeURIComponent(given)}`);
      expect(page.body).toContain('Genuine, and true today');
      expect(page.body).toContain('Contoso Conseil');
    }
  });

  it('is over after a week, and the key that signed it stays known', async () => {
    const { token } = await credentialOfContoso();
    const present = server.clock.now;
    server.clock.now = new Date('2026-11-28T00:00:00Z');
    await expect(verify(token)).rejects.toThrow(/exp/);
    expect((await visit(`/verify?lang=en&credential=${token}`)).body).toContain('Genuine, but expired');
    server.clock.now = present;
  });

  it('is revoked at once when the company withdraws its profile', async () => {
    const { path, token } = await credentialOfContoso();
    const list = async () => (await visit(`${PAGE}/revoked-credentials`)).json().revokedCredentials;
    const { jti } = (await verify(token)).payload;
    expect((await list()).map(({ id }: { id: string }) => id)).not.toContain(jti);
    await contoso.send('PATCH', CONTOSO, { published: false });
    expect((await list()).map(({ id }: { id: string }) => id)).toContain(jti);
    expect((await visit(path)).statusCode).toBe(404);
    const page = await visit(`/verify?lang=en&credential=${token}`);
    expect(page.body).toContain('Genuine, but no longer true');
    await contoso.send('PATCH', CONTOSO, { published: true });
  });

  it('is signed by a new key after half a year, and the old one is forgotten when nothing of it is valid', async () => {
    const present = server.clock.now;
    const kids = async () =>
      (await visit('/.well-known/jwks.json')).json().keys.map(({ kid }: { kid: string }) => kid);
    const [first] = await kids();
    server.clock.now = new Date(present.getTime() + 181 * 86_400_000);
    const both = await kids();
    expect([both.length, both[1]]).toEqual([2, first]);
    server.clock.now = new Date(present.getTime() + 362 * 86_400_000);
    expect(await kids()).not.toContain(first);
    server.clock.now = present;
  });
});

describe('the directory', () => {
  const directory = async (query: string) => (await visit(`/partners?lang=en&${query}`)).body;

  it('finds published profiles by words, country, language and level, and is not indexed itself', async () => {
    expect((await visit('/partners')).headers['x-robots-tag']).toBe('noindex, nofollow');
    const [{ programme, competency, level }] = (await contoso.get(CONTOSO)).json().levels;
    const found = `q=LYON+donnees&country=FR&language=fr&level=${level}&competency=${programme}/${competency}`;
    expect(await directory(found)).toContain('href="/p/contoso-conseil?lang=en"');
    for (const other of ['q=nowhere', 'country=BR', 'language=ja', 'competency=x/y', 'level=platinum']) {
      expect(await directory(other), other).not.toContain('/p/contoso-conseil');
    }
  });

  it('reads a question of any kind without refusing it', async () => {
    for (const odd of ["q='%25", 'page=-1', 'page=x', 'country=12345', 'lang=de', 'q=%00', 'level[]=x']) {
      expect([200, 400]).toContain((await visit(`/partners?${odd}`)).statusCode);
    }
  });

  it('no longer shows a level from the day on which it is lost', async () => {
    const [{ competency }] = (await contoso.get(CONTOSO)).json().levels;
    const query = `competency=microsoft-competencies/${competency}`;
    expect(await directory(query)).toContain('/p/contoso-conseil');
    const present = server.clock.now;
    server.clock.now = new Date('2029-06-01T10:00:00Z');
    await profileRound(server.services);
    expect(await directory(query)).not.toContain('/p/contoso-conseil');
    server.clock.now = present;
    await profileRound(server.services);
    expect(await directory(query)).toContain('/p/contoso-conseil');
  });

  it('tells search engines where the published profiles are, and only those', async () => {
    const map = (await visit('/sitemap.xml')).body;
    expect(map).toContain('<loc>http://localhost:3000/p/contoso-conseil</loc>');
    expect(map).not.toContain('northwind');
    expect((await visit('/robots.txt')).body).toContain('Sitemap: http://localhost:3000/sitemap.xml');
  });
});
