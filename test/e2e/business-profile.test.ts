import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserAndJalon } from './support/browser-and-jalon.ts';
import type { RunningJalon } from './support/running-jalon.ts';
import { open, settled, visit } from './support/visit.ts';

let browser: Browser;
let jalon: RunningJalon;
beforeAll(async () => {
  [browser, jalon] = await browserAndJalon();
});
afterAll(async () => {
  await browser?.close();
  await jalon?.stop();
});

const MESSAGE = 'Pouvez-vous reprendre notre base avant juin ?';

describe('a company without a profile', () => {
  it('writes a line, looks at the preview, publishes, and is then found by everybody', async () => {
    const admin = await visit(browser, jalon, { as: 'partner-admin@northwind.example', locale: 'en' });
    const stranger = await visit(browser, jalon, { locale: 'en' });
    await open(admin, '/business-profile');
    await admin.getByRole('button', { name: 'Publish' }).click();
    await admin.getByRole('button', { name: 'Publish' }).click();
    await admin.getByText('Write a line about what the company does first').waitFor();
    await admin.getByLabel('In one line, in English').fill('Trade in spices since 1998');
    await admin.getByRole('button', { name: 'Save' }).click();
    await admin.getByText('Saved.', { exact: true }).waitFor();
    const address = await admin.getByLabel('Address of the page').inputValue();

    await open(stranger, `/p/${address}`);
    expect(await stranger.locator('h1').textContent()).toBe('There is no such profile');
    const preview = await admin.context().newPage();
    await open(preview, `/p/${address}`);
    await preview.getByText('Only your company sees it').waitFor();

    await admin.getByRole('button', { name: 'Publish' }).click();
    await admin.getByText('The page, the directory and search engines').waitFor();
    await admin.getByRole('button', { name: 'Publish' }).click();
    await admin.getByRole('heading', { name: 'Published', exact: true }).waitFor();
    await open(stranger, '/partners?q=spices');
    await stranger.getByRole('link', { name: /Northwind/ }).click();
    await stranger.getByText('Trade in spices since 1998').waitFor();
  });
});

describe('a customer', () => {
  it('finds Contoso by its competency, verifies what it holds, and writes; the company reads it', async () => {
    const customer = await visit(browser, jalon);
    await open(customer, '/partners');
    await customer.getByLabel('Pays').selectOption({ label: 'France' });
    await customer.getByRole('button', { name: 'Chercher' }).click();
    await customer.getByRole('link', { name: 'Contoso Conseil' }).click();
    await settled(customer);
    await customer
      .getByRole('link', { name: /^Attestation vérifiable/ })
      .first()
      .click();
    await customer.getByText('Authentique et vraie aujourd’hui').waitFor();
    await customer.goBack();

    await customer.getByRole('button', { name: 'Envoyer la demande' }).click();
    await customer.getByText('Indiquez votre nom, un e-mail valide').waitFor();
    await customer.getByLabel('Votre nom').fill('Paul Martin');
    await customer.getByLabel('Votre e-mail').fill('paul@customer.example');
    await customer.getByLabel('Votre message').fill(MESSAGE);
    await customer.getByRole('button', { name: 'Envoyer la demande' }).click();
    await customer.getByText('Votre demande est transmise à Contoso Conseil.').waitFor();

    const admin = await visit(browser, jalon, { as: 'partner-admin@contoso.example' });
    // Whoever fills the form within three seconds, as this test may do, is put aside.
    const spam = await admin.request.get(`${jalon.address}/api/v1/partners/contoso/referrals?state=spam`);
    await open(admin, (await spam.text()).includes('Paul Martin') ? '/referrals?state=spam' : '/referrals');
    await admin.getByText('Paul Martin').first().click();
    const panel = admin.getByRole('dialog');
    await panel.getByText(MESSAGE).waitFor();
    await panel.getByLabel('Ajouter une note').fill('Rappelé ce matin.');
    await panel.getByRole('button', { name: 'Enregistrer la note' }).click();
    await panel.getByText('Rappelé ce matin.').waitFor();
    await panel.getByRole('button', { name: 'Marquer en contact' }).click();
    await panel.getByText('En contact').first().waitFor();
  });
});

describe('the operator of the programme', () => {
  it('suspends a profile and takes it back: the page, the directory and the credentials say so', async () => {
    const operator = await visit(browser, jalon, { as: 'programme-operator@contoso.example', locale: 'en' });
    const admin = await visit(browser, jalon, { as: 'partner-admin@contoso.example', locale: 'en' });
    const stranger = await visit(browser, jalon, { locale: 'en' });
    const reason = 'The brand of another company is shown.';
    const listed = () => stranger.getByRole('link', { name: 'Contoso Conseil' }).count();
    const address = '/p/contoso-conseil/credentials/microsoft-competencies/data-platform';
    const token = await (await stranger.request.get(`${jalon.address}${address}`)).text();
    const verdict = async () => {
      await open(stranger, `/verify?credential=${encodeURIComponent(token)}`);
      return stranger.locator('h2').first().textContent();
    };
    expect(await verdict()).toBe('Genuine, and true today');

    await open(operator, '/business-profile?partner=contoso');
    await operator.getByRole('button', { name: 'Suspend the profile' }).click();
    await operator.getByText('Give a value.').waitFor();
    await operator.getByLabel('Reason').fill(reason);
    await operator.getByRole('button', { name: 'Suspend the profile' }).click();
    await operator.getByRole('heading', { name: 'Suspended by the operator of the programme' }).waitFor();
    await operator.getByText(reason).waitFor();

    await open(stranger, '/p/contoso-conseil');
    expect(await stranger.locator('h1').textContent()).toBe('There is no such profile');
    await open(stranger, '/partners');
    expect(await listed()).toBe(0);
    expect(await verdict()).toBe('Genuine, but no longer true');
    expect((await stranger.request.get(`${jalon.address}${address}`)).status()).toBe(404);
    await open(admin, '/business-profile');
    await admin.getByText(reason).waitFor();

    await operator.getByRole('button', { name: 'Let it be seen again' }).click();
    await operator.getByRole('heading', { name: 'Published', exact: true }).waitFor();
    await open(stranger, '/p/contoso-conseil');
    expect(await stranger.locator('h1').textContent()).toBe('Contoso Conseil');
    await open(stranger, '/partners');
    expect(await listed()).toBe(1);
    expect(await verdict()).toBe('Genuine, and true today');
  });
});
