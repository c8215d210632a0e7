/** The people of Tailspin, each with one cause of a missing skill: told on the page, and mended from there. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addMonths, formatDay, parseDay } from '../../src/domain/time/day.ts';
import { accountMerges as mergesEn } from '../../web/messages/en/account-merges.ts';
import { association as associationEn } from '../../web/messages/en/association.ts';
import { cases as casesEn } from '../../web/messages/en/cases.ts';
import { diagnosis as diagnosisEn } from '../../web/messages/en/diagnosis.ts';
import { people as peopleEn } from '../../web/messages/en/people.ts';
import { accountMerges as mergesFr } from '../../web/messages/fr/account-merges.ts';
import { association as associationFr } from '../../web/messages/fr/association.ts';
import { cases as casesFr } from '../../web/messages/fr/cases.ts';
import { diagnosis as diagnosisFr } from '../../web/messages/fr/diagnosis.ts';
import { people as peopleFr } from '../../web/messages/fr/people.ts';
import { accessibilityViolations } from './support/accessibility.ts';
import { sayYes, showTyped } from './support/associate.ts';
import { jalonSuite } from './support/jalon-suite.ts';
import { open, settled } from './support/visit.ts';

const ADMIN = 'global-admin@tailspin.example';
const SUPPORT = 'programme-support@contoso.example';
const MISSED = 'exam:70-764';

/** The day on which it came with the address alone, as the demo tells it from today on. */
function monthsAgo(months: number): string {
  const today = parseDay(new Date().toISOString().slice(0, 10))!;
  return formatDay(addMonths(today, -months));
}

const TEXTS = {
  fr: { ...associationFr, ...casesFr, ...diagnosisFr, ...mergesFr, ...peopleFr },
  en: { ...associationEn, ...casesEn, ...diagnosisEn, ...mergesEn, ...peopleEn },
};

type Key = keyof typeof TEXTS.fr & keyof typeof TEXTS.en;

describe.each(['fr', 'en'] as const)('each cause of a missing skill, in %s,', (locale) => {
  const suite = jalonSuite();
  const t = (key: Key): string => TEXTS[locale][key];
  const phone = locale === 'en';
  // In English on a phone in the dark, in French on a screen by day.
  const as = (email: string) => suite.visit({ as: email, locale, phone, dark: phone });

  async function userIdOf(admin: Page, name: string): Promise<string> {
    const path = `/api/v1/partners/tailspin/users?search=${encodeURIComponent(name)}`;
    const { value } = await (await admin.context().request.get(path)).json();
    return value[0].userId;
  }

  /** The diagnosis of somebody, with what it says of who can mend it. */
  async function told(page: Page, userId: string, mender: Key, partner = ''): Promise<void> {
    await open(page, `/diagnosis?user=${userId}${partner}`);
    await page.getByText(t(mender), { exact: true }).first().waitFor();
  }

  async function follow(page: Page, key: Key): Promise<void> {
    await page
      .getByRole('link', { name: t(key), exact: true })
      .first()
      .click();
  }

  async function isGood(page: Page, userId: string): Promise<void> {
    await open(page, `/diagnosis?user=${userId}`);
    await page.getByRole('heading', { name: t('diagnosis.good') }).waitFor();
  }

  it('lies in the user account: an administrator mends it on the record of the person', async () => {
    const admin = await as(ADMIN);
    for (const [name, button] of [
      ['Verdier', 'people.enable'],
      ['Lemaire', 'people.return'],
    ] as const) {
      const userId = await userIdOf(admin, name);
      await told(admin, userId, 'diagnosis.mender.administrator');
      await follow(admin, 'diagnosis.step.openUser');
      await admin
        .getByRole('dialog')
        .getByRole('button', { name: t(button), exact: true })
        .click();
      await admin
        .getByRole('dialog')
        .getByRole('button', { name: t('people.disable'), exact: true })
        .waitFor();
      await isGood(admin, userId);
    }
    const cyril = await userIdOf(admin, 'Besnard');
    await told(admin, cyril, 'diagnosis.mender.administrator');
    expect(await accessibilityViolations(admin)).toEqual([]);
    await follow(admin, 'diagnosis.step.openUser');
    const record = admin.getByRole('dialog');
    await record.getByRole('button', { name: t('people.edit'), exact: true }).click();
    await record.getByLabel(t('people.field.employedFrom')).fill('2025-01-06');
    await record.getByRole('button', { name: t('people.edit.save'), exact: true }).click();
    await record.getByRole('button', { name: t('people.edit'), exact: true }).waitFor();
    await isGood(admin, cyril);
  }, 120_000);

  it.each([
    ['denis.arnaud', '9600104'],
    ['elodie.roche', '9600106'],
    ['farid.haddad', '9600107'],
    ['niamh.fletcher', '9600108'],
  ])(
    'lies in the association of %s, who associates account %s from there',
    async (mailbox, accountId) => {
      const email = `${mailbox}@tailspin.example`;
      const page = await as(email);
      const { userId } = await (await page.context().request.get('/api/v1/me')).json();
      await told(page, userId, 'diagnosis.mender.you');
      await page
        .getByRole('heading', {
          name: t('diagnosis.found')
            .match(/\{(#[^}]*)\}/)![1]!
            .replace('#', '1'),
        })
        .waitFor();
      await follow(page, 'diagnosis.step.associate');
      await page.getByRole('button', { name: /^(J’accepte|I agree), / }).click();
      await page.getByRole('heading', { name: /^(Compte d’apprentissage|Learning account)$/ }).waitFor();
      await showTyped(page, { accountId, email });
      await sayYes(page);
      await page
        .getByText(/^(Compte associé|Account associated)/)
        .first()
        .waitFor();
      await isGood(page, userId);
    },
    90_000,
  );

  it('lies in an account that was merged away: the person changes to the one that survives', async () => {
    const page = await as('ines.faure@tailspin.example');
    const { userId } = await (await page.context().request.get('/api/v1/me')).json();
    await told(page, userId, 'diagnosis.mender.you');
    await page
      .getByText(/9600110.*9600130/)
      .first()
      .waitFor();
    await follow(page, 'diagnosis.step.changeAccount');
    const exams = page.getByRole('region', { name: /^(Examens et certifications|Microsoft exams)/ });
    await exams.getByRole('button', { name: new RegExp(`^${t('learning.dissociate')}`) }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: t('dissociate.yes'), exact: true })
      .click();
    await exams.getByRole('link', { name: /^(Associer|Associate)/ }).click();
    await page.getByRole('button', { name: /^(J’accepte|I agree), / }).click();
    await showTyped(page, { accountId: '9600130', email: 'ines.faure@mail.example' });
    await sayYes(page);
    await page
      .getByText(/^(Compte associé|Account associated)/)
      .first()
      .waitFor();
    await open(page, `/diagnosis?user=${userId}&skill=${MISSED}`);
    const counts = t('diagnosis.skill.counts').replace('{skill}', '');
    await page.getByRole('heading', { name: counts.trim() }).waitFor();
  }, 90_000);

  it('lies on a second account: the case names it, and support merges it from the diagnosis', async () => {
    const admin = await as(ADMIN);
    const userId = await userIdOf(admin, 'Colin');
    await told(admin, userId, 'diagnosis.mender.support');
    await follow(admin, 'cases.new');
    expect(await admin.getByLabel(t('cases.form.account')).inputValue()).toBe('9600129');
    await admin.getByText(t('cases.form.outside')).waitFor();
    await admin
      .getByLabel(t('cases.form.message.merge'))
      .fill('Two accounts of one person, by the transcript.');
    expect(await accessibilityViolations(admin)).toEqual([]);
    await admin.getByRole('button', { name: t('cases.form.open'), exact: true }).click();
    await admin.getByRole('heading', { name: /^(Dossier|Case) \d+$/ }).waitFor({ timeout: 60_000 });
    await admin.getByText(t('cases.contact'), { exact: true }).waitFor();
    expect(await accessibilityViolations(admin)).toEqual([]);

    const support = await as(SUPPORT);
    await told(support, userId, 'diagnosis.mender.support', '&partner=tailspin');
    await follow(support, 'diagnosis.step.merges');
    await support.getByRole('button', { name: t('merges.dialog.title'), exact: true }).click();
    const dialog = support.getByRole('dialog');
    await dialog.getByLabel(t('merges.dialog.account')).fill('9600129');
    await dialog.getByLabel(t('merges.dialog.into')).fill('9600109');
    await dialog.getByRole('button', { name: t('merges.dialog.show'), exact: true }).click();
    await dialog.getByLabel(/^(Motif|Reason)/).fill('One person, by the transcript.');
    await dialog.getByRole('button', { name: t('merges.dialog.merge'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await open(admin, `/diagnosis?user=${userId}&skill=${MISSED}`);
    await admin
      .getByRole('heading', { name: t('diagnosis.skill.counts').replace('{skill}', '').trim() })
      .waitFor();
  }, 180_000);

  it('lies in a file that did not name the account: sent again from the page of imports, it counts', async () => {
    const admin = await as(ADMIN);
    const userId = await userIdOf(admin, 'Noir');
    await told(admin, userId, 'diagnosis.mender.administrator');
    await follow(admin, 'diagnosis.step.import');
    const on = monthsAgo(5);
    await settled(admin);
    await admin.locator('input[type=file]').setInputFiles({
      name: 'records.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        `account id,provider,skill,achieved on\n9600112,microsoft-learning,${MISSED},${on}\n`,
      ),
    });
    await admin.getByRole('button', { name: /^(Appliquer|Apply)/ }).click();
    await admin.getByText(/^(Ce que ce fichier a changé|What this file has changed)/).waitFor();
    await open(admin, `/diagnosis?user=${userId}&skill=${MISSED}`);
    await admin
      .getByRole('heading', { name: t('diagnosis.skill.counts').replace('{skill}', '').trim() })
      .waitFor();
  }, 120_000);

  it('lies in a source that still has time: no case can be opened, and the moment is told', async () => {
    const admin = await as(ADMIN);
    const userId = await userIdOf(admin, 'Guérin');
    await told(admin, userId, 'diagnosis.mender.nobody');
    const until = new RegExp(`^${t('diagnosis.case.sourceDelay').split('{at}')[0]}`);
    await admin.getByText(until).waitFor();
    expect(await admin.getByRole('link', { name: t('cases.new'), exact: true }).count()).toBe(0);
    await open(admin, `/cases/new?kind=missing-skill&userId=${userId}&skill=${MISSED}`);
    await admin.getByText(until).waitFor();
    const button = admin.getByRole('button', { name: t('cases.form.open'), exact: true });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    expect(await accessibilityViolations(admin)).toEqual([]);
  }, 60_000);

  it.each([
    ['Perrin', 'diagnosis.mender.support', ''],
    ['Prévost', 'diagnosis.mender.source', 'SQL'],
  ] as const)(
    'of %s is looked into by support: the case is opened from there',
    async (name, mender, skill) => {
      const admin = await as(ADMIN);
      const userId = await userIdOf(admin, name);
      await told(admin, userId, mender);
      expect(
        await admin
          .getByRole('link', { name: /\((nouvel onglet|new tab)\)$/ })
          .first()
          .getAttribute('href'),
      ).toMatch(/^https:/);
      await follow(admin, 'cases.new');
      await admin.waitForURL(/cases\/new/);
      const field = admin.getByLabel(new RegExp(`^${t('cases.form.skill')}`));
      if (skill === '') {
        await field.fill('764 on paper');
        await admin.getByText(t('cases.form.unknownSkill')).waitFor();
        await field.fill('70-764');
        await admin.getByText('Administering a SQL Database Infrastructure (70-764)').waitFor();
      } else {
        expect(await field.inputValue()).toContain(skill);
      }
      await admin.getByLabel(t('cases.form.message')).fill('Achieved in spring, and not to be seen.');
      await admin.getByRole('button', { name: t('cases.form.open'), exact: true }).click();
      await admin.getByRole('heading', { name: /^(Dossier|Case) \d+$/ }).waitFor({ timeout: 60_000 });
      await admin.getByText(t('cases.state.open'), { exact: true }).waitFor();
    },
    90_000,
  );

  it.each([
    ['Marty', 'diagnosis.mender.nobody', 'diagnosis.step.requirements', /competencies\/requirements/],
    ['Vasseur', 'diagnosis.mender.nobody', 'diagnosis.step.requirements', /competencies\/requirements/],
    ['Dubos', 'diagnosis.mender.person', 'diagnosis.step.plan', /plans/],
    ['Jourdan', 'diagnosis.mender.administrator', 'diagnosis.step.plan', /plans/],
  ] as const)(
    'of %s can be mended by no record: the page leads on',
    async (name, mender, step, address) => {
      const admin = await as(ADMIN);
      await told(admin, await userIdOf(admin, name), mender);
      await follow(admin, step);
      await admin.waitForURL(address);
      await settled(admin);
      expect(await admin.getByRole('alert').count()).toBe(0);
    },
    60_000,
  );

  it.each([
    ['Olivier', 'diagnosis.mender.nobody', 'diagnosis.state.waiting'],
    ['Ménard', 'diagnosis.mender.administrator', 'diagnosis.state.note'],
    ['Texier', 'diagnosis.mender.source', 'diagnosis.state.found'],
  ] as const)(
    'of %s is told as what it is',
    async (name, mender, state) => {
      const admin = await as(ADMIN);
      await told(admin, await userIdOf(admin, name), mender);
      await admin.getByText(t(state), { exact: true }).first().waitFor();
    },
    60_000,
  );

  it('lies in a missing user: the diagnosis of the company leads to adding the person', async () => {
    const admin = await as(ADMIN);
    await open(admin, '/diagnosis');
    await admin.getByText(/xavier\.petit@tailspin\.example/).waitFor();
    expect(await accessibilityViolations(admin)).toEqual([]);
    await follow(admin, 'people.add');
    await admin.waitForURL(/users\/add/);
  }, 60_000);
});
