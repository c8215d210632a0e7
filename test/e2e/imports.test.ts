import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

const ADMIN = 'partner-admin@contoso.example';
const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), '..', 'fixtures');

interface Row {
  readonly lastName: string;
  readonly skillId: string;
  readonly countsNow: boolean;
}

async function reportRows(page: Page): Promise<Row[]> {
  const answer = await page.context().request.get('/api/v1/partners/contoso/skills-report?all=true&top=5000');
  return ((await answer.json()) as { value: Row[] }).value;
}

async function attained(page: Page): Promise<string[]> {
  const answer = await page.context().request.get('/api/v1/partners/contoso/competencies');
  const { value } = (await answer.json()) as {
    value: { competency: string; attained: { level: string } | null; endsOn: string | null }[];
  };
  return value
    .filter((one) => one.attained !== null)
    .map((one) => `${one.competency} ${one.attained!.level}${one.endsOn === null ? '' : ' until known'}`);
}

/** Drops a file on the Imports page and applies it; answers what the page says once it is done. */
async function importFile(page: Page, name: string): Promise<string> {
  await open(page, '/imports');
  await page.locator('input[type=file]').setInputFiles(join(FIXTURES, name));
  await page.getByRole('button', { name: /^Appliquer/ }).click();
  await page.getByText('Ce que ce fichier a changé').waitFor();
  return page.getByRole('main').innerText();
}

describe('files of the real formats change the report of Contoso Conseil', () => {
  const suite = jalonSuite();

  it('the trainings export repairs the gold that was about to be lost', async () => {
    const page = await suite.visit({ as: ADMIN });
    expect(await attained(page)).toContain('data-platform gold until known');
    await importFile(page, 'insights-trainings.csv');
    expect(await attained(page)).toContain('data-platform gold');
    const yann = (await reportRows(page)).filter((row) => row.lastName === 'Modèle' && row.countsNow);
    expect(yann.map((row) => row.skillId)).toEqual(
      expect.arrayContaining(['exam:70-764', 'exam:70-765', 'assessment:TA-DP-FOUNDATIONAL']),
    );
  });

  it('a shared transcript adds what Claire passed', async () => {
    const page = await suite.visit({ as: ADMIN });
    await importFile(page, 'ms-learn-transcript.json');
    const claire = (await reportRows(page)).filter((row) => row.lastName === 'Exemple');
    expect(claire.map((row) => row.skillId)).toEqual(expect.arrayContaining(['exam:70-346', 'exam:70-347']));
  });

  it('the same file sent twice changes nothing and says so', async () => {
    const page = await suite.visit({ as: ADMIN });
    const before = await reportRows(page);
    await open(page, '/imports');
    await page.locator('input[type=file]').setInputFiles(join(FIXTURES, 'ms-learn-transcript.json'));
    const apply = page.getByRole('button', { name: 'Appliquer' });
    await apply.focus();
    await page.getByRole('tooltip').getByText('Rien à appliquer : tout est déjà enregistré.').waitFor();
    expect(await apply.getAttribute('aria-disabled')).toBe('true');
    expect(await reportRows(page)).toEqual(before);
  });

  it('an ambiguous date is rejected by its line, and the log can be downloaded', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/imports');
    await page.locator('input[type=file]').setInputFiles(join(FIXTURES, 'skill-records.csv'));
    await page.getByText('Cette date se lit de deux façons', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: /^Appliquer/ }).click();
    await page.getByText('Ce que ce fichier a changé').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText('Télécharger le journal').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
  });

  it('metrics of two months win Small and Midmarket Cloud Solutions silver', async () => {
    const page = await suite.visit({ as: ADMIN });
    await importFile(page, 'metrics.csv');
    const levels = await attained(page);
    expect(levels.join()).toContain('small-and-midmarket-cloud-solutions silver');
  });

  it('users of a PMC file in Windows-1252 keep their accents', async () => {
    const page = await suite.visit({ as: 'global-admin@contoso.example' });
    const text = await importFile(page, 'users-pmc-windows1252.csv');
    expect(text).toMatch(/rejeté/i);
    await open(page, '/users?search=zoe');
    await page.getByText('D’Été').first().waitFor();
  });
});

describe('the list of past imports', () => {
  const suite = jalonSuite();

  it('goes on to older ones as long as there are any', async () => {
    const page = await suite.visit({ as: 'partner-admin@fabrikam.example' });
    const { request } = page.context();
    const { csrfToken } = (await (await request.get('/api/v1/me')).json()) as { csrfToken: string };
    const upload = (name: string) =>
      request.post('/api/v1/partners/fabrikam/imports', {
        headers: { 'x-csrf-token': csrfToken },
        multipart: {
          file: { name, mimeType: 'text/csv', buffer: Buffer.from('metric,month,value\nx,2020-01,1\n') },
        },
      });
    for (let number = 1; number <= 55; number++)
      expect((await upload(`file-${number}.csv`)).status()).toBe(201);
    await open(page, '/imports');
    expect(await page.getByRole('link', { name: /^file-/ }).count()).toBe(50);
    await page.getByRole('button', { name: 'Afficher les importations plus anciennes' }).click();
    await page.getByRole('link', { name: 'file-1.csv', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: /^file-/ }).count()).toBe(55);
    expect(await page.getByRole('button', { name: 'Afficher les importations plus anciennes' }).count()).toBe(
      0,
    );
  }, 120_000);
});
