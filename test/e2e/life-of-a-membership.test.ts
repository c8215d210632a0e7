/** What a company sees on its pages from its first level to a renewal, and another one until it lapses. */
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noticeRound } from '../../src/features/notices/notice-round.ts';
import { type DemoServer, emptyServer } from '../support/demo-server.ts';
import { addCompany, choosePassword, specialist } from '../support/invented-company.ts';
import { accessibilityViolations } from './support/accessibility.ts';
import { openBrowser } from './support/browser.ts';
import { open, visit } from './support/visit.ts';

const PAGES = join(fileURLToPath(new URL('../..', import.meta.url)), 'dist', 'web');
const PASSWORD = 'a long password of the story';
/** Several pages are looked at in each step, in both languages. */
const LONG = 90_000;

let server: DemoServer;
let browser: Browser;
let address: string;

beforeAll(async () => {
  server = await emptyServer({ webFolder: PAGES });
  server.clock.now = new Date('2018-01-15T10:00:00Z');
  const roles = ['global-admin'] as const;
  await addCompany(server, 'keeps', [
    specialist('keeps', 'Ana', '2018-01-10', { roles }),
    specialist('keeps', 'Bob', '2018-03-05', { employedUntil: '2018-06-01' }),
    specialist('keeps', 'Cora', '2018-09-01'),
  ]);
  await addCompany(server, 'misses', [specialist('misses', 'Dan', '2018-01-10', { roles })]);
  for (const email of ['ana@keeps.example', 'dan@misses.example'])
    await choosePassword(server, email, PASSWORD);
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://localhost:${(server.app.server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A page of somebody who signs in on a day. */
function on(day: string, as: string): Promise<Page> {
  server.clock.now = new Date(`${day}T10:00:00Z`);
  const signIn = (email: string) => ({ email, password: PASSWORD, role: '', partner: null });
  return visit(browser, { address, signIn }, { as, locale: 'fr' });
}

const keeper = (day: string) => on(day, 'ana@keeps.example');
const misser = (day: string) => on(day, 'dan@misses.example');

/** What has become due is told; whoever looks afterwards reads it. */
async function dayPasses(day: string): Promise<void> {
  server.clock.now = new Date(`${day}T10:00:00Z`);
  expect((await noticeRound(server.services)).failed).toEqual([]);
}

/** The same page in French and in English says this; nobody is kept from reading it. */
async function says(page: Page, path: string, french: readonly RegExp[], english: readonly RegExp[]) {
  for (const [locale, texts] of [
    ['en', english],
    ['fr', french],
  ] as const) {
    const me = await (await page.request.get('/api/v1/me')).json();
    const headers = { 'x-csrf-token': me.csrfToken };
    await page.request.patch('/api/v1/me', { headers, data: { locale } });
    await open(page, path);
    for (const text of texts) await page.locator('main').getByText(text).first().waitFor();
  }
  expect(await accessibilityViolations(page)).toEqual([]);
}

function offer(page: Page, name: string): Locator {
  return page.getByRole('article').filter({ has: page.getByRole('heading', { name }) });
}

async function pay(page: Page, name: string, act: string): Promise<void> {
  await open(page, '/membership');
  await offer(page, name).getByRole('button', { name: act }).click();
  await page.getByRole('button', { name: /^Payer/ }).click();
  await page.getByText('C’est payé').waitFor();
}

describe('a company that keeps what it earned', () => {
  it(
    'reads that it may buy silver, and what is missing to gold',
    async () => {
      const page = await keeper('2018-01-20');
      await says(
        page,
        '/membership',
        [/Atteint par Plateforme de données/, /Il n’est pas certain .* niveau Gold/],
        [/Met by Data Platform/, /It is not certain .* Gold level/],
      );
      const gold = offer(page, 'Adhésion Gold');
      await gold.getByRole('link', { name: 'Plateforme de données' }).waitFor();
      const buy = gold.getByRole('button', { name: 'Acheter' });
      expect(await buy.getAttribute('aria-disabled')).toBe('true');
      // Nobody orders on another day than today.
      const silver = offer(page, 'Adhésion Silver').getByRole('button', { name: 'Acheter' });
      expect(await silver.getAttribute('aria-disabled')).toBeNull();
      await open(page, '/membership?asOf=2018-01-25');
      expect(await silver.getAttribute('aria-disabled')).toBe('true');
    },
    LONG,
  );

  it(
    'buys silver, and takes the invoice along',
    async () => {
      const page = await keeper('2018-02-01');
      await pay(page, 'Adhésion Silver', 'Acheter');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: /^Facture 2018-000001/ }).click();
      const paper = await readFile(await (await download).path());
      expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
      await says(
        page,
        '/membership',
        [/Adhésion Silver · En cours/, /Anniversaire.* 1(er)? février 2019/],
        [/Silver membership · Active/, /Anniversary.* 1 February 2019/],
      );
    },
    LONG,
  );

  it(
    'reads the lower price of gold before it upgrades',
    async () => {
      const page = await keeper('2018-03-10');
      await says(page, '/membership', [/25.%.de moins que 4.730,00/], [/25% less than US\$4,730\.00/]);
      await pay(page, 'Adhésion Gold', 'Mettre à niveau');
      await page.getByText('Adhésions passées').click();
      await page.getByText(/Remplacée par une mise à niveau/).waitFor();
    },
    LONG,
  );

  it(
    'is told that a departure puts gold at risk, and until when the status is shown',
    async () => {
      const page = await keeper('2018-06-01');
      await says(
        page,
        '/competencies/data-platform',
        [/^À risque$/, /affiché jusqu’au 9 mars 2019/, /Les exigences ne sont plus remplies/, /Bob Test/],
        [/^At risk$/, /shown until 9 March 2019/, /The requirements are no longer met/, /Bob Test/],
      );
      await says(page, '/', [/À risque/], [/At risk/]);
    },
    LONG,
  );

  it(
    'reads the same on the pages of risks, of the calendar and of notices, with what would repair it',
    async () => {
      await dayPasses('2018-06-01');
      const page = await keeper('2018-06-01');
      await says(
        page,
        '/risk',
        [/menace votre éligibilité/, /depuis le 1er juin 2018/, /Affiché jusqu’au 9 mars 2019/, /Bob Test/],
        [/puts your membership renewal eligibility at risk/, /since 1 June 2018/, /until 9 March 2019/],
      );
      await says(
        page,
        '/calendar',
        [/^Anniversaire.: Adhésion Gold$/, /À risque.: Plateforme de données Gold/],
        [/^Anniversary: Gold membership$/, /At risk: Data Platform Gold/],
      );
      await says(
        page,
        '/notices',
        [/^Plateforme de données Gold est à risque$/, /Aucun geste isolé ne suffit.: il manque une personne/],
        [/^Data Platform Gold is at risk$/, /No single step is enough: one qualified person is missing/],
      );
      await page.getByRole('link', { name: 'Voir ce qui manque' }).first().click();
      await page.waitForURL(/\/risk\?programme=/);
    },
    LONG,
  );

  it(
    'is active again with another specialist, and renews within the window',
    async () => {
      const repaired = await keeper('2018-09-01');
      await says(repaired, '/competencies/data-platform', [/^Actif$/], [/^Active$/]);
      await dayPasses('2018-09-01');
      await says(
        repaired,
        '/notices',
        [/^Plateforme de données Gold n’est plus à risque$/],
        [/^Data Platform Gold is no longer at risk$/],
      );
      await says(repaired, '/risk', [/Tenu au moins jusqu’au/], [/Kept at least until/]);
      expect(await repaired.getByText(/menace votre éligibilité/).count()).toBe(0);
      const early = await keeper('2019-03-10');
      await says(
        early,
        '/membership',
        [/Le renouvellement sera possible du 11 mars 2019 au 9 avril 2019/],
        [/Renewal will be possible from 11 March 2019 to 9 April 2019/],
      );
      const page = await keeper('2019-04-09');
      await says(
        page,
        '/membership',
        [/Le renouvellement est ouvert jusqu’au 9 avril 2019/],
        [/Renewal is open through 9 April 2019/],
      );
      await pay(page, 'Adhésion Gold', 'Renouveler');
      await page.getByText(/Anniversaire.* 9 mars 2020/).waitFor();
      await says(
        page,
        '/competencies/data-platform',
        [/^Mise à niveau.: Adhésion Gold$/, /^Renouvellement.: Adhésion Gold$/],
        [/^Upgrade: Gold membership$/, /^Renewal: Gold membership$/],
      );
      await says(
        page,
        '/calendar',
        [/du 10 mars 2020 au 8 avril 2020/],
        [/from 10 March 2020 to 8 April 2020/],
      );
    },
    LONG,
  );
});

describe('a company that misses its window', () => {
  it(
    'reads that it can still renew, and on the thirty-first day that it lapsed',
    async () => {
      await pay(await misser('2018-02-01'), 'Adhésion Silver', 'Acheter');
      await dayPasses('2018-02-01');
      const last = await misser('2019-03-03');
      await says(
        last,
        '/competencies/data-platform',
        [/^En sursis$/, /à renouveler au plus tard le 3 mars 2019/],
        [/^In grace$/, /to be renewed by 3 March 2019/],
      );
      const page = await misser('2019-03-04');
      await says(
        page,
        '/competencies/data-platform',
        [/^Perdu$/, /Pas de renouvellement.* Adhésion Silver/],
        [/^Lapsed$/, /Not renewed.* Silver membership/],
      );
      await open(page, '/membership');
      await offer(page, 'Adhésion Silver').getByRole('button', { name: 'Acheter' }).waitFor();
      await page.getByText('Adhésions passées').click();
      await page.getByText(/Perdue faute de renouvellement/).waitFor();
      await dayPasses('2019-03-04');
      await says(
        page,
        '/notices',
        [/^Plateforme de données Silver n’est plus acquis$/, /adhésion non renouvelée/],
        [/^Data Platform Silver is no longer earned$/, /membership not renewed/],
      );
      await says(page, '/calendar', [/Rien n’est prévu/], [/Nothing is/]);
    },
    LONG,
  );
});
