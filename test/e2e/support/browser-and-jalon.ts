import type { Browser } from 'playwright-core';
import { bothOrNeither } from './both-or-neither.ts';
import { openBrowser } from './browser.ts';
import { type RunningJalon, startJalon } from './running-jalon.ts';

/** One browser and one running program, opened side by side. */
export function browserAndJalon(start: { readonly demo?: boolean } = {}): Promise<[Browser, RunningJalon]> {
  return bothOrNeither(
    { opened: openBrowser(), close: (browser) => browser.close() },
    { opened: startJalon(start), close: (jalon) => jalon.stop() },
  );
}
