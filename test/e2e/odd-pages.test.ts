import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

const ADMIN = 'partner-admin@contoso.example';
const REPORT = '/competencies/report/user-skills';

describe('pages outside the daily round', () => {
  const suite = jalonSuite();

  async function signInBy(page: Page, as: string): Promise<void> {
    const { email, password } = suite.jalon().signIn(as);
    await page.getByLabel('E-mail professionnel').fill(email);
    await page.getByLabel('Mot de passe').fill(password);
    await page.getByRole('button', { name: 'Se connecter' }).click();
  }

  it.each([
    '/nowhere/at/all',
    '/competencies/no-such-competency',
    '/imports/00000000-0000-0000-0000-000000000000',
    '/plans/00000000-0000-0000-0000-000000000000',
    '/help/no-such-topic',
  ])('%s does not exist, and the menu stays at hand', async (path) => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, path);
    await page.getByRole('heading', { level: 1, name: 'Cette page n’existe pas' }).waitFor();
    await page.getByRole('navigation', { name: 'Navigation principale' }).waitFor();
  });

  it.each([
    '/',
    '/competencies',
    '/competencies/data-analytics',
    REPORT,
    '/users',
    '/imports',
    '/profile',
    '/plans',
    '/plans/new?targets=data-platform~gold',
    '/plans/candidates?targets=data-platform~gold',
  ])('%s asks for no sideways scrolling on a phone nor at 200 % zoom', async (path) => {
    const page = await suite.visit({ as: ADMIN, phone: true });
    for (const width of [390, 720]) {
      await page.setViewportSize({ width, height: 844 });
      await open(page, path);
      const beyond = await page.evaluate<number>(
        "(() => { const it = document.querySelector('#content'); return it.scrollWidth - it.clientWidth; })()",
      );
      expect(beyond).toBe(0);
    }
  });

  it('a tab stops when somebody else signs in in another tab of the same browser', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/profile');
    const tab = await page.context().newPage();
    await open(tab, '/competencies');
    await tab.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByText('Votre session a pris fin.').waitFor();
    await signInBy(page, ADMIN);
    await page.getByText('Vos qualifications comptent').waitFor();

    await tab.goto('/sign-in');
    await signInBy(tab, 'claire@contoso.example');
    await page.getByRole('heading', { level: 1, name: 'Une autre personne s’est connectée' }).waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/Claire Exemple .* Hélène Marchand/);
    await page.getByRole('button', { name: 'Continuer en tant que Claire Exemple' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mon profil' }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain('claire@contoso.example');
  });

  it('the report on paper holds every row with its reason, under the name of the company', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, `${REPORT}?counts=no`);
    const answer = await page
      .context()
      .request.get('/api/v1/partners/contoso/skills-report?counts=no&lang=fr');
    const { count } = (await answer.json()) as { count: number };
    await page.emulateMedia({ media: 'print' });
    await page.locator('table tbody tr').first().waitFor();
    expect(await page.locator('table tbody tr').count()).toBe(count);
    expect(await page.locator('table').innerText()).toMatch(/La personne a quitté l’entreprise/);
    await page.getByText(/Jalon · Contoso Conseil · état au/).waitFor();
  });

  it.each([
    ['/users', 'users'],
    ['/users/report', 'users-report'],
    ['/chase-list', 'chase-list?relevant=yes'],
  ])('the list %s on paper holds every row', async (path, question) => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, path);
    const answer = await page.context().request.get(`/api/v1/partners/contoso/${question}`);
    const { count } = (await answer.json()) as { count: number };
    expect(count).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print' });
    await page.locator('table tbody tr').first().waitFor();
    expect(await page.locator('table tbody tr').count()).toBe(count);
  });

  it('a page whose code cannot be fetched says that the server does not answer, and comes back with it', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/competencies');
    await page.route('**/*', (route) => route.abort());
    await page.getByRole('link', { name: 'Gestion des utilisateurs' }).click();
    await page.getByRole('alert').getByText('Le serveur ne répond pas').waitFor();
    await page.unroute('**/*');
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByRole('heading', { level: 1, name: 'Gestion des utilisateurs' }).waitFor();
  });
});
