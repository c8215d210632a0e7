import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { browserAndJalon } from './support/browser-and-jalon.ts';
import type { RunningJalon } from './support/running-jalon.ts';
import { open, type Visitor, visit } from './support/visit.ts';

let browser: Browser;
let jalon: RunningJalon;
let path = '';
beforeAll(async () => {
  [browser, jalon] = await browserAndJalon({ demo: false });
  // The link is printed once the server listens: the first answer may come before it.
  const link = new RegExp(`${jalon.address}(/set-up/\\S+)\\s`);
  await vi.waitUntil(() => link.test(jalon.output()), { timeout: 15_000 });
  path = link.exec(jalon.output())?.[1] ?? '';
});
afterAll(async () => {
  await browser?.close();
  await jalon?.stop();
});

/** The label alone, or with the mark of a required field. */
const LAST_NAME = /^Nom\s*\*?$/;

async function pageOf(visitor: Visitor): Promise<Page> {
  const page = await visit(browser, jalon, visitor);
  await open(page, path);
  return page;
}

async function fill(page: Page): Promise<void> {
  const you = page.getByRole('group', { name: 'Vous, l’opérateur' });
  await you.getByLabel('Prénom').fill('Olga');
  await you.getByLabel(LAST_NAME).fill('Petit');
  await you.getByLabel('E-mail professionnel').fill('olga@reseau.example');
  await you.getByLabel('Mot de passe').fill('a long enough sentence');
  await you.getByLabel('Le même, encore une fois').fill('a long enough sentence');
  const company = page.getByRole('group', { name: 'La première entreprise' });
  await company.getByLabel('Nom de l’entreprise').fill('Contoso Conseil');
  await company.getByLabel('Pays').selectOption({ label: 'France' });
  await company.getByLabel('Marché').selectOption({ label: 'Marché développé' });
  const admin = page.getByRole('group', { name: 'Son administrateur général' });
  await admin.getByLabel('Prénom').fill('Claire');
  await admin.getByLabel(LAST_NAME).fill('Martin');
  await admin.getByLabel('E-mail professionnel').fill('claire@contoso.example');
}

describe('the link that an empty installation prints', () => {
  it.each<Visitor>([
    { locale: 'fr' },
    { locale: 'en' },
    { locale: 'fr', phone: true },
    { locale: 'en', dark: true },
  ])('opens a page that everybody can use: %o', async (visitor) => {
    const page = await pageOf(visitor);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page
      .getByRole('button', { name: visitor.locale === 'fr' ? 'Mettre en service' : 'Set up' })
      .click();
    // Everything that is missing is said at its place, and the first of it has the focus.
    const missing = visitor.locale === 'fr' ? 'Remplissez ce champ.' : 'Fill in this field.';
    expect(await page.getByText(missing).count()).toBe(12);
    expect(await page.locator(':focus').getAttribute('name')).toBe('operator.firstName');
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();
  });

  it('makes operator, company and global admin once, and shows the first sign-in link of the admin', async () => {
    const page = await pageOf({ locale: 'fr' });
    await fill(page);
    await page.getByLabel('Identifiant dans Jalon').and(page.locator('[value="contoso-conseil"]')).waitFor();
    await page.getByRole('button', { name: 'Mettre en service' }).click();
    await page.getByRole('heading', { level: 1, name: 'Jalon est en service' }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    const link = await page.getByLabel('Lien de première connexion').inputValue();
    expect(link).toMatch(new RegExp(`^${jalon.address}/welcome/[\\w-]{40,}$`));

    await page.getByRole('button', { name: 'Entrer dans Jalon' }).click();
    await page.getByRole('heading', { level: 1, name: 'Vue d’ensemble' }).waitFor();
    await page.getByText('Contoso Conseil').locator('visible=true').first().waitFor();
    await page.context().close();

    const admin = await visit(browser, jalon, { locale: 'fr' });
    await open(admin, link);
    await admin.getByText('Choisissez le mot de passe de claire@contoso.example.').waitFor();
    await admin.getByLabel('Nouveau mot de passe').fill('une phrase pour commencer ici');
    await admin.getByLabel('Le même, encore une fois').fill('une phrase pour commencer ici');
    await admin.getByRole('button', { name: 'Enregistrer et entrer' }).click();
    // A company about which nothing is known yet is led to its first answer.
    const steps = admin.getByRole('region', { name: 'Premiers pas' });
    await steps.getByText('1 personne pour l’instant').waitFor();
    await admin.getByText('Exemple').first().waitFor();
    expect(await accessibilityViolations(admin)).toEqual([]);
    await steps.getByRole('button', { name: 'Ajouter un utilisateur' }).click();
    await admin.getByRole('heading', { level: 1, name: 'Ajouter un utilisateur' }).waitFor();

    const late = await pageOf({ locale: 'en' });
    await late.getByText('This link is no longer valid').waitFor();
    expect(await accessibilityViolations(late)).toEqual([]);
  });
});
