import { describe, expect, it } from 'vitest';
import { accessibilitySuite, PAGES } from './support/accessible-pages.ts';

const suite = accessibilitySuite();

describe('every page meets WCAG 2.2 AA', () => {
  it.each(PAGES)('%s in French, seen by %o', async (path, visitor) => {
    expect(await suite.violationsOf(path, { ...visitor, locale: 'fr' })).toEqual([]);
  });
});
