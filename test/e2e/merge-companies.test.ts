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
  // As it is told of a company of thousands, while the program merges this one.
  let underWay = true;
  await page.route('**/api/v1/network/partner-merges/*-*', async (route) => {
    const response = await route.fetch();
    const run = await response.json();
    const part = { state: 'running', phase: 'associations', done: 2_400, total: 6_000, counts: null };
    await route.fulfill({ response, json: underWay ? { ...run, ...part } : run });
  });
  await page.route('**/api/v1/network/partner-merges', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const response = await route.fetch();
    const run = await response.json();
    await route.fulfill({ response, json: { ...run, state: 'queued', phase: 'waiting', done: 0, total: 0 } });
  });
  await main.getByRole('button', { name: 'Merge', exact: true }).click();
  await main.getByText('Associations go on at Contoso Conseil · 40% done').waitFor();
  await main.getByRole('progressbar', { name: 'Progress of the merge' }).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  underWay = false;
  // Whoever has left the page comes back to it, and so does another operator.
  const address = page.url();
  expect(address).toContain('merge=');
  await open(page, '/network/companies');
  await open(page, address);
  await main.getByText('Northwind was taken over. Its people sign in as before.').waitFor();
  await main.getByText(/(person has|people have) gone on to Contoso Conseil, with/).waitFor();
  await main.getByText(/Northwind was taken over by Contoso Conseil/).waitFor();
  const former = await suite.visit({ as: 'partner-admin@northwind.example', locale: 'en' });
  const me = await (await former.context().request.get('/api/v1/me')).json();
  expect(me.partner.id).toBe('contoso');
  await open(former, '/notices');
  await former.getByText('Northwind is now part of Contoso Conseil').first().waitFor();
});
