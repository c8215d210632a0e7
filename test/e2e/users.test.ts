import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { signIn } from './support/first-sign-in.ts';
import { jalonSuite } from './support/jalon-suite.ts';
import { open, settled } from './support/visit.ts';

const ADMIN = 'global-admin@contoso.example';

async function add(page: Page, name: string, email: string): Promise<string> {
  await page.getByLabel('Prénom').fill('Nadia');
  await page.getByLabel(/^Nom/).fill(name);
  await page.getByLabel('E-mail professionnel').fill(email);
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await page.getByText(new RegExp(`Utilisateur ajouté.: Nadia ${name}`)).waitFor();
  return (await page.locator('code').textContent()) ?? '';
}

/** Opens the panel of one person from the list. */
async function openPerson(page: Page, search: string): Promise<void> {
  await open(page, `/users?search=${encodeURIComponent(search)}`);
  await page.getByText(search).first().click();
  await page.getByRole('button', { name: 'Modifier' }).waitFor();
}

describe('managing users, by the French labels', () => {
  const suite = jalonSuite();

  it('Paramètres du compte › Ajouter un utilisateur brings somebody in, who must choose a password', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/');
    const menu = page.getByRole('navigation', { name: 'Navigation principale' });
    await menu.getByRole('link', { name: 'Ajouter un utilisateur' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ajouter un utilisateur' }).waitFor();
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await page.getByText('Donnez une adresse complète').waitFor();
    // The first field that is missing has the focus.
    await page.getByLabel('Prénom').and(page.locator(':focus')).waitFor();
    const secret = await add(page, 'Ferry', 'nadia.ferry@contoso.example');
    expect(secret).toMatch(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/);
    expect(await accessibilityViolations(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Télécharger le journal' }).click();
    expect((await download).suggestedFilename()).toBe('premiere-connexion.csv');

    const person = await suite.visit();
    await signIn(person, 'nadia.ferry@contoso.example', secret);
    await person.getByRole('heading', { name: 'Choisissez votre mot de passe' }).waitFor();
    expect(await accessibilityViolations(person)).toEqual([]);
    await person.goto('/competencies/requirements');
    await person.getByRole('heading', { name: 'Choisissez votre mot de passe' }).waitFor();
    await person.getByLabel('Nouveau mot de passe').fill('motdepasse1234');
    await person.getByRole('button', { name: 'Enregistrer et entrer' }).click();
    await person.getByText('trop courant').waitFor();
    await person.getByLabel('Nouveau mot de passe').fill('quatre boules de neige');
    await person.getByLabel('Le même, encore une fois').fill('quatre boules de neige');
    await person.getByRole('button', { name: 'Enregistrer et entrer' }).click();
    await person.getByRole('heading', { level: 1, name: 'Compétences requises' }).waitFor();
  });

  it('« Ajouter des utilisateurs à l’aide de données PMC » leads to the file', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/users/add');
    await page.getByRole('button', { name: /Ajouter des utilisateurs à l.aide de données PMC/ }).click();
    await page
      .getByRole('heading', { level: 1, name: /Ajouter des utilisateurs à l.aide de données PMC/ })
      .waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Télécharger un fichier vide' }).click();
    expect(readFileSync((await (await download).path())!, 'utf8')).toBe(
      '\uFEFFPrénom;Nom;E-mail professionnel;Rôles;Langue;Utilisateur technique;Équipe\r\n',
    );
  });

  it('opens a person by a click, in another tab by Ctrl and a click, and with the keyboard', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/users?search=exemple');
    const row = page.getByRole('row', { name: /Claire/ });
    const panel = page.getByRole('dialog').getByRole('heading', { name: 'Claire Exemple' });
    // Which tab opens is the browser's affair: what counts is where it was asked to go, and that this page stays.
    await page.evaluate(`
      window.opened = [];
      window.open = (url) => {
        window.opened.push(String(url));
        return null;
      };
      window.addEventListener('click', (event) => {
        const link = event.ctrlKey ? event.target.closest('a') : null;
        if (link === null || event.defaultPrevented) return;
        window.opened.push(link.href);
        event.preventDefault();
      });
    `);
    const opened = () => page.evaluate('window.opened.splice(0)');
    const address = expect.stringMatching(/\/users\?.*\buser=[\w-]+/);
    await row.getByText('Actif').click();
    await panel.waitFor();
    await page.goBack();
    await panel.waitFor({ state: 'detached' });
    for (const where of [row.getByRole('link', { name: 'Exemple' }), row.getByText('Actif')]) {
      await where.click({ modifiers: ['Control'] });
      expect(await opened()).toEqual([address]);
      expect(await panel.count()).toBe(0);
    }
    await row.focus();
    await page.keyboard.press('Enter');
    await panel.waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await page.locator('[role=row][aria-rowindex="2"]:focus').waitFor();
    await page.keyboard.press('Control+Enter');
    expect(await opened()).toEqual([address]);
    expect(await panel.count()).toBe(0);
  });

  it('says so when the person of a link is not there any more', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/users?user=00000000-0000-4000-8000-000000000000');
    await page.getByRole('dialog').getByText('Utilisateur introuvable').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('a file’s log with the temporary passwords is offered once', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/imports');
    const text = 'Prénom;Nom;E-mail professionnel;Rôles;Langue\nInès;Une;ines@contoso.example;;fr\n';
    const file = { name: 'pmc.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Appliquer' }).click();
    const button = page.getByRole('button', { name: 'Télécharger le journal et les premières connexions' });
    await button.waitFor();
    const download = page.waitForEvent('download');
    await button.click();
    await download;
    await page.getByRole('button', { name: /^Télécharger le journal$/ }).waitFor();
  });

  it('a departure shows first what it takes with it, and can be taken back', async () => {
    const page = await suite.visit({ as: ADMIN });
    await openPerson(page, 'claire@contoso.example');
    await page.getByRole('button', { name: 'Départ…' }).click();
    const step = page.getByRole('region', { name: 'Départ de Claire Exemple' });
    await step.getByText(/qualifications? cesse/).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await step.getByLabel('Premier jour sans la personne').fill('2030-01-01');
    await step.getByRole('button', { name: 'Enregistrer le départ' }).click();
    await page.getByText('Départ prévu le').waitFor();
    await page.getByRole('button', { name: 'Annuler le départ prévu' }).click();
    await page.getByText('Départ prévu le').waitFor({ state: 'detached' });
  });

  it('changes a name and a role, disables and enables', async () => {
    const page = await suite.visit({ as: ADMIN });
    await openPerson(page, 'yann@contoso.example');
    await page.getByRole('button', { name: 'Modifier' }).click();
    await page.getByLabel('Prénom').fill('Yannick');
    await page.getByRole('checkbox', { name: 'Lecteur de rapports', exact: true }).click();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('button', { name: 'Désactiver' }).click();
    const step = page.getByRole('region', { name: /Désactiver le compte de Yannick/ });
    await step.getByRole('button', { name: 'Désactiver' }).click();
    await page.getByRole('button', { name: 'Réactiver' }).click();
    await page.getByRole('button', { name: 'Désactiver' }).waitFor();
    await settled(page);
  });

  it('warns whoever is about to shut himself or herself out, before anything happens', async () => {
    const page = await suite.visit({ as: ADMIN });
    await openPerson(page, ADMIN);
    await page.getByRole('button', { name: 'Désactiver', exact: true }).click();
    const step = page.getByRole('region', { name: /Désactiver le compte/ });
    await step.getByText('C’est votre propre compte').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await step.getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('button', { name: 'Modifier' }).click();
    await page.getByRole('checkbox', { name: 'Administrateur général' }).click();
    await page.getByText('Vous vous retirez un rôle à vous-même').waitFor();
    await page.getByRole('button', { name: 'Enregistrer quand même' }).waitFor();
    await page.getByRole('checkbox', { name: 'Administrateur général' }).click();
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).waitFor();
  });

  it('says why a role that may only look cannot change anything', async () => {
    const page = await suite.visit({ as: 'partner-admin@contoso.example' });
    await open(page, '/users');
    const button = page.getByRole('button', { name: 'Ajouter un utilisateur' });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
  });

  it('a forgotten password is asked for, where the company allows it', async () => {
    const admin = await suite.visit({ as: ADMIN });
    await open(admin, '/users/sign-in');
    await admin.getByRole('switch', { name: 'Réinitialisation par la personne elle-même' }).click();
    const page = await suite.visit();
    await open(page, '/sign-in');
    await page.getByRole('link', { name: 'Mot de passe oublié' }).click();
    // Both pages ask for the address.
    await page.getByRole('button', { name: 'Recevoir un lien' }).waitFor();
    await page.getByLabel('E-mail professionnel').fill('zoe@contoso.example');
    await page.getByRole('button', { name: 'Recevoir un lien' }).click();
    await page.getByText('un lien vient de partir').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
