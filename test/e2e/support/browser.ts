/** A browser that comes with the npm packages, or the machine's own where there is one. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { packagedBrowser } from './packaged-browser.ts';

const OWN_CHROMIUM = '/usr/bin/chromium';

/** Quiet and alone: no sandbox because it cannot be had as root, no call to the outside. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--no-pings',
  '--disable-gpu',
];

export async function openBrowser(): Promise<Browser> {
  const executablePath = existsSync(OWN_CHROMIUM) ? OWN_CHROMIUM : packagedBrowser();
  return chromium.launch({ executablePath, args: ARGUMENTS, headless: true });
}
