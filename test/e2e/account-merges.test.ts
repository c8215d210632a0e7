import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

const SUPPORT = 'programme-support@contoso.example';
const ADMIN = 'partner-admin@contoso.example';
const suite = jalonSuite();

async function csrfOf(page: Page): Promise<string> {
  return (await (await page.context().request.get('/api/v1/me')).json()).csrfToken;
}

/** A record of a source on an account that carries the certificate of an associated account of Contoso. */
async function duplicate(
  page: Page,
  known: { mcid: string; skill: string },
  accountId: string,
  skill: string,
) {
  const records = [
    [known.mcid, known.skill, `E2E-${accountId}`],
    [accountId, known.skill, `E2E-${accountId}`],
    [accountId, skill, null],
  ].map(([account, id, certificateNumber], place) => ({
    externalId: `e2e-${accountId}-${place}`,
    accountId: account,
    skill: id,
    achievedOn: '2017-03-03',
    certificateNumber,
  }));
  const headers = { 'x-csrf-token': await csrfOf(page) };
  const answer = await page.context().request.post('/api/v1/sources/microsoft-learning/records', {
    headers,
    data: { records },
  });
  expect(answer.ok()).toBe(true);
}

async function reportRow(page: Page): Promise<{ mcid: string; skill: string }> {
  const answer = await page.context().request.get('/api/v1/partners/contoso/skills-report?top=500');
  const { value } = (await answer.json()) as {
    value: { mcid: string; skillId: string; provider: string; associatedInPartnerCenter: boolean }[];
  };
  const row = value.find(
    ({ mcid, provider, associatedInPartnerCenter }) =>
      mcid !== '' && provider === 'microsoft-learning' && associatedInPartnerCenter,
  )!;
  return { mcid: row.mcid, skill: row.skillId };
}

const WORDS = {
  fr: {
    search: 'Chercher maintenant',
    look: /^Voir l’effet de la fusion/,
    reason: /^Motif/,
    merge: 'Fusionner',
    merges: 'Fusions',
    undo: /^Annuler la fusion de DOUBLE-fr/,
    confirm: 'Annuler',
    undone: /Annulée le/,
    counts: / (compte|apparaît dans le rapport)$/,
  },
  en: {
    search: 'Look now',
    look: /^Show the effect of merging/,
    reason: /^Reason/,
    merge: 'Merge',
    merges: 'Merges',
    undo: /^Undo the merge of DOUBLE-en/,
    confirm: 'Undo',
    undone: /Undone on/,
    counts: / (counts|appears in the report)$/,
  },
} as const;

it.each(['fr', 'en'] as const)(
  'accounts of one person are found, merged after a look at the effect, and told apart again, in %s',
  async (locale) => {
    const words = WORDS[locale];
    const admin = await suite.visit({ as: ADMIN, locale });
    const known = await reportRow(admin);
    const page = await suite.visit({ as: SUPPORT, locale, phone: locale === 'en' });
    await duplicate(page, known, `DOUBLE-${locale}`, 'exam:70-464');
    await open(page, '/account-merges');
    await page.getByRole('button', { name: words.search }).click();
    const card = page
      .getByRole('listitem')
      .filter({ hasText: `DOUBLE-${locale}` })
      .first();
    await card.getByRole('button', { name: words.look }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(words.counts).first().waitFor();
    await dialog.getByLabel(words.reason).fill('One certificate on both.');
    await dialog.getByRole('button', { name: words.merge, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const rows = async () => {
      const answer = await admin
        .context()
        .request.get('/api/v1/partners/contoso/skills-report?top=1000&all=true');
      return ((await answer.json()).value as { skillId: string; mcid: string }[]).filter(
        ({ skillId, mcid }) => skillId === 'exam:70-464' && mcid === known.mcid,
      ).length;
    };
    expect(await rows()).toBe(1);
    await page.getByRole('tab', { name: words.merges }).click();
    await page.getByRole('button', { name: words.undo }).click();
    await dialog.getByLabel(words.reason).fill('Two people after all.');
    await dialog.getByRole('button', { name: words.confirm, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(words.undone).first().waitFor();
    expect(await rows()).toBe(0);
  },
  90_000,
);
