import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { openBrowser } from './support/browser.ts';

/** A picture without a text, and grey on white. */
const FAULTY = `<!doctype html><html lang="en"><title>Faulty</title><main><h1>Faulty</h1>
  <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p style="color:#ccc;background:#fff">Hardly to be read</p>
</main></html>`;

describe('the checker of accessibility', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
    await page.setContent(FAULTY);
  });
  afterAll(() => browser?.close());

  it('tells the rule, what it asks and where, of all that is wrong and of nothing else', async () => {
    expect(await accessibilityViolations(page)).toEqual([
      expect.stringMatching(/^color-contrast: Elements must .*\(p <p style=/),
      expect.stringMatching(/^image-alt: Images must .*\(img <img src=/),
    ]);
  });

  it('leaves out a rule that need not be asked again', async () => {
    expect(await accessibilityViolations(page, ['color-contrast'])).toEqual([
      expect.stringMatching(/^image-alt: /),
    ]);
  });
});
