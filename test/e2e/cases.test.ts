import { expect, it } from 'vitest';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

const SUPPORT = 'programme-support@contoso.example';
const ADMIN = 'partner-admin@contoso.example';
const LEARNER = 'zoe@contoso.example';
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
const suite = jalonSuite();

const WORDS = {
  fr: {
    skill: /^Qualification/,
    source: /Où a-t-elle/,
    elsewhere: 'Ailleurs',
    unrecognised: /n’est pas reconnue/,
    message: /^Que manque-t-il/,
    wrong: /^Qu’est-ce qui est inexact/,
    open: 'Ouvrir le dossier',
    ask: 'Demander à un administrateur',
    asked: /envoyée aux administrateurs/,
    added: 'Fichier ajouté.',
    refused: /ni un PNG/,
    write: /^Votre message/,
    send: 'Envoyer',
    waiting: 'En attente de l’entreprise',
    expected: /réponse de l’entreprise est attendue/,
    case: /^Dossier \d+$/,
  },
  en: {
    skill: /^Skill/,
    source: /^Where was it/,
    elsewhere: 'Elsewhere',
    unrecognised: /does not recognise/,
    message: /^What is missing/,
    wrong: /^What is wrong/,
    open: 'Open the case',
    ask: 'Ask an administrator',
    asked: /sent to the administrators/,
    added: 'File added.',
    refused: /no whole PNG/,
    write: /^Message/,
    send: 'Send',
    waiting: 'Waiting for the company',
    expected: /answer of the company is expected/,
    case: /^Case \d+$/,
  },
} as const;

it.each(['fr', 'en'] as const)(
  'a missing skill goes to support with its proof, and the answer comes back, in %s',
  async (locale) => {
    const words = WORDS[locale];
    const phone = locale === 'en';
    const learner = await suite.visit({ as: LEARNER, locale, phone });
    const { userId } = await (await learner.context().request.get('/api/v1/me')).json();
    const admin = await suite.visit({ as: ADMIN, locale, phone });
    await open(admin, `/cases/new?kind=missing-skill&userId=${userId}&skill=70-764`);
    await admin.getByLabel(words.source).click();
    await admin.getByRole('option', { name: words.elsewhere }).click();
    await admin.getByText(words.unrecognised).waitFor();
    await admin.getByLabel(words.message).fill('Passed on 3 November; not in the report.');
    await admin.getByRole('button', { name: words.open }).click();
    // The reports that go along are made first.
    const heading = admin.getByRole('heading', { name: words.case });
    await heading.waitFor({ timeout: 60_000 });
    const name = await heading.innerText();
    const file = admin.locator('input[type=file]');
    await file.setInputFiles({ name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') });
    await admin.getByText(words.refused).waitFor();
    await file.setInputFiles({ name: 'proof.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) });
    await admin.getByText(words.added).waitFor();
    const support = await suite.visit({ as: SUPPORT, locale });
    await open(support, '/cases');
    await support.getByRole('link', { name, exact: true }).click();
    await support.getByText('proof.pdf').waitFor();
    await support.getByLabel(words.write).fill('Which e-mail did you register with?');
    await support.getByText(words.expected).click();
    await support.getByRole('button', { name: words.send }).click();
    await support.getByText(words.waiting).waitFor();
    await admin.reload();
    await admin.getByText('Which e-mail did you register with?').waitFor();
    expect(await admin.getByText(words.waiting).count()).toBe(1);
  },
  120_000,
);

it('whoever may not open a case asks an administrator', async () => {
  const words = WORDS.fr;
  const learner = await suite.visit({ as: LEARNER, locale: 'fr' });
  await open(learner, '/cases/new?kind=dispute');
  await learner.getByLabel(words.skill).fill('AZ-900');
  await learner.getByLabel(words.wrong).fill('Cet examen n’est pas le mien.');
  await learner.getByRole('button', { name: words.ask }).click();
  await learner.getByText(words.asked).waitFor();
}, 60_000);
