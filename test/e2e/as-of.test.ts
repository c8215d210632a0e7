import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Overview } from '../../src/contract/competencies.ts';
import type { Risk } from '../../src/contract/risk.ts';
import { jalonSuite } from './support/jalon-suite.ts';
import { open, settled } from './support/visit.ts';

const ADMIN = 'partner-admin@contoso.example';
const GOLD = { competency: 'data-platform', level: 'gold' };

/** The day on which the gold of the demo company ends: it is dated from the day on which the demo was made. */
async function endOfGold(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/partners/contoso/overview');
  const { aboutToEnd } = (await answer.json()) as Overview;
  return aboutToEnd.find(({ competency }) => competency === GOLD.competency)!.on!;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

async function chooseDay(page: Page, day: string): Promise<void> {
  await page.getByRole('button', { name: /Date de la consultation/ }).click();
  await page.getByLabel('État au').fill(day);
  await page.getByRole('button', { name: 'Appliquer' }).click();
  await page.waitForURL(new RegExp(`asOf=${day}`));
  await settled(page);
}

const held = (page: Page) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: 'Vous détenez' }) })
    .innerText();

describe('the day of the pages', () => {
  const suite = jalonSuite();

  it('is chosen once and kept from page to page, in the other language and in the file', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/');
    const end = await endOfGold(page);
    await chooseDay(page, dayBefore(end));
    const gold = /Plateforme de données\s+Gold/;
    const kept = /Plateforme de données\s+Gold\s+Les exigences ne sont plus remplies/;
    expect(await held(page)).toMatch(gold);
    expect(await held(page)).not.toMatch(kept);
    await page.getByRole('status').filter({ hasText: 'projection' }).waitFor();
    await chooseDay(page, end);
    await expect.poll(() => held(page)).toMatch(kept);

    await page.getByRole('link', { name: 'Compétences', exact: true }).click();
    await page.waitForURL(new RegExp(`/competencies\\?.*asOf=${end}`));
    await settled(page);
    const row = page.getByRole('row', { name: /Plateforme de données/ });
    expect(await row.innerText()).toMatch(/Silver/);
    await row.getByRole('link').first().click();
    await page.getByText('Niveau Silver atteint').waitFor();
    expect(page.url()).toContain(`asOf=${end}`);

    await page.getByRole('link', { name: 'Rapport des qualifications' }).click();
    await settled(page);
    expect(page.url()).toContain(`asOf=${end}`);
    await page.getByRole('button', { name: 'Télécharger le rapport des qualifications' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toContain(end);

    await page
      .getByRole('banner')
      .getByRole('button', { name: /English/ })
      .click();
    await page.getByRole('status').filter({ hasText: 'projection' }).waitFor();
    expect(page.url()).toContain(`asOf=${end}`);
    await page
      .getByRole('banner')
      .getByRole('button', { name: /Français/ })
      .click();
    await page.getByRole('button', { name: 'Revenir à aujourd’hui' }).click();
    await page.waitForURL((url) => !url.searchParams.has('asOf'));
  });

  it('is that of the way of a record and of the users, and pages about now say that they are', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/');
    const end = await endOfGold(page);
    await open(page, `/competencies/report/user-skills?search=lopez&asOf=${end}`);
    await page.getByRole('row').filter({ hasText: 'Lopez' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText(/Associée seulement au PMC/)
      .first()
      .waitFor();
    await open(page, `/imports?asOf=${end}`);
    await page.getByText('Cette page, elle, montre toujours l’état d’aujourd’hui.').waitFor();
  });

  it('is today where the address names a day that does not exist, and the page says so', async () => {
    const page = await suite.visit({ as: ADMIN });
    for (const path of ['/?asOf=2026-02-30', '/competencies/report/user-skills?asOf=hier', '/users?asOf=0']) {
      await open(page, path);
      await page.getByText('L’adresse contient une date qui n’existe pas.').waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
    }
  });

  it('before the first rules has no answer, and the page says from when there is one', async () => {
    const page = await suite.visit({ as: ADMIN });
    for (const path of ['/', '/competencies', '/competencies/data-platform']) {
      await open(page, `${path}?asOf=2016-01-01`);
      await page
        .getByText(/Aucune règle n’est connue avant le 1er juillet 2017/)
        .first()
        .waitFor();
    }
  });
});

describe('departures whose number is not settled', () => {
  const suite = jalonSuite();

  it('read as at least so many', async () => {
    const page = await suite.visit({ as: ADMIN });
    await page.route('**/partners/contoso/risk?*', async (route) => {
      const answer = await route.fetch();
      const risk = (await answer.json()) as Risk;
      const value = risk.value.map((level) =>
        level.level === GOLD.level ? { ...level, departuresSurvived: 3, criticalPeople: [] } : level,
      );
      const undecided = { code: 'departures-undecided' as const, ...GOLD };
      await route.fulfill({
        response: answer,
        json: { ...risk, value, warnings: [...risk.warnings, undecided] },
      });
    });
    await open(page, '/competencies/data-platform');
    const row = page
      .getByRole('table', { name: 'Ce qui peut être perdu' })
      .getByRole('row', { name: /Gold/ });
    await row.getByText(/Au moins 3 départs/).waitFor();
    await page.getByText(/Le nombre de départs supportés est un minimum pour/).waitFor();
  });
});

describe('a level that hangs on what is not known', () => {
  const suite = jalonSuite();

  it('names it on the list and on its page, and nobody is said to be missing', async () => {
    const page = await suite.visit({ as: 'partner-admin@fabrikam.example' });
    await open(page, '/competencies');
    const row = page.getByRole('row', { name: /Planification des ressources/ });
    expect(await row.innerText()).toMatch(/Inconnu.: Chiffre d’affaires brut de licences/);
    expect(await row.innerText()).not.toMatch(/personne/);
    await row.getByRole('link').first().click();
    await page
      .getByText(/Inconnu sur/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Importer des indicateurs' }).first().waitFor();
    await open(page, '/');
    await page
      .getByText(/^Inconnu.: /)
      .first()
      .waitFor();
  });
});
