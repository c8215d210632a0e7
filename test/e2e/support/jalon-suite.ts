/** One browser and one running program for the tests of a file. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { browserAndJalon } from './browser-and-jalon.ts';
import type { RunningJalon } from './running-jalon.ts';
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
    [browser, jalon] = await browserAndJalon();
  });
  const faults: string[] = [];
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    // Whatever a test looks at, no page may throw or be stopped by its own content security policy.
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await jalon?.stop();
  });
  const watched = async (visitor?: Visitor): Promise<Page> => {
    const page = await visit(browser, jalon, visitor);
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  };
  return { visit: watched, jalon: () => jalon };
}
