import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

const EXAMS = 'Examens et certifications Microsoft';
const TRAINING = 'Formations et évaluations Microsoft';
const SKILL = 'assessment:TA-AZURE-DATA';

interface Row {
  readonly workEmail: string;
  readonly skillId: string;
  readonly countsNow: boolean;
}

/** From the profile through the provider to the page that asks for the yes. */
async function showAccount(
  page: Page,
  card: string,
  choose: (provider: Page) => Promise<void>,
): Promise<void> {
  await page.getByRole('link', { name: `Associer ${card}` }).click();
  await page.getByRole('heading', { level: 1, name: 'Associer un compte d’apprentissage' }).waitFor();
  await page.getByText('Ce que votre entreprise verra').waitFor();
  await page.getByRole('button', { name: /^J’accepte, continuer vers/ }).click();
  await page.getByRole('heading', { name: 'Compte d’apprentissage' }).waitFor();
  await choose(page);
  await page.getByRole('heading', { level: 1, name: 'Confirmer l’association' }).waitFor();
}

function type(accountId: string, email: string) {
  return async (provider: Page) => {
    await provider.getByLabel('E-mail', { exact: true }).fill(email);
    await provider.getByLabel(/^Identifiant du compte/).fill(accountId);
    await provider.getByRole('button', { name: 'Continuer' }).click();
  };
}

async function confirm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Associer ce compte' }).click();
  await page.getByText('Compte associé. Ses qualifications comptent dès leur réception.').waitFor();
}

describe('people come in, associate their learning accounts, and move', () => {
  const suite = jalonSuite();

  async function rowsOf(partnerId: string, workEmail: string): Promise<readonly Row[]> {
    const page = await suite.visit({ as: `partner-admin@${partnerId}.example` });
    const answer = await page.request.get(`/api/v1/partners/${partnerId}/skills-report?top=1000`);
    const { value } = (await answer.json()) as { value: Row[] };
    return value.filter((row) => row.workEmail === workEmail);
  }

  /** The temporary passwords in the log of a file, by address. */
  async function addByFile(people: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const admin = await suite.visit({ as: 'global-admin@contoso.example' });
    await open(admin, '/imports');
    const lines = people.map((email) => `${email.split('@')[0]};Nouvelle;${email};;fr`);
    const text = ['Prénom;Nom;E-mail professionnel;Rôles;Langue', ...lines, ''].join('\n');
    const file = { name: 'pmc.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    await admin.locator('input[type=file]').setInputFiles(file);
    await admin.getByRole('button', { name: 'Appliquer' }).click();
    const button = admin.getByRole('button', { name: 'Télécharger le journal et les premières connexions' });
    await button.waitFor();
    const download = admin.waitForEvent('download');
    await button.click();
    const log = await readFile(await (await download).path(), 'utf8');
    const [head = [], ...rows] = log
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','));
    const [name, secret] = ['userName', 'temporaryPassword'].map((column) => head.indexOf(column));
    expect([head, name, secret]).not.toContain(-1);
    return new Map(rows.map((row) => [row[name!]!, row[secret!]!]));
  }

  async function receive(accountId: string): Promise<void> {
    const operator = await suite.visit({ as: 'programme-operator@contoso.example' });
    const me = await (await operator.request.get('/api/v1/me')).json();
    const record = { externalId: `e2e ${accountId}`, accountId, skill: SKILL, achievedOn: '2026-10-01' };
    const sent = await operator.request.post('/api/v1/sources/partner-university/records', {
      data: { records: [record] },
      headers: { 'x-csrf-token': me.csrfToken, origin: suite.jalon().address },
    });
    expect(sent.status()).toBe(200);
  }

  const PEOPLE = ['ada@contoso.example', 'blanche@contoso.example', 'cyrille@contoso.example'];
  let added: Promise<ReadonlyMap<string, string>> | null = null;
  /** One file for all of them, whoever comes first. */
  const passwordOf = async (email: string): Promise<string> => {
    added ??= addByFile(PEOPLE);
    return (await added).get(email)!;
  };

  it.each(PEOPLE)(
    '%s comes by a file, changes the first password, associates, and is in the report at the next look',
    async (email) => {
      const password = await passwordOf(email);
      const accountId = `PU-83000${PEOPLE.indexOf(email)}`;
      await receive(accountId);
      const page = await suite.visit();
      await open(page, '/sign-in');
      await page.getByLabel('E-mail professionnel').fill(email);
      await page.getByLabel(/^Mot de passe/).fill(password);
      await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
      await page.getByLabel('Nouveau mot de passe').fill('quatre boules de neige');
      await page.getByLabel('Le même, encore une fois').fill('quatre boules de neige');
      await page.getByRole('button', { name: 'Enregistrer et entrer' }).click();
      await page.getByRole('heading', { level: 1, name: 'Mon profil' }).waitFor();
      await showAccount(page, TRAINING, type(accountId, `${accountId.toLowerCase()}@mail.example`));
      await page.getByText('Le compte a une autre adresse que votre compte professionnel').waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      await confirm(page);
      // The next look shows it: nothing runs later in the background.
      expect(await rowsOf('contoso', email)).toMatchObject([{ skillId: SKILL, countsNow: true }]);
      await page.getByRole('region', { name: TRAINING }).getByText(accountId, { exact: true }).waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
    },
  );

  it('a move is told before, ends the old association at once, and both companies see their side', async () => {
    const page = await suite.visit();
    await open(page, '/sign-in');
    await page.getByRole('button', { name: 'Continuer avec Entra ID (local)' }).click();
    await page.getByLabel('E-mail', { exact: true }).fill('zoe.mobile@fabrikam.example');
    await page.getByLabel('Nom').fill('Zoé Mobile');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mon profil' }).waitFor();
    const before = await rowsOf('contoso', 'zoe@contoso.example');
    expect(before.filter(({ countsNow }) => countsNow).length).toBeGreaterThan(0);
    await showAccount(page, TRAINING, (provider) =>
      provider.getByRole('button', { name: /PU-110103/ }).click(),
    );
    await page.getByText(/Votre association avec Contoso Conseil .* prend fin à cet instant/).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await confirm(page);
    const after = await rowsOf('contoso', 'zoe@contoso.example');
    expect(after.filter(({ countsNow }) => countsNow)).toEqual([]);
    expect(await rowsOf('fabrikam', 'zoe.mobile@fabrikam.example')).not.toEqual([]);
    const trail = async (partnerId: string) => {
      const admin = await suite.visit({ as: `partner-admin@${partnerId}.example` });
      return (await admin.request.get(`/api/v1/partners/${partnerId}/audit-events?top=50`)).text();
    };
    const old = await trail('contoso');
    expect(old).toContain('association.ended');
    expect(old).not.toContain('fabrikam');
    expect(await trail('fabrikam')).toContain('association.started');
  });

  it('who dissociates sees first what stops counting', async () => {
    const page = await suite.visit({ as: 'yann@contoso.example', phone: true });
    await open(page, '/profile');
    await page.getByRole('button', { name: `Dissocier ${EXAMS}` }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Dissocier ce compte ?' });
    await dialog.getByText(/pour Contoso Conseil/).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Dissocier' }).click();
    await page.getByRole('link', { name: `Associer ${EXAMS}` }).waitFor();
    await page.getByRole('heading', { name: 'Historique des associations' }).waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('turning back at the provider associates nothing and says so', async () => {
    const page = await suite.visit({ as: 'global-admin@contoso.example' });
    await open(page, '/profile/associate');
    await page.getByRole('button', { name: /^J’accepte/ }).click();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText('Vous êtes revenu sans choisir de compte.').waitFor();
    await open(page, '/profile/associate/00000000-0000-4000-8000-000000000000');
    await page.getByRole('heading', { level: 1, name: 'Cette étape n’est plus valable' }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
