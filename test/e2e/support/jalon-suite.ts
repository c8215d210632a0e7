/** One browser and one running program for the tests of a file. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';
import { type RunningJalon, startJalon } from './running-jalon.ts';
import { type Visitor, visit } from './visit.ts';

export interface JalonSuite {
  /** A page of a visitor; it is closed after the test. */
  visit(visitor?: Visitor): Promise<Page>;
  jalon(): RunningJalon;
}

export function jalonSuite(): JalonSuite {
  let browser: Browser;
  let jalon: RunningJalon;
  beforeAll(async () => {
    [browser, jalon] = await Promise.all([openBrowser(), startJalon()]);
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser?.close();
    await jalon?.stop();
  });
  return { visit: (visitor) => visit(browser, jalon, visitor), jalon: () => jalon };
}
