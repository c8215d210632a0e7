import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

const codeOf = (key: string) => new TOTP({ secret: Secret.fromBase32(key) }).generate();

describe('signing in', () => {
  const suite = jalonSuite();

  async function choose(page: Page, person: RegExp): Promise<void> {
    await page.getByRole('button', { name: 'Continuer avec Entra ID (local)' }).click();
    await page.getByRole('heading', { name: 'Compte professionnel' }).waitFor();
    await page.getByRole('button', { name: person }).click();
  }

  it('with a work account leads through the provider to the page that was asked for', async () => {
    const page = await suite.visit();
    await open(page, '/competencies/requirements');
    await choose(page, /claire@contoso\.example/);
    await page.getByRole('heading', { level: 1, name: 'Compétences requises' }).waitFor();
  });

  it('with a work account speaks the language of the person, whatever that of the browser', async () => {
    const page = await suite.visit({ locale: 'en' });
    await open(page, '/competencies/requirements');
    await page.getByRole('button', { name: 'Continue with Entra ID (local)' }).click();
    await page.getByRole('button', { name: /claire@contoso\.example/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Compétences requises' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
  });

  it('with a personal account says what happened and what to do', async () => {
    const page = await suite.visit();
    await open(page, '/sign-in');
    await page.getByRole('button', { name: 'Continuer avec Entra ID (local)' }).click();
    await page.getByRole('heading', { name: 'Compte professionnel' }).waitFor();
    await page.getByLabel('E-mail').fill('quelquun@gmail.com');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByText('C’est un compte personnel').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('with nothing typed says in the language of the page what is missing', async () => {
    const page = await suite.visit();
    await open(page, '/sign-in');
    await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
    expect(await page.getByText('Indiquez une valeur.').count()).toBe(2);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('by a link that is over leads to the sign-in', async () => {
    const page = await suite.visit();
    await open(page, '/welcome/over');
    await page.getByText('Ce lien n’est plus valable').waitFor();
    await page.getByRole('link', { name: 'Revenir à la connexion' }).click();
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor();
  });

  it('asks for the code of an authenticator app once it is set up', async () => {
    const page = await suite.visit({ as: 'yann@contoso.example' });
    await open(page, '/profile/security');
    await page.getByRole('button', { name: 'Configurer' }).click();
    await page.getByRole('img', { name: /Code QR/ }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    const key = (await page.locator('form code').innerText()).replace(/\s/g, '');
    await page.getByLabel('Code à six chiffres').fill(codeOf(key));
    await page.getByRole('button', { name: 'Activer' }).click();
    await page.getByRole('heading', { name: 'Codes de secours' }).waitFor();
    const recovery = await page.locator('li code').first().innerText();
    await page.getByRole('button', { name: 'Terminé' }).click();
    await page.getByText(/Il reste 10 codes de secours/).waitFor();

    const other = await suite.visit();
    await open(other, '/sign-in');
    const { email, password } = suite.jalon().signIn('yann@contoso.example');
    await other.getByLabel('E-mail professionnel').fill(email);
    await other.getByLabel('Mot de passe').fill(password);
    await other.getByRole('button', { name: 'Se connecter', exact: true }).click();
    await other.getByRole('heading', { name: 'Second facteur' }).waitFor();
    expect(await accessibilityViolations(other)).toEqual([]);
    await other.getByLabel(/^Code/).fill('000000');
    await other.getByRole('button', { name: 'Continuer' }).click();
    await other.getByText(/Ce code est faux/).waitFor();
    await other.getByLabel(/^Code/).fill(recovery);
    await other.getByRole('button', { name: 'Continuer' }).click();
    await other.getByRole('heading', { level: 1, name: 'Mon profil' }).waitFor();
  });

  it('works with a passkey of the device, made under My profile', async () => {
    const page = await suite.visit({ as: 'zoe@contoso.example' });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await open(page, '/profile/security');
    await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
    await page.getByLabel('Nom de la clé').fill('Ordinateur de Zoé');
    await page.getByRole('button', { name: 'Créer la clé' }).click();
    await page.getByText('Ordinateur de Zoé').waitFor();
    await page.context().clearCookies();
    await open(page, '/sign-in');
    await page.getByRole('button', { name: 'Utiliser une clé d’accès' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mon profil' }).waitFor();
  });

  it.each(['fr', 'en'] as const)('the security of the account meets WCAG 2.2 AA in %s', async (locale) => {
    const page = await suite.visit({ as: 'claire@contoso.example', locale, phone: true });
    await open(page, '/profile/security');
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});
