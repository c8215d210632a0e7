/** From a level at risk to the plan that keeps it, to the record that completes it. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { UserAssociations } from '../../src/contract/associations.ts';
import type { PlanView } from '../../src/contract/plans.ts';
import type { UserList } from '../../src/contract/users.ts';
import { accessibilityViolations } from './support/accessibility.ts';
import { jalonSuite } from './support/jalon-suite.ts';
import { receiveRecord } from './support/receive-record.ts';
import { open, settled } from './support/visit.ts';
import { firstSheet } from './support/workbook.ts';

const ADMIN = 'partner-admin@contoso.example';
/** Plans, mails and records follow one another. */
const LONG = 120_000;

/** What a finished plan says of itself. */
const PROVED = /^(Prouvé|Proved)/;

async function planOf(page: Page): Promise<PlanView> {
  const planId = /\/plans\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  const answer = await page.request.get(`/api/v1/partners/contoso/plans/${planId}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as PlanView;
}

type Source = 'partner-university' | 'microsoft-learning';

/** Who tells of a skill. */
function sourceOf(skill: string): Source {
  return skill.startsWith('assessment:') ? 'partner-university' : 'microsoft-learning';
}

/** The account by which a person's records arrive from a source; who looks after users may see it. */
async function accountOf(admin: Page, userId: string, source: Source): Promise<string> {
  const answer = await admin.request.get(`/api/v1/partners/contoso/users/${userId}/associations`);
  const { value } = (await answer.json()) as UserAssociations;
  return value.find(({ provider }) => provider === source)?.accountId ?? '';
}

/** The words of the way from the notice to the completed plan, and the level that it keeps. */
const WAYS = [
  {
    locale: 'fr',
    missing: 'Voir ce qui manque',
    level: 'Analytique des données – Silver',
    prepare: /^Préparer un plan/,
    people: 'Qui fait quoi',
    why: /^Pourquoi/,
    reasons: 'Pourquoi cette personne et cet examen',
    close: 'Fermer',
    adopt: 'Adopter le plan',
    adopted: /^Le plan est adopté/,
    completed: 'Le plan est accompli',
    met: 'rempli aujourd’hui',
  },
  {
    locale: 'en',
    missing: 'See what is missing',
    level: 'Data Platform – Gold',
    prepare: /^Prepare a plan/,
    people: 'Who does what',
    why: /^Why/,
    reasons: 'Why this person and this exam',
    close: 'Close',
    adopt: 'Adopt the plan',
    adopted: /^The plan is adopted/,
    completed: 'The plan is completed',
    met: 'met today',
  },
] as const;

/** How the page says what is in the way, and what it offers besides. */
const WORDS = [
  {
    locale: 'fr',
    retired: 'ce qui manque n’est plus proposé à cette date.',
    people: 'il n’y a pas assez de personnes.',
    hours: 'les heures permises à chaque personne ne suffisent pas.',
    withinHours: 'dans les heures permises',
    budget: 'le budget ne suffit pas.',
    certain: 'Chaque tentative réussit',
    likely: /^Réussite probable|^Probabilité de réussite/,
    sliders: /^Les niveaux doivent être remplis à au moins/,
    smaller: 'Voir ce que permettent de plus petits budgets',
    curve: 'Ce que permet chaque budget',
    aim: /^Viser .+ pour/,
  },
  {
    locale: 'en',
    retired: 'what is missing is no longer offered by that day.',
    people: 'there are not enough people.',
    hours: 'the hours that each person may spend are not enough.',
    withinHours: 'within the hours allowed',
    budget: 'the money is not enough.',
    certain: 'Every attempt succeeds',
    likely: /^Likely to succeed/,
    sliders: /^The levels are to be met with at least/,
    smaller: 'See what smaller budgets reach',
    curve: 'What each budget reaches',
    aim: /^Aim at .+ for/,
  },
] as const;

/** Types into a search box and takes what it finds. */
async function choose(page: Page, box: Locator, text: string): Promise<void> {
  await box.click();
  await box.pressSequentially(text);
  await page.getByRole('option', { name: text }).first().click();
}

describe('planning training in the browser', () => {
  const suite = jalonSuite();

  it(
    'plans anew without somebody, says what is in the way of a budget, and keeps the question in the address',
    async () => {
      const page = await suite.visit({ as: ADMIN, locale: 'en' });
      await open(page, '/plans');
      await page.getByRole('button', { name: 'Prepare a plan' }).click();
      await page.getByText('Which level do you want to gain or keep?').waitFor();
      await page.getByRole('searchbox', { name: 'Search a competency' }).fill('data pl');
      await page.getByRole('button', { name: /^Data Platform – Gold/ }).click();
      await page.getByRole('slider', { name: 'Departures to survive' }).fill('1');
      await page.waitForURL(/survive=1/);
      await page.getByText(PROVED).waitFor();
      const people = page.getByRole('list', { name: 'Who does what' });
      const first = people.getByRole('listitem').first();
      const name = (await first.getByRole('heading').innerText()).trim();
      await first.getByRole('button', { name: `Not this person: ${name}` }).click();
      const wish = page.getByRole('button', { name: `Undo: Without ${name}` });
      await wish.waitFor();
      await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
      await people.getByRole('heading', { name }).waitFor({ state: 'detached' });
      await wish.click();
      await people.getByRole('heading', { name }).waitFor();
      await page.getByRole('figure', { name: 'What robustness costs' }).getByRole('img').waitFor();
      await page.getByRole('checkbox', { name: 'No limit' }).uncheck();
      await page.getByRole('textbox', { name: /^At most/ }).fill('1');
      await page.getByText('the money is not enough', { exact: false }).waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      await page.reload();
      await settled(page);
      await page.getByRole('button', { name: /^Raise the budget to/ }).click();
      await page.getByText(PROVED).waitFor();
      await page.getByRole('button', { name: 'Keep in the list' }).click();
      await page.getByRole('heading', { level: 1, name: 'Data Platform – Gold' }).waitFor();
      await page.getByRole('button', { name: 'Download' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: 'Excel (XLSX)' }).click(),
      ]);
      const plan = await planOf(page);
      const rows = await firstSheet(await readFile(await download.path()));
      expect(rows).toHaveLength((plan.result?.actions.length ?? 0) + 1);
    },
    LONG,
  );

  it.each(WORDS)(
    'names the requirement that cannot be met, plans for attempts that fail, and says what a budget reaches, in $locale',
    async (words) => {
      const page = await suite.visit({ as: ADMIN, locale: words.locale });
      const users = await page.request.get('/api/v1/partners/contoso/users?top=200');
      const ids = ((await users.json()) as UserList).value.map(({ userId }) => userId);
      const says = (text: string) => page.getByText(text, { exact: false }).first().waitFor();
      await open(page, '/plans/new?targets=application-development~gold~application-builder');
      await says(words.retired);
      await open(page, `/plans/new?targets=data-analytics~silver&without=${ids.join()}`);
      await says(words.people);
      const hours = ids.map((id) => `${id}~1`).join();
      await open(page, `/plans/new?targets=data-analytics~silver&hours=${hours}`);
      await says(words.hours);
      await says(words.withinHours);
      await open(page, '/plans/new?targets=data-analytics~silver&budget=1');
      await says(words.budget);

      await open(page, '/plans/new?targets=data-analytics~silver');
      await page.getByText(PROVED).waitFor();
      await page.getByRole('checkbox', { name: words.certain }).uncheck();
      await page.getByText(words.likely).waitFor();
      await page.getByRole('slider', { name: words.sliders }).fill('95');
      await page.waitForURL(/confidence=0\.95/);
      expect(await accessibilityViolations(page)).toEqual([]);

      await open(page, '/plans/new?targets=data-analytics~silver,data-platform~gold&survive=1');
      await page.getByRole('button', { name: words.smaller }).click();
      await page.getByRole('figure', { name: words.curve }).getByRole('img').waitFor();
      const aim = page.getByRole('button', { name: words.aim });
      await aim.first().waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      await aim.first().click();
      // One level is left, with the money for it.
      await page.waitForURL(
        ({ searchParams }) => searchParams.has('budget') && !searchParams.get('targets')?.includes(','),
      );
      await page.getByText(PROVED).waitFor();
    },
    LONG,
  );

  it(
    'compares what would be if somebody left, and says what a candidate is worth',
    async () => {
      const page = await suite.visit({ as: ADMIN });
      await open(page, '/plans/what-if');
      await page.getByRole('button', { name: 'Ajouter un scénario' }).click();
      const scenario = page.getByRole('region', { name: 'Scénario 1' });
      await choose(page, scenario.getByRole('combobox', { name: 'Personne' }), 'Karim Benali');
      await scenario.getByRole('button', { name: 'Supposer' }).click();
      await scenario.getByText(/^Karim Benali part le/).waitFor();
      const table = page.getByRole('table').filter({ hasText: 'Comme aujourd’hui' });
      const row = table.getByRole('row').filter({ hasText: 'Plateforme de données' });
      await row.getByText('plus bas').waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      await open(page, '/plans/candidates?targets=data-platform~gold&survive=1');
      await page.getByRole('button', { name: 'Ajouter un candidat' }).click();
      const candidate = page.getByRole('region', { name: 'Candidat 1' });
      for (const code of ['70-764', '70-765']) {
        await choose(page, candidate.getByRole('combobox', { name: 'Ce que la personne détient' }), code);
      }
      const worth = page.getByRole('table', { name: 'Ce que vaut chaque candidat' });
      await worth.getByRole('row').filter({ hasText: 'Candidat 1' }).getByText(/€/).first().waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
    },
    LONG,
  );

  it('tells a learner what to achieve by when and why', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/plans/new?targets=data-platform~gold&survive=1');
    await page.getByRole('button', { name: 'Adopter le plan' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Adopter le plan' }).click();
    await page.getByText(/^Le plan est adopté/).waitFor();
    const plan = await planOf(page);
    const asked = new Set(plan.adoption?.assignments.map(({ person }) => person));
    const learner = Object.values(plan.people).find(({ id, email }) => asked.has(id) && email !== null);
    const own = await suite.visit({ as: learner?.email ?? '', phone: true });
    await open(own, '/profile');
    const card = own.getByRole('region', { name: 'Mes formations à obtenir' });
    await card
      .getByText(/gagne ou garde Plateforme de données – Gold/)
      .first()
      .waitFor();
  });

  it('is read, not made, by an executive report viewer, and hidden from a report viewer', async () => {
    const reader = await suite.visit({ as: 'executive-report-viewer@contoso.example' });
    await open(reader, '/plans');
    await reader.getByRole('heading', { level: 1, name: 'Plans de formation' }).waitFor();
    await open(reader, '/plans/new');
    await reader
      .getByText(/Administrateur partenaire MPN/)
      .first()
      .waitFor();
    const stranger = await suite.visit({ as: 'report-viewer@contoso.example' });
    await open(stranger, '/plans');
    await stranger.getByText('Votre rôle ne donne pas accès à cette page').waitFor();
  });

  it.each(WAYS)(
    'leads from the notice of a level at risk to a plan, its adoption and the record that completes it, in $locale',
    async (way) => {
      const page = await suite.visit({ as: ADMIN, locale: way.locale });
      await open(page, '/notices');
      await page.getByRole('link', { name: way.missing }).first().click();
      const level = page.getByRole('listitem').filter({ hasText: way.level });
      await level.getByRole('link', { name: way.prepare }).last().click();
      await page.getByText(PROVED).waitFor();
      const people = page.getByRole('list', { name: way.people });
      expect(await people.getByRole('listitem').count()).toBeGreaterThan(0);
      await people.getByRole('button', { name: way.why }).first().click();
      await page.getByRole('heading', { name: way.reasons }).waitFor();
      await page.getByRole('button', { name: way.close }).click();
      await page.getByRole('button', { name: way.adopt }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: way.adopt }).click();
      await page.getByText(way.adopted).waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      const plan = await planOf(page);
      const users = await suite.visit({ as: 'global-admin@contoso.example' });
      for (const { person, skill } of plan.adoption?.assignments ?? []) {
        const source = sourceOf(skill);
        await receiveRecord(suite, await accountOf(users, person, source), skill, source);
      }
      await open(page, `/plans/${plan.planId}`);
      await page.getByRole('heading', { name: way.completed }).waitFor();
      await page.getByText(way.met).waitFor();
      await open(page, '/plans?show=adopted');
      await page.getByRole('link', { name: way.level }).first().waitFor();
    },
    LONG,
  );
});
