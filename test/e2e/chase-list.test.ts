import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { jalonSuite } from './support/jalon-suite.ts';
import { open, settled } from './support/visit.ts';

const ADMIN = 'global-admin@contoso.example';

describe('the reports on people', () => {
  const suite = jalonSuite();

  it('Gestion des utilisateurs › Exporter le rapport des utilisateurs gives the file', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/');
    const menu = page.getByRole('navigation', { name: 'Navigation principale' });
    await menu.getByRole('link', { name: 'Gestion des utilisateurs' }).click();
    await page.getByRole('button', { name: 'Exporter le rapport des utilisateurs' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'CSV', exact: true }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^rapport-des-utilisateurs-contoso-.*\.csv$/);
    expect(readFileSync(await download.path(), 'utf8')).toContain('Prénom;Nom;E-mail professionnel');
  });

  it('the users report shows the same rows, filters and columns', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/users');
    await page.getByRole('tab', { name: 'Rapport' }).click();
    await page.getByRole('heading', { level: 1, name: 'Rapport des utilisateurs' }).waitFor();
    await page.getByRole('searchbox', { name: /Rechercher un nom/ }).fill('9900107');
    await page.getByRole('gridcell', { name: 'Karim', exact: true }).waitFor();
    await page.getByText('1 utilisateur', { exact: true }).waitFor();
  });

  it('the banner of the skills report says what ends when, and leads to the chase list', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/competencies/report/user-skills');
    await page.getByText('2 personnes ne sont associées que dans PMC.').waitFor();
    await page.getByText(/ce niveau est perdu.*Plateforme de données Gold/).waitFor();
    await page.getByRole('link', { name: 'Voir la liste de relance' }).click();
    await page.getByRole('heading', { level: 1, name: 'Liste de relance' }).waitFor();
    const first = page.getByRole('row').nth(1);
    await first.getByText('Lopez', { exact: true }).waitFor();
    await first.getByText('Plateforme de données Gold').waitFor();
  });

  it('a person is asked once; the mail is read in the outbox and leads to where the account is associated', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/chase-list');
    await page.getByRole('row').nth(1).click();
    const panel = page.getByRole('dialog', { name: 'Sandrine Lopez' });
    await panel.getByText('Perdu à partir du').waitFor();
    await panel.getByRole('button', { name: 'Demander d’associer' }).click();
    const dialog = page.getByRole('dialog', { name: 'Demander d’associer un compte d’apprentissage' });
    await dialog.getByText('Cette personne reçoit un e-mail').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Envoyer la demande' }).click();
    await dialog.getByText('1 demande part.').waitFor();
    await dialog.getByRole('button', { name: 'Fermer' }).click();
    await panel.getByText('Prochaine demande possible le').waitFor();

    await open(page, '/outbox');
    await page.getByText('sandrine.lopez@contoso.example').first().click();
    const mail = page.getByRole('dialog', { name: /Associez votre compte d’apprentissage/ });
    await mail.getByText('Bonjour Sandrine').waitFor();
    await mail.getByRole('link', { name: /\/go\/associate-account$/ }).waitFor();
    await settled(page);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('everybody of the list is asked at once, and who was asked before is not asked again', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/chase-list');
    await page.getByRole('button', { name: 'Demander d’associer (2)' }).click();
    await page.getByRole('button', { name: 'Envoyer 2 demandes' }).click();
    await page.getByText('1 demande part.').waitFor();
    await page.getByText('1 personne a déjà reçu une demande ce mois-ci.').waitFor();
  });

  it('a company that never was in PMC has no entry for it, and the page says why', async () => {
    const page = await suite.visit({ as: 'partner-admin@fabrikam.example', locale: 'fr' });
    await open(page, '/chase-list');
    await page.getByText('Votre entreprise n’a jamais été dans PMC').waitFor();
    const menu = page.getByRole('navigation', { name: 'Navigation principale' });
    expect(await menu.getByRole('link', { name: 'Liste de relance' }).count()).toBe(0);
  });

  it('a role that may not read skills is told who may', async () => {
    const page = await suite.visit({ as: 'user-admin@contoso.example' });
    await open(page, '/chase-list');
    await page
      .getByText(/Administrateur partenaire MPN/)
      .first()
      .waitFor();
    expect(await page.getByRole('grid').count()).toBe(0);
  });
});
