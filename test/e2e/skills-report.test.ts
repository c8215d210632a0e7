import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { jalonSuite } from './support/jalon-suite.ts';
import { open, settled } from './support/visit.ts';
import { firstSheet } from './support/workbook.ts';

const ADMIN = 'partner-admin@contoso.example';
const REPORT = '/competencies/report/user-skills';
const DOWNLOAD = 'Télécharger le rapport des qualifications';

/** The rows under the header. */
const bodyRows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('gridcell') });

/** What is asked of the elements of the page. */
interface RowElement {
  querySelectorAll(selector: string): Iterable<{ readonly innerText: string }>;
}

/** The cells of the rows on screen, without the space around them; all read at one moment. */
async function rowsOnScreen(page: Page): Promise<string[][]> {
  await bodyRows(page).first().waitFor();
  return bodyRows(page).evaluateAll((rows) =>
    (rows as unknown as RowElement[]).map((row) =>
      [...row.querySelectorAll('[role=gridcell]')].map(({ innerText }) => innerText.trim()),
    ),
  );
}

async function headersOnScreen(page: Page): Promise<string[]> {
  const headers = await page.getByRole('columnheader').allInnerTexts();
  return headers.map((header) => header.trim());
}

async function downloaded(page: Page, format: string): Promise<Uint8Array> {
  await page.getByRole('button', { name: DOWNLOAD }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ]);
  return readFile(await download.path());
}

describe('the skills report of Contoso Conseil, read by its partner admin', () => {
  const suite = jalonSuite();

  it('shows a row for each person and skill, with the reason where it does not count', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, REPORT);
    await bodyRows(page).filter({ hasText: 'D’Été' }).filter({ hasText: /expir/i }).first().waitFor();
    const text = (await rowsOnScreen(page)).map((row) => row.join(' | '));
    expect(text).toContainEqual(expect.stringMatching(/Karim \| Benali.*70-764/s));
    expect(text).toContainEqual(expect.stringMatching(/Zoé \| D’Été.*expir/is));
  });

  it('keeps its filters in the address and downloads as XLSX exactly the rows of the screen', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, REPORT);
    await page
      .getByRole('group', { name: 'Résumé' })
      .getByRole('button', { name: /non prises? en compte/ })
      .click();
    await page.waitForURL(/counts=no/);
    await settled(page);
    const screen = await rowsOnScreen(page);
    const sheet = await firstSheet(await downloaded(page, 'Excel (XLSX)'));
    const straight = (text: string) => text.replaceAll('’', "'");
    expect(sheet[0]?.map(straight)).toEqual((await headersOnScreen(page)).map(straight));
    expect(sheet.length - 1).toBe(screen.length);
    const key = (row: readonly string[]) => `${row[0]} ${row[1]} ${row[7]}`;
    expect(sheet.slice(1).map(key).sort()).toEqual(screen.map(key).sort());
    await page.reload();
    await settled(page);
    expect(await rowsOnScreen(page)).toEqual(screen);
  });

  it('finds a person by name and sorts by a column', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, REPORT);
    await page.getByRole('searchbox', { name: 'Rechercher une personne, une qualification' }).fill('benali');
    await page.waitForURL(/search=benali/);
    await settled(page);
    const rows = await rowsOnScreen(page);
    expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(['Benali']));
    await page
      .getByRole('columnheader', { name: /Date d.obtention/ })
      .getByRole('button')
      .click();
    await page.waitForURL(/orderby=/);
    await settled(page);
    expect(await rowsOnScreen(page)).toHaveLength(rows.length);
  });

  it('looks ahead: the day after the PMC window, Sandrine no longer counts', async () => {
    const page = await suite.visit({ as: ADMIN });
    const inTwoMonths = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    await open(page, `${REPORT}?asOf=${inTwoMonths}&search=Lopez`);
    const rows = await rowsOnScreen(page);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.some((cell) => /PMC/.test(cell)))).toBe(true);
    expect(await page.getByRole('button', { name: 'Revenir à aujourd’hui' }).isVisible()).toBe(true);
  });

  it('opens the way of a record by a click on its row', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, `${REPORT}?search=Marchand`);
    await bodyRows(page).first().click();
    await page.getByRole('heading', { name: 'Le parcours de cette qualification' }).waitFor();
  });

  it('stands as cards on a phone', async () => {
    const page = await suite.visit({ as: ADMIN, phone: true });
    await open(page, REPORT);
    await page.getByText('Philippe Aubry').first().waitFor();
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(390);
  });
});

describe('the skills report where there is nothing to show', () => {
  const suite = jalonSuite();

  it('helps the admin of Northwind: the message, its cause, what to do and for whom', async () => {
    const page = await suite.visit({ as: 'partner-admin@northwind.example' });
    await open(page, '/profile');
    await page.getByRole('radio', { name: 'Français' }).check();
    await open(page, REPORT);
    await page.getByText('Aucun utilisateur n’a été trouvé avec des données de qualifications.').waitFor();
    await page.getByText('Votre entreprise a été créée directement ici', { exact: false }).waitFor();
    await page.getByText('Emil Haugen', { exact: false }).waitFor();
    const file = await page
      .context()
      .request.get('/api/v1/partners/northwind/skills-report?format=xlsx&lang=fr');
    expect(file.status()).toBe(409);
  });
});
