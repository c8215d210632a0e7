import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

const FILE = fileURLToPath(new URL('../fixtures/ms-learn-catalogue.json', import.meta.url));
const suite = jalonSuite();

const WORDS = {
  fr: {
    programme: 'Microsoft Solutions Partner',
    open: /^Lire le catalogue de Microsoft Learn/,
    file: 'Fichier du catalogue (JSON)',
    unreadable: /n’est pas un fichier JSON|JSON/,
    changes: '2 différences',
    one: 'Une différence',
    titles: 'Titres',
    unknown: /qualifications que le programme ne nomme pas/,
    draft: 'Faire un projet de ces différences',
    changed: 'Azure Foundations',
  },
  en: {
    programme: 'Microsoft Solutions Partner',
    open: /^Read Microsoft Learn’s catalogue/,
    file: 'Catalogue file (JSON)',
    unreadable: /JSON/,
    changes: '2 differences',
    one: 'One difference',
    titles: 'Titles',
    unknown: /skills that the programme does not name/,
    draft: 'Make a draft of these differences',
    changed: 'Azure Foundations',
  },
} as const;

it.each(['fr', 'en'] as const)(
  'a catalogue file of Microsoft Learn is compared, and kept as a draft when it is wanted, in %s',
  async (locale) => {
    const words = WORDS[locale];
    const as = 'programme-operator@contoso.example';
    const page = await suite.visit({ as, locale, phone: locale === 'en' });
    await open(page, '/catalogue');
    await page.getByRole('link', { name: words.open }).filter({ hasText: words.programme }).click();
    const input = page.getByLabel(words.file);
    await input.setInputFiles({
      name: 'cut.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"exams": ['),
    });
    await page.getByRole('alert').or(page.getByRole('status')).getByText(words.unreadable).first().waitFor();
    await input.setInputFiles(FILE);
    await page.getByRole('heading', { name: words.changes }).waitFor();
    await page.getByText(words.unknown).click();
    await page.getByText('exam.zz-999').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('checkbox', { name: words.titles }).uncheck();
    await page.getByRole('heading', { name: words.one }).waitFor();
    await page.getByRole('checkbox', { name: words.titles }).check();
    await page.getByRole('heading', { name: words.changes }).waitFor();
    await page.getByRole('button', { name: words.draft }).click();
    await page.waitForURL(/\/catalogue\/drafts\//);
    await page.getByText(words.changed).first().waitFor();
  },
  120_000,
);
