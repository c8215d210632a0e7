import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

const ADMIN = 'partner-admin@contoso.example';

describe('the data sets', () => {
  const suite = jalonSuite();

  it('show their first rows and their columns, and are downloaded', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/');
    const menu = page.getByRole('navigation', { name: 'Navigation principale' });
    await menu.getByRole('link', { name: 'Ensembles de données' }).click();
    await page.getByRole('region', { name: 'Premières lignes de TrainingCompletions' }).waitFor();
    await page.getByRole('columnheader', { name: 'CorpEmail' }).waitFor();
    await page
      .getByRole('combobox', { name: 'Ensemble de données' })
      .selectOption('CompetencyPeformanceRequirement');
    await page.getByRole('columnheader', { name: 'TTMAggregate' }).waitFor();
    await page.getByRole('button', { name: 'Télécharger l’ensemble de données' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'CSV', exact: true }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^CompetencyPeformanceRequirement-contoso-.*\.csv$/);
    expect(readFileSync(await download.path(), 'utf8')).toContain('CompetencyName;');
  });

  it('say who may, and tell a report viewer no names', async () => {
    const viewer = await suite.visit({ as: 'report-viewer@contoso.example', locale: 'en' });
    await open(viewer, '/data-sets');
    await viewer.getByText(/Your role reads this without names/).waitFor();
    expect(await viewer.getByText('CorpEmail').count()).toBe(0);
    const other = await suite.visit({ as: 'account-admin@contoso.example', locale: 'en' });
    await open(other, '/data-sets');
    await other
      .getByText(/Report viewer/)
      .first()
      .waitFor();
  });

  it('are read by programs with a token, which is shown once and revoked', async () => {
    const page = await suite.visit({ as: ADMIN, locale: 'en' });
    await open(page, '/data-sets/feed');
    await page.getByRole('button', { name: 'Make a token' }).click();
    await page.getByRole('textbox', { name: /Name/ }).fill('Excel');
    await page.getByRole('button', { name: 'Make a token' }).click();
    const token = (await page.getByText(/^jalon_report_/).textContent())!;
    expect(await accessibilityViolations(page)).toEqual([]);
    const feed = (await page.getByText(/\/odata\/v4\/$/).textContent())!;
    const authorization = `Basic ${Buffer.from(`anybody:${token}`).toString('base64')}`;
    expect((await fetch(feed, { headers: { authorization } })).status).toBe(200);
    await open(page, '/data-sets/feed');
    expect(await page.getByText(token).count()).toBe(0);
    await page.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('You have no token.').waitFor();
  });

  it('are received regularly, until that is deleted', async () => {
    const page = await suite.visit({ as: ADMIN, locale: 'en', phone: true });
    await open(page, '/data-sets/scheduled');
    await page.getByText('You receive nothing regularly.').waitFor();
    await page.getByRole('combobox', { name: 'Report' }).selectOption('skills-report');
    await page.getByRole('combobox', { name: 'How often' }).selectOption('daily');
    await page.getByRole('button', { name: 'Receive regularly' }).click();
    await page.getByRole('heading', { name: 'Skills report' }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Resume' }).waitFor();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('You receive nothing regularly.').waitFor();
  });
});
