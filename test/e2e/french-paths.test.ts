import { describe, expect, it } from 'vitest';
import { jalonSuite } from './support/jalon-suite.ts';
import { open, settled } from './support/visit.ts';

const ADMIN = 'partner-admin@contoso.example';

describe('the paths of the seed documents, by their French labels', () => {
  const suite = jalonSuite();

  it('MPN › Compétences opens the competencies', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/');
    const menu = page.getByRole('navigation', { name: 'Navigation principale' });
    await expect(menu.getByText('MPN', { exact: true }).isVisible()).resolves.toBe(true);
    await menu.getByRole('link', { name: 'Compétences', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Compétences' }).waitFor();
  });

  it('from the competencies, « Rapport sur les performances des compétences » opens the report, and its tab the user skills data', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/competencies');
    await page.getByRole('button', { name: 'Télécharger le rapport des qualifications' }).waitFor();
    await page
      .getByRole('link', { name: 'Rapport sur les performances des compétences' })
      .or(page.getByRole('button', { name: 'Rapport sur les performances des compétences' }))
      .click();
    const performance = page.getByRole('tab', { name: 'Performances des compétences' });
    await performance.waitFor();
    expect(await performance.getAttribute('aria-selected')).toBe('true');
    const tab = page.getByRole('tab', { name: 'Données sur les qualifications des utilisateurs' });
    await tab.click();
    await page.waitForURL(/user-skills/);
    await page
      .getByRole('tab', { name: 'Données sur les qualifications des utilisateurs', selected: true })
      .waitFor();
    expect(new URL(page.url()).pathname).toBe('/competencies/report/user-skills');
  });

  it('Paramètres du compte › Gestion des utilisateurs lists the users', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/');
    const menu = page.getByRole('navigation', { name: 'Navigation principale' });
    expect(await menu.getByText('Paramètres du compte').isVisible()).toBe(true);
    await menu.getByRole('link', { name: 'Gestion des utilisateurs' }).click();
    await page.getByText('claire@contoso.example').first().waitFor();
  });

  it('Paramètres du compte › Ajouter un utilisateur › Ajouter des utilisateurs à l’aide de données PMC takes a file', async () => {
    const page = await suite.visit({ as: 'global-admin@contoso.example' });
    await open(page, '/');
    const menu = page.getByRole('navigation', { name: 'Navigation principale' });
    expect(await menu.getByText('Paramètres du compte').isVisible()).toBe(true);
    await menu.getByRole('link', { name: 'Ajouter un utilisateur' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ajouter un utilisateur' }).waitFor();
    await page.getByRole('button', { name: 'Ajouter des utilisateurs à l’aide de données PMC' }).click();
    const title = { level: 1, name: 'Ajouter des utilisateurs à l’aide de données PMC' };
    await page.getByRole('heading', title).waitFor();
    await page.locator('input[type=file]').waitFor({ state: 'attached' });
  });

  it('« Mon profil » stands at the top right', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/competencies');
    const link = page.getByRole('banner').getByRole('link', { name: 'Mon profil' });
    const box = (await link.boundingBox())!;
    expect(box.x).toBeGreaterThan(1440 / 2);
    expect(box.y).toBeLessThan(60);
    await link.click();
    await page.getByRole('heading', { level: 1, name: 'Mon profil' }).waitFor();
  });

  it.each([
    ['partenariat', 'Compétences'],
    ['télécharger', 'Rapport des qualifications'],
    ['plateforme de donnees', 'Plateforme de données'],
    ['données sur les qualifications', 'Rapport des qualifications'],
    ['exporter le rapport des utilisateurs', 'Rapport des utilisateurs'],
    ['associer un compte', 'Associer un compte d’apprentissage'],
    ['clés d’accès', 'Sécurité'],
  ])('the search finds « %s » under « %s »', async (words, label) => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Rechercher' }).fill(words);
    await page.getByRole('option', { name: label }).first().waitFor();
  });

  it('a permanent link lands on its place after sign-in', async () => {
    const { email, password } = suite.jalon().signIn(ADMIN);
    const page = await suite.visit();
    await page.goto('/go/skills-report');
    await page.getByLabel('E-mail professionnel').fill(email);
    await page.getByLabel('Mot de passe').fill(password);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByRole('tab', { name: 'Données sur les qualifications des utilisateurs' }).waitFor();
  });

  it.each([
    ['competencies', '/competencies'],
    ['attainment-paths', '/competencies/requirements'],
    ['silver-gold', '/membership'],
    ['associate-achievements', '/profile/associate'],
    ['associate-account', '/profile/associate'],
    ['link-learning-account', '/help/link-learning-account'],
    ['one-company', '/help/one-company'],
    ['users', '/help/users'],
    ['achievement-override', '/exemptions'],
    ['maintain-membership', '/membership'],
    ['import-users', '/users/add-many'],
    ['pmc-users', '/help/pmc-users'],
    ['troubleshooting', '/help/troubleshooting'],
    ['a-name-nobody-knows', '/search'],
  ])('/go/%s leads to %s', async (name, path) => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, `/go/${name}`);
    const landed = new URL(page.url());
    expect(landed.pathname).toBe(path);
    // The place a link names must exist on its page.
    if (landed.hash !== '') expect(await page.locator(landed.hash).count()).toBe(1);
  });

  it('the language is switched on the spot, and kept with the user', async () => {
    const page = await suite.visit({ as: 'zoe@contoso.example' });
    await open(page, '/profile');
    await page.getByRole('banner').getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'My profile' }).waitFor();
    await settled(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const kept = async () => {
      const me = await page.context().request.get('/api/v1/me');
      return ((await me.json()) as { locale: string }).locale;
    };
    await expect.poll(kept).toBe('en');
  });
});
