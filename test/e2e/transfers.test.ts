import { describe, expect, it } from 'vitest';
import type { Memberships } from '../../src/contract/memberships.ts';
import { accessibilityViolations } from './support/accessibility.ts';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

const suite = jalonSuite();

describe('a transfer that came for an order which is paid already', () => {
  it('is noted by its reference, listed as money to give back, and leaves the list once it was sent', async () => {
    const page = await suite.visit({ as: 'programme-operator@contoso.example', locale: 'en' });
    const answer = await page.request.get(`${suite.jalon().address}/api/v1/partners/contoso/memberships`);
    const { orders }: Memberships = await answer.json();
    const { reference } = orders.find(({ state }) => state === 'active')!;
    await open(page, '/payments');
    await page.getByText('No transfer is to be given back.').waitFor();

    await page.getByRole('button', { name: 'Note a transfer to give back' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Note it' }).click();
    await dialog.getByText('Give a value.').first().waitFor();
    const order = dialog.getByLabel('Reference of the order');
    expect(await page.locator(':focus').getAttribute('placeholder')).toBe('J-');
    expect(await accessibilityViolations(page)).toEqual([]);
    await order.fill('J-0000000000');
    await dialog.getByLabel('Reference of the bank').fill('BANK 77');
    await page.keyboard.press('Enter');
    await dialog.getByText('No order has this reference').waitFor();
    await order.fill(reference.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByText('Noted: a transfer from Contoso Conseil is to be given back.').waitFor();

    const list = page.getByRole('table', { name: 'To give back' });
    const row = list.getByRole('row').filter({ hasText: reference });
    expect(await row.textContent()).toContain('Paid already');
    expect(await row.textContent()).toContain('BANK 77');
    await row.getByRole('button', { name: 'Given back Contoso Conseil' }).click();
    await dialog.getByText(/^Jalon sends no money/).waitFor();
    await dialog.getByRole('button', { name: 'The money is given back' }).click();
    await page.getByText('Noted: the money is given back to Contoso Conseil.').waitFor();
    await page.getByText('No transfer is to be given back.').waitFor();
    await page.getByText('1 transfer given back').click();
    const given = page.getByRole('table', { name: 'Transfers given back' });
    expect(await given.textContent()).toContain('BANK 77');
  });
});
