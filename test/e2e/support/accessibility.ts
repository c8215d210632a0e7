/** Axe on the page as it stands; the source is evaluated because the policy of the pages forbids a script tag. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4'];

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly html: string }[];
}

/** Rules that need not be asked again, by their names in axe. */
export type RulesLeftOut = readonly 'color-contrast'[];

/** One line a violation: the rule, what it asks, the first nodes. Empty when there is none. */
export async function accessibilityViolations(page: Page, leftOut: RulesLeftOut = []): Promise<string[]> {
  await page.evaluate(await axeSource);
  // The dummies are the component library's own focus guards, invisible to people and to readers.
  const rules = Object.fromEntries(leftOut.map((rule) => [rule, { enabled: false }]));
  const options = JSON.stringify({
    runOnly: { type: 'tag', values: TAGS },
    rules,
    resultTypes: ['violations'],
  });
  // Only violations leave the page: describing and sending every node that passes takes longer than the rules do.
  const violations = await page.evaluate<readonly Violation[]>(
    `axe.run({ exclude: [['[data-tabster-dummy]']] }, ${options}).then(({ violations }) => violations)`,
  );
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes
        .slice(0, 3)
        .map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 160)}`)
        .join(' | ')})`,
  );
}
