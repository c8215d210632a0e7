import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

const ADMIN = 'global-admin@contoso.example';
const PROVIDERS = '**/api/v1/partners/*/identity-providers';

async function fill(page: Page, issuer: string) {
  await page.getByLabel('Name shown at sign-in').fill('Contoso SSO');
  await page.getByLabel('Issuer').fill(issuer);
  await page.getByLabel('Application id (client)').fill('jalon');
  await page.getByLabel('Mail domains').fill('contoso.example, sso.contoso.example');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
}

describe('the identity providers of a company', () => {
  const suite = jalonSuite();

  it('are added with what must be put right said in its place, changed, and taken away', async () => {
    const page = await suite.visit({ as: ADMIN, locale: 'en' });
    await open(page, '/users/sign-in');
    await page.getByRole('heading', { name: 'Identity providers' }).waitFor();
    await page.getByRole('button', { name: 'Add a provider' }).click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByLabel('Mail domains').fill('@contoso.example');
    await page.getByText('Not a domain: @contoso.example').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await fill(page, 'https://10.0.0.8/');
    await page.getByText('This address cannot be that of an identity provider').waitFor();
    await fill(page, 'https://login.example.org/common/v2.0');
    await page.getByText('This provider serves many directories').waitFor();
    await fill(page, 'https://login.example.org/');
    await page.getByText('Now register its redirect address').waitFor();

    const card = page.getByRole('article', { name: 'Contoso SSO' });
    const address = await card.locator('code').textContent();
    expect(address).toMatch(/\/oidc\/callback\/[0-9a-f-]{36}$/);
    await card.getByRole('button', { name: 'Copy the redirect address of Contoso SSO' }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);

    await card.getByRole('button', { name: 'Edit Contoso SSO' }).click();
    await page.getByLabel('Create the user at the first sign-in').check();
    await page.getByLabel('Mail domains').fill('contoso.example');
    await page.getByRole('button', { name: 'Save' }).click();
    await card.getByText('Users created at the first sign-in').waitFor();
    expect(await card.getByText('sso.contoso.example').count()).toBe(0);

    await card.getByRole('button', { name: 'Remove Contoso SSO' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('Nobody signs in by Contoso SSO').waitFor();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await card.waitFor({ state: 'detached' });
  });

  it('change only after the reader has shown again who he or she is, where that is long ago', async () => {
    const page = await suite.visit({ as: ADMIN, locale: 'en' });
    const code = 'fresh-sign-in-needed';
    await open(page, '/users/sign-in');
    await page.getByRole('button', { name: 'Add a provider' }).click();
    await page.route(
      PROVIDERS,
      (route) =>
        route.fulfill({
          status: 403,
          contentType: 'application/problem+json',
          body: JSON.stringify({ type: 'about:blank', title: 'Confirm', status: 403, code }),
        }),
      { times: 1 },
    );
    await fill(page, 'https://login.example.org/');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Password').fill(suite.jalon().signIn(ADMIN).password);
    await dialog.getByRole('button', { name: 'Confirm', exact: true }).click();
    await page.getByText('Now register its redirect address').waitFor();
  });

  it('say that there are none and what one is for, and offer a new try when they cannot be read', async () => {
    const page = await suite.visit({ as: ADMIN });
    await page.route(PROVIDERS, (route) => route.fulfill({ json: { value: [] } }));
    await open(page, '/users/sign-in');
    await page.getByText('Aucun fournisseur d’identité').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.unroute(PROVIDERS);
    await page.route(PROVIDERS, (route) => route.abort());
    await open(page, '/users/sign-in');
    await page.getByRole('button', { name: 'Réessayer' }).waitFor();
  });

  it('are seen by the global admin alone, and the page says who that is', async () => {
    const page = await suite.visit({ as: 'user-admin@contoso.example' });
    await open(page, '/users/sign-in');
    await page
      .getByRole('region', { name: 'Fournisseurs d’identité' })
      .getByText('Administrateur général')
      .waitFor();
  });

  it('are directories of the installation’s provider too where an operator looks', async () => {
    const page = await suite.visit({ as: 'programme-operator@contoso.example' });
    await open(page, '/users/sign-in?partner=fabrikam');
    await page.getByRole('button', { name: 'Ajouter un fournisseur' }).click();
    await page.getByLabel('Annuaire chez le fournisseur de l’installation').check();
    await page.getByLabel('Nom montré à la connexion').fill('Filiale');
    await page.getByLabel('Identifiant de l’annuaire').fill('77777777-0000-4000-8000-000000000000');
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await page.getByRole('article', { name: 'Filiale' }).getByText('Fournisseur de l’installation').waitFor();
  });
});
