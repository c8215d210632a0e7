import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { expect } from 'vitest';
import { open } from './visit.ts';

export interface Newcomer {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly locale: 'fr' | 'en';
}

const HEADERS = {
  fr: 'Prénom;Nom;E-mail professionnel;Rôles;Langue',
  en: 'First name;Last name;Work e-mail;Roles;Locale',
};

/** The lines of a log as records of its columns. */
async function linesOf(download: Download): Promise<Record<string, string>[]> {
  const text = await readFile(await download.path(), 'utf8');
  const [head = [], ...lines] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(head.map((name, place) => [name, cells[place] ?? ''])));
}

/** Drops a file of people on the page and applies it; the log is still to be taken. */
export async function addByFile(
  page: Page,
  people: readonly Newcomer[],
  headers: 'fr' | 'en',
): Promise<void> {
  await open(page, '/users/add-many');
  const lines = people.map(
    ({ firstName, lastName, email, locale }) => `${firstName};${lastName};${email};;${locale}`,
  );
  const text = [HEADERS[headers], ...lines, ''].join('\n');
  const file = { name: 'pmc.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: /^(Appliquer|Apply) \d+/ }).click();
  await page.getByText(/Ce que ce fichier a changé|What this file has changed/).waitFor();
}

/** Takes the log with the one-time secrets, by address; a second log has none. */
export async function takeSecrets(page: Page): Promise<ReadonlyMap<string, string>> {
  const take = async (name: RegExp) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    return linesOf(await download);
  };
  const taken = await take(/^(Télécharger le journal et les premières|Download the log and the first)/);
  const again = await take(/^(Télécharger le journal|Download the log)$/);
  expect(again.map(({ temporaryPassword }) => temporaryPassword ?? '').join('')).toBe('');
  return new Map(taken.map(({ userName, temporaryPassword }) => [userName!, temporaryPassword!]));
}
