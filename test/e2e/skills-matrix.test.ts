import { describe, expect, it } from 'vitest';
import { jalonSuite } from './support/jalon-suite.ts';
import { open, settled } from './support/visit.ts';

const ADMIN = 'partner-admin@contoso.example';
const DATA_PLATFORM = '/competencies/skills-matrix?competency=data-platform';

describe('the skills matrix, read by the partner admin of Contoso Conseil', () => {
  const suite = jalonSuite();

  it('leads from the number over a column to as many rows of the skills report', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, DATA_PLATFORM);
    const link = page.getByRole('columnheader').getByRole('link').first();
    const held = Number(/sur (\d+)/.exec((await link.textContent()) ?? '')?.[1]);
    expect(held).toBeGreaterThan(0);
    await link.click();
    await page.waitForURL(/report\/user-skills.*skill=/);
    await page.getByText(/^Qualification.: /).waitFor();
    await settled(page);
    const rows = page.getByRole('row').filter({ has: page.getByRole('gridcell') });
    await expect.poll(() => rows.count()).toBe(held);
  });

  it('is walked with the arrows, says the cell in a sentence and opens it with Enter', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, DATA_PLATFORM);
    await page.getByRole('rowheader').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('[data-place="0 0"]:focus').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('[data-place="1 0"]:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-place="1 0"]:focus').waitFor();
  });

  it('keeps standing, location and everyone in the address', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, DATA_PLATFORM);
    await page.getByRole('button', { name: /^Tient une place \(\d+\)$/ }).click();
    await page.waitForURL(/standing=seated/);
    await page.reload();
    const chip = page.getByRole('button', { name: /^Tient une place \(\d+\)$/ });
    await chip.waitFor();
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    const count = Number(/\((\d+)\)/.exec((await chip.textContent()) ?? '')?.[1]);
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(count);
    await page.getByLabel('Site').selectOption({ index: 1 });
    await page.waitForURL(/location=/);
    await page.getByLabel('Aussi les personnes sans ces qualifications').check();
    await page.waitForURL(/everyone=true/);
  });

  it('is refused to an account admin with the role named', async () => {
    const page = await suite.visit({ as: 'account-admin@contoso.example' });
    await open(page, DATA_PLATFORM);
    await page.getByText('Votre rôle ne donne pas accès à cette page').waitFor();
  });
});
