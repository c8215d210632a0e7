import { describe, expect, it } from 'vitest';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

describe('a learner reads her profile on a phone', () => {
  const suite = jalonSuite();

  it('her qualifications count for the company, and for each she sees for what or why not', async () => {
    const page = await suite.visit({ as: 'zoe@contoso.example', phone: true });
    await open(page, '/');
    await page.getByRole('heading', { level: 1, name: 'Mon profil' }).waitFor();
    await page.getByRole('heading', { name: /Vos qualifications comptent pour Contoso Conseil/ }).waitFor();
    const text = await page.getByRole('main').innerText();
    expect(text).toMatch(/9900103/);
    expect(text).toMatch(/Plateforme de données/);
    expect(text).toMatch(/a expiré le/);
  });

  it('it fits the width of the phone', async () => {
    const page = await suite.visit({ as: 'claire@contoso.example', phone: true });
    await open(page, '/profile');
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('she has no menu entry for what her company keeps to its administrators', async () => {
    const page = await suite.visit({ as: 'claire@contoso.example' });
    await open(page, '/profile');
    const menu = page.getByRole('navigation', { name: 'Navigation principale' });
    expect(await menu.getByRole('link', { name: 'Gestion des utilisateurs' }).count()).toBe(0);
    await menu.getByRole('link', { name: 'Compétences requises' }).click();
    await page.getByRole('heading', { level: 1, name: 'Compétences requises' }).waitFor();
  });

  it('the report viewer sees his own retired certification there', async () => {
    const page = await suite.visit({ as: 'report-viewer@contoso.example' });
    await open(page, '/profile');
    await page.getByText('MCSA: Office 365').first().waitFor();
  });
});
