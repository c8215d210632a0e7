import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/domain/time/day.ts';
import { demoDirectory } from '../../src/features/demo/demo-directory.ts';
import { demoNetwork } from '../../src/features/demo/demo-network.ts';
import { accessibilityViolations } from './support/accessibility.ts';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

const EXAMS = 'Examens et certifications Microsoft';
const TRAINING = 'Formations et évaluations Microsoft';

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

  /** Of each level of the company: whether it is met, and how many departures it survives. */
  async function standingOf(
    partnerId: string,
  ): Promise<ReadonlyMap<string, readonly [string, number | null]>> {
    const page = await suite.visit({ as: `partner-admin@${partnerId}.example` });
    const answer = await page.request.get(`/api/v1/partners/${partnerId}/risk`);
    const { value } = (await answer.json()) as {
      value: { competency: string; level: string; outcome: string; departuresSurvived: number | null }[];
    };
    return new Map(
      value.map(({ competency, level, outcome, departuresSurvived }) => [
        `${competency} ${level}`,
        [outcome, departuresSurvived],
      ]),
    );
  }

  it('a move is told before, ends the old association at once, and both companies see their side', async () => {
    const page = await suite.visit();
    await open(page, '/sign-in');
    await page.getByRole('button', { name: 'Continuer avec Entra ID (local)' }).click();
    await page.getByLabel('E-mail', { exact: true }).fill('zoe.mobile@fabrikam.example');
    await page.getByLabel('Nom').fill('Zoé Mobile');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mon profil' }).waitFor();
    const before = await rowsOf('contoso', 'zoe@contoso.example');
    const standingBefore = await standingOf('contoso');
    expect(before.filter(({ countsNow }) => countsNow).length).toBeGreaterThan(0);
    await showAccount(page, TRAINING, (provider) =>
      provider.getByRole('button', { name: /PU-110103/ }).click(),
    );
    await page.getByText(/Votre association avec Contoso Conseil .* prend fin à cet instant/).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await confirm(page);
    const after = await rowsOf('contoso', 'zoe@contoso.example');
    expect(after.filter(({ countsNow }) => countsNow)).toEqual([]);
    const standing = await standingOf('contoso');
    // The level is still met, with one person less to lose.
    const [outcome, survived] = standingBefore.get('data-platform silver')!;
    expect(standing.get('data-platform silver')).toEqual([outcome, survived! - 1]);
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

  it('the share link of a transcript associates its account after the code of its owner', async () => {
    const owner = 'global-admin@mail.example';
    const { learning } = demoDirectory(demoNetwork(parseDay('2026-11-21')!, { large: false }));
    const { accountId } = learning.find(({ email }) => email === owner)!;
    const page = await suite.visit({ as: 'global-admin@contoso.example' });
    await open(page, '/profile/associate');
    await page
      .getByLabel('Lien de partage')
      .fill(`https://learn.microsoft.com/fr-fr/users/demo/transcript/demo${accountId}`);
    await page.getByRole('button', { name: 'Montrer cette transcription' }).click();
    await page.getByLabel('Code à six chiffres').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    const mails = '/api/v1/partners/contoso/mails';
    const { value } = (await (await page.request.get(mails)).json()) as {
      value: { mailId: string; kind: string; recipient: string }[];
    };
    const mail = value.find(({ kind, recipient }) => kind === 'transcript-code' && recipient === owner)!;
    const { text } = (await (await page.request.get(`${mails}/${mail.mailId}/content`)).json()) as {
      text: string;
    };
    await page.getByLabel('Code à six chiffres').fill(/^\d{6}$/m.exec(text)![0]);
    await page.getByRole('button', { name: 'Vérifier' }).click();
    await page.getByRole('heading', { level: 1, name: 'Confirmer l’association' }).waitFor();
    await page.getByText(owner).first().waitFor();
    await confirm(page);
    await page.getByRole('region', { name: EXAMS }).getByText(accountId, { exact: true }).waitFor();
    await page.getByText('Obtenue le 5 mars 2025').first().waitFor();
    // Two addresses: both are shown, with whom to ask and which one an exam is matched to.
    await page.getByText(/est différent de votre e-mail professionnel/).waitFor();
    await page.getByText(new RegExp(`inscrivez-vous avec ${owner}`)).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('the profile goes to the administrators as a PDF, and to whoever it is about', async () => {
    const page = await suite.visit({ as: 'claire@contoso.example', phone: true });
    await open(page, '/profile');
    await page.getByText('Accès à l’Université partenaire').waitFor();
    await page.getByRole('button', { name: 'Envoyer à mon administrateur' }).click();
    await page.getByText(/^Profil envoyé à .*Olivier Besson/).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Télécharger le PDF' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^Profil Claire .* \d{4}-\d{2}-\d{2}\.pdf$/);
    expect((await readFile(await saved.path())).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('an administrator ends the association of a leaver after reading what it does', async () => {
    const page = await suite.visit({ as: 'global-admin@contoso.example' });
    const users = '/api/v1/partners/contoso/users';
    const found = await (await page.request.get(`${users}?search=claire@contoso.example`)).json();
    const { userId } = found.value[0] as { userId: string };
    const me = await (await page.request.get('/api/v1/me')).json();
    const headers = { 'x-csrf-token': me.csrfToken, origin: suite.jalon().address };
    const left = await page.request.post(`${users}/${userId}/leave`, { data: { on: me.today }, headers });
    expect(left.status()).toBe(200);
    await open(page, `/users?user=${userId}`);
    await page.getByRole('heading', { name: 'Associations laissées ouvertes' }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    const end = page.getByRole('button', {
      name: /^Mettre fin à l’association Microsoft Learning .* par l’Espace partenaires$/,
    });
    await end.click();
    await page.getByRole('heading', { name: /^Mettre fin à l’association de Microsoft Learning/ }).waitFor();
    await page.getByText('L’historique reste, avec la date de fin.').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Mettre fin à l’association', exact: true }).click();
    // What PMC associated stays beside it.
    await page.getByRole('heading', { name: 'Associations laissées ouvertes' }).waitFor();
    await end.waitFor({ state: 'detached' });
    const { value } = await (await page.request.get(`${users}/${userId}/associations`)).json();
    const ways = value.map(({ provider, via }: { provider: string; via: string }) => `${provider} ${via}`);
    expect(ways).not.toContain('microsoft-learning partner-center');
  });

  it('turning back at the provider associates nothing and says so', async () => {
    const page = await suite.visit({ as: 'global-admin@contoso.example' });
    await open(page, '/profile/associate');
    await page.getByRole('button', { name: /^J’accepte/ }).click();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText('Aucun compte n’a été choisi.').waitFor();
    await open(page, '/profile/associate/00000000-0000-4000-8000-000000000000');
    await page.getByRole('heading', { level: 1, name: 'Cette étape n’est plus valable' }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
