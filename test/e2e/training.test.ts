import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { jalonSuite } from './support/jalon-suite.ts';
import { open, settled } from './support/visit.ts';

const ADMIN = 'partner-admin@contoso.example';
const VIEWER = 'report-viewer@contoso.example';
/** As many months as one question may have: the demo tells of its people from far back. */
const LONG = '/training?from=2019-01&to=2026-10';

describe('the training dashboard of Contoso Conseil', () => {
  const suite = jalonSuite();

  it('leads from each of its six figures to as many people and completions', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, LONG);
    const figures = page.getByRole('list', { name: 'Chiffres' }).getByRole('link');
    expect(await figures.count()).toBe(6);
    const texts = await figures.allInnerTexts();
    let walked = 0;
    for (const [at, text] of texts.entries()) {
      const number = Number.parseInt(text, 10);
      if (number === 0) continue;
      await figures.nth(at).click();
      await page.waitForURL(at < 3 ? /view=people/ : /view=completions/);
      const status = at < 3 ? /^\d+ personnes?$/ : /^\d+ réussites?$/;
      await expect
        .poll(async () => Number.parseInt(await page.getByText(status).first().innerText(), 10))
        .toBe(number);
      walked += number;
    }
    expect(walked).toBeGreaterThan(10);
  });

  it('leads from a person to his or her completions', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, LONG);
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('gridcell') })
      .filter({ hasText: 'Claire' })
      .first();
    const link = row.getByRole('link').first();
    const number = Number.parseInt(await link.innerText(), 10);
    expect(number).toBeGreaterThan(0);
    await link.click();
    await page.waitForURL(/view=completions.*user=|user=.*view=completions/);
    await page.getByText(/^Personne\s:\s.*Claire/).waitFor();
    const count = page.getByText(/^\d+ réussites?$/).first();
    await expect.poll(async () => Number.parseInt(await count.innerText(), 10)).toBe(number);
  });

  it('has a chart whose months are walked with the keyboard and stand in its table too', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, LONG);
    const chart = page.getByRole('figure', { name: 'Réussites par mois' });
    await chart.getByRole('img').waitFor();
    const chosen = chart.getByRole('button', { pressed: true });
    await chosen.focus();
    const last = (await chosen.getAttribute('aria-label')) ?? '';
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => chosen.getAttribute('aria-label')).not.toBe(last);
    await page.keyboard.press('Home');
    const first = (await chosen.getAttribute('aria-label')) ?? '';
    expect(first).toMatch(/janvier 2019|janv\. 2019/);
    await chart.getByRole('button', { name: 'Afficher en tableau' }).click();
    const rows = chart.getByRole('row');
    // The header, and a row for each of the 94 months.
    expect(await rows.count()).toBe(95);
    const link = chart.getByRole('row').getByRole('link').first();
    const number = Number.parseInt(await link.innerText(), 10);
    await link.click();
    await page.waitForURL(/month=\d{4}-\d{2}/);
    const count = page.getByText(/^\d+ réussites?$/).first();
    await expect.poll(async () => Number.parseInt(await count.innerText(), 10)).toBe(number);
  });

  it('downloads the months of the chart as TSV, in the language of the page', async () => {
    for (const [locale, button, header] of [
      ['fr', 'Télécharger les mois', 'Mois\tCertifications\tExamens\tÉvaluations'],
      ['en', 'Download the months', 'Month\tCertifications\tExams\tAssessments'],
    ] as const) {
      const page = await suite.visit({ as: ADMIN, locale });
      await open(page, LONG);
      await page.getByRole('button', { name: button }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: 'TSV' }).click(),
      ]);
      const text = await readFile(await download.path(), 'utf8');
      const lines = text.replace('\uFEFF', '').trim().split(/\r?\n/);
      expect(lines[0]).toBe(header);
      expect(lines).toHaveLength(95);
    }
  });

  it('tells a report viewer of people by an id that stays the same, in both languages', async () => {
    const seen: string[][] = [];
    for (const locale of ['fr', 'en'] as const) {
      const page = await suite.visit({ as: VIEWER, locale });
      await open(page, `${LONG}&view=people`);
      await settled(page);
      const rows = page.getByRole('row').filter({ has: page.getByRole('gridcell') });
      await rows.first().waitFor();
      const texts = await rows.allInnerTexts();
      expect(texts.join(' ')).not.toMatch(/Claire|Exemple|@/);
      expect(
        await page
          .getByText(locale === 'fr' ? /un identifiant qui ne change pas/ : /an identifier that stays/)
          .count(),
      ).toBe(1);
      seen.push(texts.map((text) => text.split('\n')[0]!.trim()));
    }
    expect(seen[0]!.length).toBeGreaterThan(3);
    expect([...seen[0]!].sort()).toEqual([...seen[1]!].sort());
  });
});
