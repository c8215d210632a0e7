import { describe, expect, it } from 'vitest';
import { accessibilitySuite, PAGES, PHONE_PAGES } from './support/accessible-pages.ts';

const suite = accessibilitySuite();

describe('every page meets WCAG 2.2 AA', () => {
  // Colours are the same in both languages, and measuring their contrast is most of the work.
  it.each(PAGES)('%s in English, seen by %o', async (path, visitor) => {
    expect(await suite.violationsOf(path, { ...visitor, locale: 'en' }, ['color-contrast'])).toEqual([]);
  });

  it.each(PHONE_PAGES)('%s on a phone, seen by %s', async (path, as) => {
    expect(await suite.violationsOf(path, { as, phone: true })).toEqual([]);
  });

  it.each(PHONE_PAGES)('%s in the dark, seen by %s', async (path, as) => {
    expect(await suite.violationsOf(path, { as, dark: true })).toEqual([]);
  });
});
