import { describe, expect, it } from 'vitest';
import { tableText, withSection } from '../../bench/performance-page.ts';

describe('the page of measured figures', () => {
  it('takes a first section at its end and a later one in its place', () => {
    const first = withSection('# Performance\n', 'network 1/10', 'old figures');
    const second = withSection(first, 'network 1', 'full figures');
    const renewed = withSection(second, 'network 1/10', 'new figures');
    expect(renewed).toBe(second.replace('old figures', 'new figures'));
    expect(renewed.indexOf('network 1/10')).toBeLessThan(renewed.indexOf('full figures'));
  });

  it('shows a table under its caption', () => {
    const table = { caption: 'Two things', header: ['what', 'how much'], rows: [['one', '1']] };
    expect(tableText(table)).toBe('Two things\n\n| what | how much |\n|---|---|\n| one | 1 |');
  });
});
