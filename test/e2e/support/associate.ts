import type { Page } from 'playwright-core';

const TRAINING = /Formations et évaluations Microsoft|Microsoft training and assessments/;

export interface TypedAccount {
  readonly accountId: string;
  readonly email: string;
}

/** From the profile to the page of the local provider that asks for the learning account. */
export async function toProvider(page: Page, choice: 'training' | 'both' = 'training'): Promise<void> {
  const card = page.getByRole('region', { name: TRAINING });
  await card.getByRole('link', { name: /^(Associer|Associate)/ }).click();
  await page.getByRole('heading', { level: 1, name: /^(Associer un compte|Associate a learning)/ }).waitFor();
  if (choice === 'both') {
    await page.getByRole('radio', { name: /même compte pour les deux|same account for both/ }).check();
  }
  await page.getByRole('button', { name: /^(J’accepte|I agree), / }).click();
  await page.getByRole('heading', { name: /^(Compte d’apprentissage|Learning account)$/ }).waitFor();
}

/** Says at the provider which account it is, and comes back to the page that asks for the yes. */
export async function showTyped(page: Page, { accountId, email }: TypedAccount): Promise<void> {
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel(/^(Identifiant du compte|Account id)/).fill(accountId);
  await page.getByRole('button', { name: /^(Continuer|Continue)$/ }).click();
  await page.getByRole('heading', { level: 1, name: /^Confirm/ }).waitFor();
}

/** Says yes; answers when the server had done it, by the clock of the test. The page is still on its way then. */
export async function sayYes(page: Page): Promise<number> {
  const answer = page.waitForResponse((response) => response.url().endsWith('/confirm'));
  await page.getByRole('button', { name: /^(Associer ce compte|Associate this account)$/ }).click();
  await answer;
  return performance.now();
}

/** The profile says that the account is associated, and shows it in its place. */
export async function isAssociated(page: Page, { accountId }: TypedAccount): Promise<void> {
  await page
    .getByText(/^(Compte associé|Account associated)/)
    .first()
    .waitFor();
  await page.getByRole('region', { name: TRAINING }).getByText(accountId, { exact: true }).waitFor();
}
