import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemsOf, quantile, type SourceFile } from './tidy.ts';

const root = join(import.meta.dirname, '..', '..');

function tracked(...patterns: string[]): SourceFile[] {
  return execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...patterns], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

const sources = tracked('src/**/*.ts', 'web/**/*.ts', 'web/**/*.tsx', 'test/**/*.ts', 'bench/**/*.ts').filter(
  ({ path }) => !path.startsWith('test/house/'),
);

describe('every source file', () => {
  it('follows the rules of the house', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.flatMap(problemsOf)).toEqual([]);
  });

  it('is short enough to be read: median 80 lines, nine in ten below 200', () => {
    const sizes = sources
      .filter(({ path }) => path.startsWith('src/'))
      .map(({ text }) => text.split('\n').length);
    expect(quantile(sizes, 0.5)).toBeLessThanOrEqual(80);
    expect(quantile(sizes, 0.9)).toBeLessThanOrEqual(200);
  });

  it.each([
    ['src/store/index.ts', 'export {};', 'a barrel'],
    ['src/store/usersStore.ts', 'export {};', 'not kebab-case'],
    ['src/store/a.ts', 'export const tenantId = 1;', 'retired'],
    ['src/store/a.ts', '// TODO later', 'unfinished'],
    ['test/a.test.ts', 'it.skip("x", () => {});', 'does not run'],
    ['src/store/a.ts', 'export const a = b as any;', 'untyped'],
    ['src/store/a.ts', 'export const a = now.getDate();', 'local time'],
    ['src/store/a.ts', `${'\n'.repeat(401)}`, 'without a reason'],
  ])('is really checked: %s with %j is refused', (path, text, expected) => {
    expect(problemsOf({ path, text }).join('\n')).toContain(expected);
  });
});

describe('decision records', () => {
  const records = tracked('docs/decisions/*.md');

  it('are numbered once each and at most 60 lines long', () => {
    expect(records.length).toBeGreaterThan(0);
    const numbers = records.map(({ path }) => /\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1] ?? path);
    expect(new Set(numbers).size).toBe(records.length);
    expect(
      records.filter(({ text }) => text.trimEnd().split('\n').length > 60).map(({ path }) => path),
    ).toEqual([]);
  });
});
