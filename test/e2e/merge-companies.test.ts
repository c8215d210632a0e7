import { expect, it } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

const OPERATOR = 'programme-operator@contoso.example';
const suite = jalonSuite();

const PAGE = '/network/companies/merge';

it('an operator sees what one company will hold, before naming it (fr)', async () => {
  const page = await suite.visit({ as: OPERATOR, locale: 'fr' });
  await open(page, '/network/companies');
  await page.getByRole('button', { name: 'Fusionner deux entreprises' }).click();
  const main = page.locator('main');
  await main.getByRole('combobox', { name: 'Entreprise reprise' }).click();
  await main.getByRole('combobox', { name: 'Entreprise reprise' }).fill('fabri');
  await page.getByRole('option', { name: /Fabrikam/ }).click();
  await main.getByRole('combobox', { name: 'Entreprise qui continue' }).click();
  await main.getByRole('combobox', { name: 'Entreprise qui continue' }).fill('conto');
  await page.getByRole('option', { name: /Contoso/ }).click();
  await main.getByRole('table', { name: 'Compétences' }).waitFor();
  expect(await main.innerText()).toMatch(/\d+ personnes de Fabrikam rejoignent Contoso Conseil/);
  expect(await accessibilityViolations(page)).toEqual([]);
  await main.getByRole('button', { name: 'Fusionner', exact: true }).click();
  await main
    .getByText('Ce n’est pas ce nom')
    .or(main.getByText(/obligatoire|manque/i))
    .first()
    .waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
});

it('two companies become one, and people of the former sign in at the other (en)', async () => {
  const page = await suite.visit({ as: OPERATOR, locale: 'en', phone: true, dark: true });
  await open(page, `${PAGE}?from=northwind&into=contoso`);
  const main = page.locator('main');
  await main.getByRole('heading', { name: 'What goes on' }).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await main.getByLabel(/^Reason/).fill('Taken over');
  await main.getByLabel(/^To confirm/).fill('Northwind');
  await main.getByRole('button', { name: 'Merge', exact: true }).click();
  await main.getByText('Northwind was taken over. Its people sign in as before.').waitFor();
  await main.getByText(/Northwind was taken over by Contoso Conseil/).waitFor();
  const former = await suite.visit({ as: 'partner-admin@northwind.example', locale: 'en' });
  const me = await (await former.context().request.get('/api/v1/me')).json();
  expect(me.partner.id).toBe('contoso');
  await open(former, '/notices');
  await former.getByText('Northwind is now part of Contoso Conseil').first().waitFor();
});
