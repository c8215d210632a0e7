import { describe, expect, it } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

describe('the directory of a company', () => {
  const suite = jalonSuite();

  it('is given a token that is shown once, sends a group, and is shut out again', async () => {
    const page = await suite.visit({ as: 'global-admin@contoso.example' });
    await open(page, '/users');
    await page.getByRole('tab', { name: 'Annuaire' }).click();
    await page.getByRole('heading', { level: 1, name: 'Approvisionnement (SCIM)' }).waitFor();
    await page.getByText('Aucun jeton').waitFor();
    await page.getByRole('button', { name: 'Créer le jeton' }).click();
    const secret = await page.getByText(/^jalon_scim_/).textContent();
    expect(await accessibilityViolations(page)).toEqual([]);

    const sent = await fetch(`${suite.jalon().address}/scim/v2/Groups`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/scim+json' },
      body: JSON.stringify({ displayName: 'Lecteurs' }),
    });
    expect(sent.status).toBe(201);
    await open(page, '/users/provisioning');
    expect(await page.getByText(/^jalon_scim_/).count()).toBe(0);
    await page.getByLabel('Rôle du groupe Lecteurs').selectOption('report-viewer');
    await page.locator('select:enabled').and(page.getByLabel('Rôle du groupe Lecteurs')).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Révoquer le jeton' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('L’annuaire est refusé dès cet instant').waitFor();
    await dialog.getByRole('button', { name: 'Révoquer le jeton' }).click();
    await page.getByText('Aucun jeton').waitFor();
    await open(page, '/users/provisioning');
    expect(await page.getByLabel('Rôle du groupe Lecteurs').inputValue()).toBe('report-viewer');
  });

  it('is set up by the global admin alone, and the page says who that is', async () => {
    const page = await suite.visit({ as: 'user-admin@contoso.example' });
    await open(page, '/users/provisioning');
    await page.getByText('Rôle nécessaire : Administrateur général').waitFor();
  });
});
