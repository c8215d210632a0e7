import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { jalonSuite } from './support/jalon-suite.ts';
import { open, settled } from './support/visit.ts';

const FABRIKAM = 'partner-admin@fabrikam.example';
const CONTOSO = 'partner-admin@contoso.example';
const DESIGNATIONS = 'Désignations Microsoft Solutions Partner';

async function choose(page: Page, programme: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Programme' }).click();
  await page.getByRole('option', { name: programme }).click();
  await settled(page);
}

const programmeOf = (page: Page) => new URL(page.url()).searchParams.get('programme');

describe('a company in two programmes, in French', () => {
  const suite = jalonSuite();

  it('goes from its competencies to a designation that it holds, and sees what the points come from', async () => {
    const page = await suite.visit({ as: FABRIKAM });
    await open(page, '/competencies');
    expect(programmeOf(page)).toBeNull();
    await choose(page, DESIGNATIONS);
    await page.getByText('1 désignation obtenue sur 6').waitFor();
    expect(programmeOf(page)).toBe('solutions-partner');
    await page.getByText('Parcours\u202f: Grandes entreprises').waitFor();
    const row = page.getByRole('row', { name: /Infrastructure \(Azure\).*92 sur 100/ });
    expect(await row.getByText('Obtenue', { exact: true }).isVisible()).toBe(true);
    await row.getByRole('link').click();

    await page.getByText('Désignation obtenue').waitFor();
    await page.getByRole('img', { name: '92 points sur 100\u202f; il en faut 70' }).waitFor();
    await page.getByText('Qualifiée\u202f: exigences remplies au moins un jour').waitFor();
    const people = page.locator('section', {
      has: page.getByRole('heading', { name: 'Certifications avancées' }),
    });
    await people.getByText('passage obligé – franchi').last().waitFor();
    await people
      .getByRole('button', { name: /^Place tenue par/ })
      .first()
      .click();
    await page.getByText('Compte par\u202f:').waitFor();
  });

  it('is told which figure is missing, and where to give it', async () => {
    const page = await suite.visit({ as: FABRIKAM });
    await open(page, '/?programme=solutions-partner');
    await page.getByRole('link', { name: /Données et IA/ }).click();
    await page.getByText('Désignation à déterminer').waitFor();
    await page.getByText('Aucune valeur connue pour\u202f: Déploiements.').waitFor();
    await page.getByText('Il manque au plus 1,5 point.').waitFor();
    await page.getByRole('link', { name: 'Importer des indicateurs' }).click();
    await page.getByRole('heading', { level: 1, name: 'Importations' }).waitFor();
  });

  it('compares the tracks of a designation, each with the gate that stays closed', async () => {
    const page = await suite.visit({ as: FABRIKAM });
    await open(page, '/competencies/security?programme=solutions-partner');
    const tracks = page.getByRole('tablist', { name: 'Parcours de la désignation' });
    await page.getByText('Fermée tant que les étapes précédentes').first().waitFor();
    await tracks.getByRole('tab', { name: /Petites et moyennes entreprises/ }).click();
    await page.getByText('40,8 points sur 100').waitFor();
    expect(new URL(page.url()).searchParams.get('option')).toBe('smb');
  });

  it('keeps the programme from page to page, and leaves it again', async () => {
    const page = await suite.visit({ as: FABRIKAM });
    await open(page, '/competencies?programme=solutions-partner');
    const menu = page.getByRole('navigation', { name: 'Navigation principale' });
    await menu.getByRole('link', { name: 'Rapport des qualifications' }).click();
    // The page before stays until this one is there, with a choice that looks the same.
    await page.getByRole('heading', { level: 1, name: 'Rapport sur les performances' }).waitFor();
    await settled(page);
    expect(programmeOf(page)).toBe('solutions-partner');
    await choose(page, 'Compétences Microsoft');
    await expect.poll(() => programmeOf(page)).toBeNull();
  });

  it('finds by one search what belongs to the other programme', async () => {
    const page = await suite.visit({ as: FABRIKAM });
    await open(page, '/');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Rechercher' }).fill('solutions securite');
    await page
      .getByRole('option', { name: /Partenaire de solutions Sécurité/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Partenaire de solutions Sécurité' }).waitFor();
    expect(programmeOf(page)).toBe('solutions-partner');
  });
});

describe('a company in one programme, in French', () => {
  const suite = jalonSuite();

  it('is offered no choice, but reads the rules of every programme and is told what takes part means', async () => {
    const page = await suite.visit({ as: CONTOSO });
    await open(page, '/competencies');
    expect(await page.getByRole('combobox', { name: 'Programme' }).count()).toBe(0);
    await open(page, '/competencies/requirements');
    await choose(page, DESIGNATIONS);
    await page.getByRole('heading', { name: 'Partenaire de solutions Infrastructure (Azure)' }).waitFor();
    await page
      .getByRole('navigation', { name: 'Navigation principale' })
      .getByRole('link', { name: 'Compétences', exact: true })
      .click();
    await page
      .getByText(`Contoso Conseil ne participe pas au programme «\u202f${DESIGNATIONS}\u202f»`)
      .waitFor();
    await page.getByRole('button', { name: 'Revenir à «\u202fCompétences Microsoft' }).click();
    await page.getByRole('link', { name: 'Plateforme de données', exact: true }).waitFor();
    expect(programmeOf(page)).toBeNull();
  });
});
