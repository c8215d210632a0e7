/**
 * The whole path as one: people come by a file, choose their passwords, associate their accounts, count in the
 * reports, and one of them moves on. Each act goes on where the one before has ended.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { isAssociated, sayYes, showTyped, toProvider } from './support/associate.ts';
import {
  type Seen,
  skillsOnScreen,
  standings,
  trail,
  untilReported,
  usersReportLine,
} from './support/company-reports.ts';
import { CHOSEN_PASSWORD, firstSignIn, onProfile, signIn } from './support/first-sign-in.ts';
import { jalonSuite } from './support/jalon-suite.ts';
import { addByFile, takeSecrets } from './support/people-file.ts';
import { receiveRecord } from './support/receive-record.ts';
import { open } from './support/visit.ts';

const ADMIN = { fr: 'global-admin@contoso.example', en: 'user-admin@contoso.example' } as const;
/** Reads the reports of each company. */
const READER = {
  contoso: 'partner-admin@contoso.example',
  fabrikam: 'partner-admin@fabrikam.example',
} as const;
/** So long after a fact whoever looks sees it; how long a page takes to come is the machine's affair. */
const LONGEST_UNTIL_KNOWN_MS = 1_000;
const LONG = 120_000;

type Language = 'fr' | 'en';

function newcomer(firstName: string, locale: Language, number: number) {
  const name = firstName.toLowerCase();
  const account = { accountId: `PU-84000${number}`, email: `${name}@mail.example` };
  return { firstName, lastName: 'Nouvelle', email: `${name}@contoso.example`, locale, account };
}
const ADA = newcomer('Ada', 'fr', 1);
/** With her Data Analytics has its second person; she moves on. */
const BLANCHE = newcomer('Blanche', 'fr', 2);
const CYRILLE = newcomer('Cyrille', 'fr', 3);
const DORA = newcomer('Dora', 'en', 4);
const PEOPLE = { fr: [ADA, BLANCHE, CYRILLE], en: [DORA] } as const;
const EVERYBODY = [...PEOPLE.fr, ...PEOPLE.en];
const ANYWHERE = 'assessment:TA-AZURE-DATA';
const ANALYTICS = ['assessment:TA-DA-FOUNDATIONAL', 'assessment:TA-DA-AA'];

function seenAtOnce({ askedAfterMs }: Seen): void {
  expect(askedAfterMs).toBeLessThan(LONGEST_UNTIL_KNOWN_MS);
}

describe('from a file of people to the reports of two companies', () => {
  const suite = jalonSuite();
  const secrets = new Map<string, string>();
  const reader = (partnerId: keyof typeof READER) => suite.visit({ as: READER[partnerId] });

  async function associate(
    page: Page,
    { account }: typeof ADA,
    choice: 'training' | 'both',
  ): Promise<number> {
    await toProvider(page, choice);
    await showTyped(page, account);
    await page
      .getByText(/autre adresse que votre compte professionnel|another address than your work account/)
      .waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    return sayYes(page);
  }

  const levelsOf = async (page: Page, partnerId: string) =>
    new Map((await standings(page, partnerId)).map((one) => [`${one.competency} ${one.level}`, one]));

  it.each(['fr', 'en'] as const)(
    'an administrator adds people by a file, and its log gives the one-time secrets once (%s)',
    async (language) => {
      const admin = await suite.visit({ as: ADMIN[language], locale: language });
      await addByFile(admin, PEOPLE[language], language);
      const taken = await takeSecrets(admin);
      expect([...taken.keys()]).toEqual(PEOPLE[language].map(({ email }) => email));
      for (const [email, secret] of taken) secrets.set(email, secret);
    },
    LONG,
  );

  it.each(EVERYBODY)(
    '$email signs in with the secret, has to change it, and it is worth nothing afterwards',
    async ({ email, locale }) => {
      const page = await suite.visit({ locale });
      await signIn(page, email, 'not-the-one-that-was-given');
      await page.getByText(/E-mail ou mot de passe incorrect|Wrong e-mail or password/).waitFor();
      await firstSignIn(page, email, secrets.get(email)!);
      const again = await suite.visit({ locale });
      await signIn(again, email, secrets.get(email)!);
      await again.getByText(/E-mail ou mot de passe incorrect|Wrong e-mail or password/).waitFor();
    },
    LONG,
  );

  it.each([ADA, CYRILLE, DORA])(
    '$email associates an account, and the skills report shows at once what waited on it',
    async (person) => {
      await receiveRecord(suite, person.account.accountId, ANYWHERE);
      const page = await suite.visit({ locale: person.locale });
      await signIn(page, person.email, CHOSEN_PASSWORD);
      await onProfile(page);
      const watching = await reader('contoso');
      expect(await skillsOnScreen(watching, person.email)).toEqual([]);
      const associated = await associate(page, person, 'training');
      seenAtOnce(await untilReported(watching, person.email, associated));
      await isAssociated(page, person.account);
      expect(await accessibilityViolations(page)).toEqual([]);
    },
    LONG,
  );

  it(
    'what a source tells later of an associated account is in the report as soon, and wins a level',
    async () => {
      const page = await suite.visit();
      await signIn(page, BLANCHE.email, CHOSEN_PASSWORD);
      await onProfile(page);
      await associate(page, BLANCHE, 'both');
      await isAssociated(page, BLANCHE.account);
      const watching = await reader('contoso');
      expect(await skillsOnScreen(watching, BLANCHE.email)).toEqual([]);
      expect([...(await levelsOf(watching, 'contoso')).keys()]).not.toContain('data-analytics silver');
      seenAtOnce(
        await untilReported(
          watching,
          BLANCHE.email,
          await receiveRecord(suite, BLANCHE.account.accountId, ANALYTICS[0]!),
        ),
      );
      await receiveRecord(suite, BLANCHE.account.accountId, ANALYTICS[1]!);
      const won = (await levelsOf(watching, 'contoso')).get('data-analytics silver');
      expect(won).toMatchObject({ departuresSurvived: 0 });
      expect(won!.criticalPeople.map(({ label }) => label)).toContain('Blanche Nouvelle');
      await open(watching, '/competencies/data-analytics');
      await watching.getByText('Niveau Silver').first().waitFor();
    },
    LONG,
  );

  it('the users report and the trail of the company tell of each of them', async () => {
    const page = await reader('contoso');
    for (const { email, account } of EVERYBODY) {
      const both = email === BLANCHE.email;
      expect(await usersReportLine(page, 'contoso', email)).toMatchObject({
        userStatus: 'active',
        partnerUniversity: true,
        associated: both,
        mcid: both ? account.accountId : '',
      });
    }
    const done = (await trail(page, 'contoso')).map(({ action }) => action);
    const times = (action: string) => done.filter((one) => one === action).length;
    expect(times('user.added')).toBe(EVERYBODY.length);
    expect(times('import.first-sign-ins-taken')).toBe(2);
    expect(times('association.started')).toBe(EVERYBODY.length + 1);
  });

  it(
    'a month later one of them moves to another company, and reads first what that ends',
    async () => {
      await suite.jalon().startAgainIn(31);
      const page = await suite.visit();
      await open(page, '/sign-in');
      await page.getByRole('button', { name: 'Continuer avec Entra ID (local)' }).click();
      await page.getByLabel('E-mail', { exact: true }).fill('blanche.mobile@fabrikam.example');
      await page.getByLabel('Nom').fill('Blanche Mobile');
      await page.getByRole('button', { name: 'Continuer' }).click();
      await onProfile(page);
      await toProvider(page, 'both');
      await showTyped(page, BLANCHE.account);
      const ends = page.getByText(/Votre association avec Contoso Conseil .* prend fin à cet instant/);
      await ends.first().waitFor();
      expect(await ends.count()).toBe(2);
      await page.getByText(/Prochain changement possible de ce compte/).waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      const watching = await reader('fabrikam');
      const moved = await sayYes(page);
      seenAtOnce(await untilReported(watching, 'blanche.mobile@fabrikam.example', moved));
    },
    LONG,
  );

  it('both companies see it in their reports, levels and trails, each only its own side', async () => {
    const [left, joined] = [await reader('contoso'), await reader('fabrikam')];
    const before = await skillsOnScreen(left, BLANCHE.email);
    expect(before).toHaveLength(ANALYTICS.length);
    for (const row of before) expect(row).toMatch(/Non.*associ/s);
    expect([...(await levelsOf(left, 'contoso')).keys()]).not.toContain('data-analytics silver');
    await open(left, '/competencies/data-analytics');
    await left.getByText('Aucun niveau atteint').first().waitFor();
    expect(await usersReportLine(left, 'contoso', BLANCHE.email)).toMatchObject({
      associated: false,
      mcid: '',
    });
    expect(await skillsOnScreen(joined, 'blanche.mobile@fabrikam.example')).toHaveLength(ANALYTICS.length);
    expect(await usersReportLine(joined, 'fabrikam', 'blanche.mobile@fabrikam.example')).toMatchObject({
      associated: true,
      mcid: BLANCHE.account.accountId,
    });
    const told = await trail(left, 'contoso');
    const ended = told.filter(({ action }) => action === 'association.ended');
    expect(ended.map(({ actor }) => actor)).toEqual(['system:association', 'system:association']);
    expect(JSON.stringify(told)).not.toMatch(/fabrikam|mobile/i);
    const [latest, ...earlier] = (await trail(joined, 'fabrikam')).filter(
      ({ action }) => action === 'association.started',
    );
    // Others have associated accounts there before.
    const started = [latest!, ...earlier.filter(({ actor }) => actor === latest!.actor)];
    expect(started).toHaveLength(2);
    expect(JSON.stringify(started)).not.toMatch(/contoso/i);
  });
});
