/** A visitor of the running program: a browser context of its own, signed in or not. */
import type { Browser, Page } from 'playwright-core';
import type { Me } from '../../../src/contract/session.ts';
import type { RunningJalon } from './running-jalon.ts';

export interface Visitor {
  /** Signs in as this person without the form; absent: nobody is signed in. */
  readonly as?: string;
  readonly locale?: 'fr' | 'en';
  readonly phone?: boolean;
  readonly dark?: boolean;
}

/** Longer than any page takes on a busy machine. */
const PATIENCE_MS = 15_000;

export async function visit(
  browser: Browser,
  jalon: Pick<RunningJalon, 'address' | 'signIn'>,
  visitor: Visitor = {},
): Promise<Page> {
  const { as, locale = 'fr', phone = false, dark = false } = visitor;
  const context = await browser.newContext({
    baseURL: jalon.address,
    locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'Europe/Paris',
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (as !== undefined) {
    const { email, password } = jalon.signIn(as);
    const answer = await context.request.post('/api/v1/sign-in', { data: { email, password } });
    if (!answer.ok())
      throw new Error(`${email} could not sign in: ${answer.status()} ${await answer.text()}`);
    // Pages speak the language of the person, whatever that of the browser.
    const me = (await answer.json()) as Me;
    const headers = { 'x-csrf-token': me.csrfToken ?? '' };
    if (me.locale !== locale) await context.request.patch('/api/v1/me', { headers, data: { locale } });
  }
  return context.newPage();
}

/** Goes to an address and waits until the page has its title, or says why not, and nothing is loading any more. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

export async function settled(page: Page): Promise<void> {
  await page.locator('h1, [role=alert]').first().waitFor();
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}
