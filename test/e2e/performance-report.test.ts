import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { jalonSuite } from './support/jalon-suite.ts';
import { open, settled } from './support/visit.ts';
import { firstSheet } from './support/workbook.ts';

const ADMIN = 'partner-admin@contoso.example';
const REPORT = '/competencies/report/performance';
const OF_SQL_SERVER = /70-764 et 70-765/;

describe('the competency performance report of Contoso Conseil', () => {
  const suite = jalonSuite();

  it('counts the levels by state with their competencies, and leads from a number of people to these people', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, REPORT);
    const states = page.getByRole('region', { name: 'États des niveaux' });
    await states.getByRole('link', { name: 'Plateforme de données' }).first().waitFor();
    await page.getByRole('combobox', { name: 'Compétence' }).selectOption('data-platform');
    await page.waitForURL(/competency=data-platform/);
    const row = page.getByRole('row').filter({ hasText: OF_SQL_SERVER });
    const figure = row.getByRole('link', { name: /^\d+\s(personne|personnes)$/ });
    const people = Number.parseInt((await figure.innerText()).trim(), 10);
    expect(people).toBeGreaterThan(0);
    await figure.click();
    const table = page.getByRole('table', { name: /remplissent l’exigence/ });
    await table.waitFor();
    expect(await table.getByRole('row').count()).toBe(people + 1);
    await table.getByRole('link', { name: 'Karim Benali' }).click();
    await page.waitForURL(/user-skills.*user=/);
  });

  it('reads the months of a chart with the keyboard, and shows the same numbers as a table', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, `${REPORT}?competency=data-platform`);
    await page.getByRole('link', { name: OF_SQL_SERVER }).click();
    const chart = page.getByRole('figure', { name: /à la fin de chaque mois/ });
    await chart.getByRole('img').waitFor();
    const last = chart.getByRole('button', { pressed: true });
    await last.focus();
    await page.keyboard.press('ArrowLeft');
    const before = chart.getByRole('button', { pressed: true });
    const said = (await before.getAttribute('aria-label')) ?? '';
    expect(said).toMatch(/Personnes\s:\s\d+/);
    const number = /Personnes\s:\s(\d+)/.exec(said)?.[1];
    const month = said.split(' – ')[0]!;
    await chart.getByRole('button', { name: 'Afficher en tableau' }).click();
    const row = chart.getByRole('row').filter({ hasText: month });
    expect((await row.getByRole('cell').first().innerText()).trim()).toBe(number);
    await row.getByRole('link').first().click();
    await page.waitForURL(/asOf=\d{4}-\d{2}-\d{2}/);
    await page.getByRole('heading', { name: new RegExp(`^${number} person`) }).waitFor();
  });

  it('keeps the choice in the address and downloads the lines that are shown', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, REPORT);
    await page.getByRole('button', { name: /^Basé sur les performances \(\d+\)$/ }).click();
    await page.waitForURL(/basis=performance/);
    await page.reload();
    await settled(page);
    const status = page.getByText(/^\d+ lignes? sur \d+$/);
    const shown = Number.parseInt(await status.innerText(), 10);
    expect(shown).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Télécharger le rapport' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Excel (XLSX)' }).click(),
    ]);
    const rows = await firstSheet(await readFile(await download.path()));
    expect(rows).toHaveLength(shown + 1);
  });

  it('is refused to a report viewer with the role named', async () => {
    const page = await suite.visit({ as: 'report-viewer@contoso.example' });
    await open(page, REPORT);
    await page.getByText('Votre rôle ne donne pas accès à cette page').waitFor();
  });
});
