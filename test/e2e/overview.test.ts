import { describe, expect, it } from 'vitest';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

const ADMIN = 'partner-admin@contoso.example';

describe('the overview and a competency of Contoso Conseil', () => {
  const suite = jalonSuite();

  it('three lines answer the week: what is held, what is about to end and why, what is within reach', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/');
    const card = (title: string) =>
      page
        .locator('section')
        .filter({ has: page.getByRole('heading', { level: 2, name: title }) })
        .innerText();
    const held = await card('Vous détenez');
    expect(held).toMatch(/Plateforme de données/);
    expect(held).toMatch(/Projet et portefeuille/);
    const ending = await card('Sur le point de prendre fin');
    expect(ending).toMatch(/Plateforme de données/);
    expect(ending).toMatch(/Sandrine Lopez/);
    expect(await card('À portée')).toMatch(/Analytique des données/);
  });

  it('what may be lost says when, why, how many departures it takes, and leads to the people it hangs on', async () => {
    const page = await suite.visit({ as: ADMIN });
    for (const path of ['/', '/competencies/data-platform']) {
      await open(page, path);
      const gold = page
        .getByRole('table', { name: 'Ce qui peut être perdu' })
        .getByRole('row', { name: /Gold/ });
      await gold.waitFor();
      expect(await gold.innerText()).toMatch(/délai PMC[\s\S]*Sandrine Lopez[\s\S]*Aucun[\s\S]*Karim Benali/);
    }
    await page.getByRole('link', { name: 'Karim Benali' }).first().click();
    await page.waitForURL(/report\/user-skills.*user=/);
  });

  it('a seat says who fills it and by which records, an empty one who is nearest to it', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/competencies/data-platform?option=sql-server-specialist');
    await page.getByRole('button', { name: 'Place tenue par Sandrine Lopez' }).first().click();
    await page.getByRole('dialog').or(page.getByRole('group')).getByText('70-761').first().waitFor();
    await page.keyboard.press('Escape');
    await open(page, '/competencies/project-and-portfolio-management');
    await page.getByRole('button', { name: 'Place à pourvoir' }).first().click();
    await page.getByText('Les plus proches de cette place').waitFor();
    await page.keyboard.press('Escape');
    await open(page, '/competencies/data-analytics');
    await page.getByRole('button', { name: 'Place à pourvoir' }).first().click();
    await page.getByText(/^Il manque.: 70-768 Developing SQL Data Models$/).waitFor();
  });

  it('each requirement is headed by what it is based on', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/competencies/cloud-platform');
    await page
      .getByText(/basé sur les performances/i)
      .first()
      .waitFor();
    await page
      .getByText(/basé sur les compétences/i)
      .first()
      .waitFor();
  });

  it.each([
    '/',
    '/competencies',
    '/competencies/data-platform',
    '/competencies/report/user-skills',
    '/users',
    '/imports',
  ])('%s names the roles it serves', async (path) => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, path);
    await page
      .getByText(/Rôles appropriés/)
      .first()
      .waitFor();
  });

  it('a chosen day stays while one walks from page to page, and is told on each', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/competencies?asOf=2018-06-01');
    await page.getByText(/Vous consultez l’état au 1(er)? juin 2018/).waitFor();
    await page.getByRole('link', { name: 'Vue d’ensemble' }).first().click();
    await page.waitForURL(/\/\?asOf=2018-06-01/);
    await page.getByRole('button', { name: 'Revenir à aujourd’hui' }).click();
    await page.waitForURL((url) => !url.search.includes('asOf'));
  });

  it('no page asks to be indexed', async () => {
    const page = await suite.visit();
    const answer = await page.goto('/sign-in');
    expect(answer?.headers()['x-robots-tag']).toBe('noindex, nofollow');
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex, nofollow');
  });
});
