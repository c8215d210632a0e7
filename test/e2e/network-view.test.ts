import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { NetworkView } from '../../src/contract/network-view.ts';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

const suite = jalonSuite();

const WORDS = {
  fr: {
    title: 'Réseau en chiffres',
    levels: 'Niveaux par état',
    missing: 'Qualifications qui manquent le plus',
    sources: 'Retard des sources',
    market: 'Marché',
    crumbs: 'Fil d’Ariane',
    count: (count: number) => (count === 1 ? /^Une entreprise$/ : new RegExp(`^${count} entreprises$`)),
    role: /opérateur/i,
  },
  en: {
    title: 'Network in numbers',
    levels: 'Levels by state',
    missing: 'Skills that are missing most',
    sources: 'How late sources are',
    market: 'Market',
    crumbs: 'Breadcrumb',
    count: (count: number) => (count === 1 ? /^One company$/ : new RegExp(`^${count} companies$`)),
    role: /operator/i,
  },
} as const;

/** The round that counts begins with the server. */
async function counted(page: Page): Promise<NonNullable<NetworkView['counted']>> {
  for (;;) {
    const answer = await page.context().request.get('/api/v1/network/view');
    const view = (await answer.json()) as NetworkView;
    if (view.counted !== null) return view.counted;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

it.each(['fr', 'en'] as const)(
  'each number of the network leads to as many companies, for operators and support, in %s',
  async (locale) => {
    const words = WORDS[locale];
    const as = locale === 'fr' ? 'programme-operator@contoso.example' : 'programme-support@contoso.example';
    const page = await suite.visit({ as, locale, phone: locale === 'en' });
    const known = await counted(page);
    await open(page, '/network');
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
    const levels = page.getByRole('table', { name: words.levels });
    const first = levels.getByRole('link').first();
    const count = Number((await first.textContent())!.replace(/\D/g, ''));
    await first.click();
    await page.getByText(words.count(count)).waitFor();
    expect(await page.getByRole('table').getByRole('row').count()).toBe(count + 1);
    await page
      .getByRole('navigation', { name: words.crumbs })
      .getByRole('link', { name: words.title })
      .click();
    const missing = page.getByRole('table', { name: words.missing });
    const skill = known.missing[0]!;
    const row = missing.getByRole('row').filter({ hasText: skill.skill });
    await row.getByRole('link').first().click();
    await page.getByText(words.count(skill.companies)).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: words.sources }).waitFor();
    const market = known.markets[0]!;
    await page.getByLabel(words.market, { exact: true }).selectOption(market);
    await page.waitForURL((url) => url.searchParams.get('market') === market);
  },
  90_000,
);
