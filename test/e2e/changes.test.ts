import { describe, expect, it } from 'vitest';
import { jalonSuite } from './support/jalon-suite.ts';
import { open, settled } from './support/visit.ts';

const ADMIN = 'partner-admin@contoso.example';
/** Before the time of the demo, which is dated from the day it is made. */
const LONG_AGO = '/changes?since=2020-01-15';

describe('the change log, read by the partner admin of Contoso Conseil', () => {
  const suite = jalonSuite();

  it('says which levels were gained and leads from each to the skills that made the difference', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, LONG_AGO);
    const level = page
      .getByRole('listitem')
      .filter({ hasText: 'Plateforme de données' })
      .filter({ hasText: 'Gold' });
    await level.getByText('Gagné').waitFor();
    await level.getByText(/Pourquoi.*qualifications des personnes/).waitFor();
    await level.getByRole('button', { name: /Voir les qualifications concernées/ }).click();
    await page.waitForURL(/competency=data-platform/);
    await page.getByRole('button', { name: /Compétence : Plateforme de données/ }).waitFor();
    await settled(page);
    const rows = page.getByRole('row').filter({ has: page.getByRole('gridcell') });
    expect(await rows.count()).toBeGreaterThan(0);
    await rows.first().click();
    await page
      .getByRole('heading', { level: 1, name: 'Rapport sur les performances des compétences' })
      .waitFor();
  });

  it('keeps its day and its choice in the address, and says when the day is impossible', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/changes?tab=skills');
    await page.getByRole('button', { name: '12 mois' }).click();
    await page.waitForURL(/since=\d{4}-\d{2}-\d{2}/);
    await settled(page);
    await page.getByRole('button', { name: /^Prise en compte \(\d+\)$/ }).click();
    await page.waitForURL(/change=gained/);
    await page.reload();
    const chip = page.getByRole('button', { name: /^Prise en compte \(\d+\)$/ });
    await chip.waitFor();
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    await page.getByLabel('Depuis le').fill('2999-01-01');
    await page.getByText(/Choisissez un jour avant le/).waitFor();
  });

  it('is refused to a report viewer with the role named', async () => {
    const page = await suite.visit({ as: 'report-viewer@contoso.example' });
    await open(page, '/changes');
    await page.getByText('Votre rôle ne donne pas accès à cette page').waitFor();
    await page.getByText(/Administrateur partenaire MPN ou Administrateur général/).waitFor();
  });
});
