import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { jalonSuite } from './support/jalon-suite.ts';
import { settled } from './support/visit.ts';

/** Presses Tab until what has the focus answers to the expression; fails when it is out of reach. */
async function tabTo(page: Page, expression: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (
      await page.evaluate<boolean>(
        `(() => { const focused = document.activeElement; return ${expression}; })()`,
      )
    )
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reachable with Tab: ${expression}`);
}

describe('with the keyboard alone', () => {
  const suite = jalonSuite();

  it('one signs in, opens the report and reads a record', async () => {
    const { email, password } = suite.jalon().signIn('partner-admin@contoso.example');
    const page = await suite.visit();
    await page.goto('/competencies/report/user-skills');
    await page.getByLabel('E-mail professionnel').waitFor();
    await tabTo(page, `focused.type === 'email'`);
    await page.keyboard.type(email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByRole('grid').waitFor();
    await settled(page);
    await tabTo(page, `focused.getAttribute('role') === 'row'`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Le parcours de cette qualification' }).waitFor();
    await page.keyboard.press('Escape');
    await page
      .getByRole('heading', { name: 'Le parcours de cette qualification' })
      .waitFor({ state: 'detached' });
    // The focus goes back to the row that was opened.
    await page.locator('[aria-rowindex="3"]:focus').waitFor();
  });

  it('the first Tab of a page offers to skip the navigation', async () => {
    const page = await suite.visit({ as: 'partner-admin@contoso.example' });
    await page.goto('/competencies');
    await settled(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate<boolean>('document.activeElement.closest("main") !== null')).toBe(true);
  });

  it('Escape from the search gives the focus back to where it was', async () => {
    const page = await suite.visit({ as: 'partner-admin@contoso.example' });
    await page.goto('/');
    await settled(page);
    const link = page.getByRole('link', { name: 'Projet et portefeuille', exact: true }).first();
    await link.focus();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Rechercher' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Rechercher' }).waitFor({ state: 'detached' });
    await page.waitForFunction("document.activeElement.textContent === 'Projet et portefeuille'");
  });

  it('Ctrl K finds a page and Enter opens it, however fast it was typed', async () => {
    const page = await suite.visit({ as: 'partner-admin@contoso.example' });
    await page.goto('/');
    await settled(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Rechercher' }).waitFor();
    await page.keyboard.type('compétences requises');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Compétences requises' }).waitFor();
  });
});
