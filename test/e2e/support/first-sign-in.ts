import type { Page } from 'playwright-core';
import { open } from './visit.ts';

export const CHOSEN_PASSWORD = 'quatre boules de neige';

/** Gives a name and a password on the page, in either language; what comes of it is the caller's to look at. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await open(page, '/sign-in');
  await page.getByLabel(/^(E-mail professionnel|Work e-mail)/).fill(email);
  await page.getByLabel(/^(Mot de passe|Password)/).fill(password);
  await page.getByRole('button', { name: /^(Se connecter|Sign in)$/ }).click();
}

/** Signs in with a one-time secret and chooses a password, which leads to the own profile. */
export async function firstSignIn(page: Page, email: string, secret: string): Promise<void> {
  await signIn(page, email, secret);
  await page.getByRole('heading', { name: /Choisissez votre mot de passe|Choose your password/ }).waitFor();
  await page.getByLabel(/^(Nouveau mot de passe|New password)/).fill(CHOSEN_PASSWORD);
  await page.getByLabel(/^(Le même|The same)/).fill(CHOSEN_PASSWORD);
  await page.getByRole('button', { name: /Enregistrer et entrer|Save and enter/ }).click();
  await onProfile(page);
}

export async function onProfile(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: /Mon profil|My profile/ }).waitFor();
}
