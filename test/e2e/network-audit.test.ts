import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

const OPERATOR = 'programme-operator@contoso.example';
const suite = jalonSuite();

const WORDS = {
  fr: {
    company: 'Entreprise',
    event: 'Événement',
    by: /^Auteur/,
    ask: 'Rechercher',
    table: 'Journal d’audit du réseau',
    read: 'Journaux des entreprises consultés',
    download: 'Télécharger (CSV)',
    none: 'Aucun événement ne correspond',
    header: "Identifiant de l'entreprise",
  },
  en: {
    company: 'Company',
    event: 'Event',
    by: /^Done by/,
    ask: 'Search',
    table: 'Audit trail of the network',
    read: 'Trails of companies read',
    download: 'Download (CSV)',
    none: 'No event fits',
    header: 'Company id',
  },
} as const;

it.each(['fr', 'en'] as const)(
  'the operator searches the trails of all companies, which is told itself, and takes them along (%s)',
  async (locale) => {
    const words = WORDS[locale];
    const page = await suite.visit({ as: OPERATOR, locale, phone: locale === 'en', dark: locale === 'en' });
    await open(page, '/network/audit');
    const events = page.getByRole('table', { name: words.table }).locator('tbody tr');
    expect(await events.count()).toBeGreaterThan(3);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByLabel(words.event).selectOption({ label: words.read });
    await page.getByLabel(words.by).fill(OPERATOR);
    await page.locator('main').getByRole('button', { name: words.ask }).click();
    await expect.poll(() => events.allInnerTexts()).not.toEqual([]);
    await expect
      .poll(async () => (await events.allInnerTexts()).every((text) => text.includes(words.read)))
      .toBe(true);
    expect(new URL(page.url()).searchParams.get('action')).toBe('network-audit.read');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: words.download }).click();
    const file = await readFile((await (await download).path())!, 'utf8');
    expect(file.split(/\r?\n/)[0]).toContain(words.header);
    expect(file.trim().split(/\r?\n/).length).toBeGreaterThan(1);
    const company = page.locator('main').getByRole('combobox', { name: words.company });
    await company.click();
    await company.fill('northw');
    await page.getByRole('option', { name: /Northwind/ }).click();
    await page.locator('main').getByRole('button', { name: words.ask }).click();
    await page.getByText(words.none).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  },
);

it('support is told which role may', async () => {
  const page = await suite.visit({ as: 'programme-support@contoso.example', locale: 'en' });
  await open(page, '/network/audit');
  await expect.poll(() => page.locator('main').innerText()).toContain('Programme operator');
});

it('what is shown stays when the next entries cannot be read, which is said', async () => {
  const page = await suite.visit({ as: OPERATOR, locale: 'en' });
  await page.route('**/api/v1/network/audit-events*', async (route) => {
    if (route.request().url().includes('after=')) return route.fulfill({ status: 503, json: {} });
    const response = await route.fetch();
    const nextLink = '/api/v1/network/audit-events?after=2026-01-01T00:00:00.000Z~network~1';
    return route.fulfill({ response, json: { ...(await response.json()), nextLink } });
  });
  await open(page, '/network/audit');
  const events = page.getByRole('table', { name: WORDS.en.table }).locator('tbody tr');
  const shown = await events.count();
  expect(shown).toBeGreaterThan(3);
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByText('The next entries could not be read.').waitFor();
  expect(await events.count()).toBe(shown);
  expect(await accessibilityViolations(page)).toEqual([]);
});
