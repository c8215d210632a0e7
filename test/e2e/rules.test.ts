import { expect, it } from 'vitest';
import { jalonSuite } from './support/jalon-suite.ts';
import { open, settled } from './support/visit.ts';

const suite = jalonSuite();
const OPERATOR = 'programme-operator@contoso.example';
const PATIENCE = { timeout: 60_000 };

it('lets an operator begin a draft, retire an exam, rehearse it on the network and publish it', {
  timeout: 240_000,
}, async () => {
  const page = await suite.visit({ as: OPERATOR });
  await open(page, '/catalogue');
  await page.getByRole('button', { name: 'Commencer un projet Compétences Microsoft' }).click();
  await page.getByLabel('Ce que le projet change').fill('Retrait de 70-764');
  await page.getByRole('dialog').getByRole('button', { name: 'Commencer un projet' }).click();
  await page.getByRole('heading', { level: 1, name: 'Retrait de 70-764' }).waitFor(PATIENCE);
  await page.getByText('Le projet dit la même chose que les règles en vigueur').waitFor(PATIENCE);

  await page.getByRole('tab', { name: 'Fichiers' }).click();
  await page.getByLabel('Fichier', { exact: true }).selectOption('skills.yaml');
  const text = page.getByLabel('Contenu de skills.yaml');
  const before = await text.inputValue(PATIENCE);
  const exam = /(exam:70-764: \{ title: [^,]+,) retired-before: 2021-01-31/;
  expect(before).toMatch(exam);
  await text.fill(before.replace(exam, '$1 retired: 2017-12-31'));
  await page.getByRole('button', { name: 'Enregistrer et vérifier' }).click();
  await page.getByRole('tab', { name: 'Ce qui change' }).click();
  await page.getByText('Une qualification change').waitFor(PATIENCE);
  await page.getByText('Retirée le202f: rien → 31 décembre 2017').waitFor();

  await page.getByRole('tab', { name: 'Répétition' }).click();
  await page.getByRole('button', { name: 'Répéter sur le réseau' }).click();
  await page.getByText(/entreprises examinées le/).waitFor(PATIENCE);
  expect(await page.getByText(/perdu le/).count()).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Publier le projet' }).click();
  await page.getByLabel('Motif, gardé dans le journal').fill('Le fournisseur la retire.');
  await page.getByRole('dialog').getByRole('button', { name: 'Publier le projet' }).click();
  await page.getByRole('button', { name: 'Commencer un projet à partir de cette version' }).waitFor(PATIENCE);
  await open(page, '/catalogue');
  await settled(page);
  await page.getByText('Livrée avec le logiciel').waitFor();
});
