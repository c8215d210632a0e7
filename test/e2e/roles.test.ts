import { describe, expect, it } from 'vitest';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

const REPORT = '/competencies/report/user-skills';

describe('each role sees what it may', () => {
  const suite = jalonSuite();

  it('the report viewer is refused the skills report: the role is named, and who holds it', async () => {
    const page = await suite.visit({ as: 'report-viewer@contoso.example' });
    await open(page, REPORT);
    const refusal = page.getByRole('alert');
    await refusal.getByText(/Rôle nécessaire/).waitFor();
    expect(await refusal.innerText()).toMatch(/Hélène Marchand/);
  });

  it('the report viewer sees why the download is off', async () => {
    const page = await suite.visit({ as: 'report-viewer@contoso.example' });
    await open(page, '/competencies');
    const button = page.getByRole('button', { name: 'Télécharger le rapport des qualifications' });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await button.focus();
    await page
      .getByRole('tooltip')
      .getByText(/Hélène Marchand/)
      .waitFor();
  });

  it('the report viewer sees competencies without any name', async () => {
    const page = await suite.visit({ as: 'report-viewer@contoso.example' });
    await open(page, '/competencies/data-platform');
    const text = await page.getByRole('main').innerText();
    expect(text).not.toMatch(/Sandrine|Lopez|Karim|Benali/);
  });

  it('the report viewer is not offered to drop a file, and reads who may', async () => {
    const page = await suite.visit({ as: 'report-viewer@contoso.example' });
    await open(page, '/imports');
    expect(await page.getByRole('button', { name: 'Choisir un fichier' }).count()).toBe(0);
    expect(await page.getByRole('alert').innerText()).toMatch(/Olivier Besson/);
  });

  it('the learner who may not see where the company stands still reads which competency it is', async () => {
    const page = await suite.visit({ as: 'claire@contoso.example' });
    await open(page, '/competencies/data-platform');
    await page.getByRole('heading', { level: 1, name: 'Plateforme de données' }).waitFor();
  });

  it('somebody of the support reads who in the company may import', async () => {
    const page = await suite.visit({ as: 'programme-support@contoso.example' });
    await open(page, '/imports?partner=fabrikam');
    expect(await page.getByRole('alert').innerText()).toMatch(/Yasmin Harper/);
  });

  it.each([
    ['partner-admin@contoso.example', 'fabrikam'],
    ['programme-support@contoso.example', 'nobody'],
  ])('%s is not shown another company in the place of %s', async (as, partner) => {
    const page = await suite.visit({ as });
    await open(page, `/competencies?partner=${partner}`);
    await page.getByRole('heading', { name: 'Cette page n’existe pas' }).waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('Plateforme de données');
  });

  it('the programme operator has a profile without learning accounts', async () => {
    const page = await suite.visit({ as: 'programme-operator@contoso.example' });
    await open(page, '/profile');
    await page.getByText('Vous travaillez pour le réseau').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('the account admin has no way to the skills report in the menu', async () => {
    const page = await suite.visit({ as: 'account-admin@contoso.example' });
    await open(page, '/competencies');
    const menu = page.getByRole('navigation', { name: 'Navigation principale' });
    expect(await menu.getByRole('link', { name: 'Rapport des qualifications' }).count()).toBe(0);
    expect(await menu.getByRole('link', { name: 'Gestion des utilisateurs' }).count()).toBe(1);
  });

  it('the programme operator changes from one company to another', async () => {
    const page = await suite.visit({ as: 'programme-operator@contoso.example' });
    await open(page, '/competencies');
    await page.getByRole('combobox', { name: 'Entreprise' }).click();
    await page.getByRole('option', { name: 'Fabrikam' }).click();
    await page.waitForURL(/partner=fabrikam/);
  });

  it('an unknown password is refused in words that tell nothing about the address', async () => {
    const page = await suite.visit();
    const refusals = [];
    for (const email of ['partner-admin@contoso.example', 'nobody@contoso.example']) {
      await open(page, '/sign-in');
      await page.getByLabel('E-mail professionnel').fill(email);
      await page.getByLabel('Mot de passe').fill('not-the-password');
      await page.getByRole('button', { name: 'Se connecter' }).click();
      refusals.push(await page.getByText(/incorrect/).innerText());
    }
    expect(refusals[0]).toBe(refusals[1]);
  });
});
