import { describe, expect, it } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

describe('what keeps skills from counting', () => {
  const suite = jalonSuite();

  it('is told to the person from the profile, skill by skill, with what to do', async () => {
    const page = await suite.visit({ as: 'zoe@contoso.example', phone: true });
    await open(page, '/profile');
    await page.getByRole('heading', { name: 'Une qualification manque ou ne compte pas ?' }).waitFor();
    const expired = page.getByRole('listitem').filter({ hasText: 'Azure Administrator Associate' });
    await expired.getByRole('link', { name: 'Pourquoi, et que faire' }).click();
    await page
      .getByRole('heading', { level: 1, name: 'Pourquoi mes qualifications ne comptent pas' })
      .waitFor();
    await page.getByRole('heading', { name: '1 cause trouvée' }).waitFor();
    await page.getByText(/^Expirée\s: valable jusqu’au/).waitFor();
    await page.getByText('Vous pouvez y remédier', { exact: true }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Voir les compétences requises' }).click();
    await page.getByRole('heading', { level: 1, name: 'Compétences requises' }).waitFor();
  });

  it('is looked for by the title of the skill that is missed', async () => {
    const page = await suite.visit({ as: 'claire@contoso.example', locale: 'en' });
    await open(page, '/diagnosis');
    await page.getByLabel('Code or title of the skill').fill('70-764');
    await page.getByLabel('Achieved on (optional)').fill('2020-01-02');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByText(/the delay is over, but this skill has not come\.$/).waitFor();
    await page.getByText('The checks are done and the delay is over: support can have a look.').waitFor();
    expect(new URL(page.url()).searchParams.get('skill')).toBe('70-764');
    expect(await page.getByRole('link', { name: /\(new tab\)$/ }).getAttribute('href')).toMatch(/^https:/);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('leads an administrator from the empty report to whom to ask, and asks', async () => {
    const page = await suite.visit({ as: 'partner-admin@northwind.example', locale: 'en' });
    await open(page, '/competencies/report/user-skills');
    await page.getByRole('link', { name: 'Diagnosis of the company' }).click();
    await page.getByText(/^The company was created here and nobody has associated/).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Nora Berg' }).click();
    await page.getByRole('heading', { level: 1, name: 'Diagnosis of Nora Berg' }).waitFor();
    await page
      .getByText('Not now: a learning account has to be associated with the company first.')
      .waitFor();
    await page.getByRole('button', { name: 'Ask to associate' }).first().click();
    await page
      .getByRole('dialog')
      .getByText(/This person receives an e-mail/)
      .waitFor();
  });

  it('leads from the account of a person who has left to the record where that is mended', async () => {
    const page = await suite.visit({ as: 'global-admin@contoso.example' });
    await open(page, '/users?search=vidal');
    await page.getByRole('row').nth(1).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Pourquoi, et que faire' }).click();
    await page.getByRole('heading', { level: 1, name: 'Diagnostic de Thomas Vidal' }).waitFor();
    await page.getByText(/^La personne a quitté l’entreprise le/).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Ouvrir la fiche de la personne' }).click();
    await page
      .getByRole('dialog', { name: 'Thomas Vidal' })
      .getByRole('button', { name: 'Faire revenir' })
      .waitFor();
  });
});

describe('a list of skills', () => {
  const suite = jalonSuite();

  it('is asked for from the report, checked by the person, and the report says so', async () => {
    const admin = await suite.visit({ as: 'partner-admin@contoso.example' });
    await open(admin, '/competencies/report/user-skills?search=claire');
    await admin.getByRole('button', { name: 'Demander de vérifier', exact: true }).click();
    const dialog = admin.getByRole('dialog', { name: 'Demander de vérifier les qualifications' });
    await dialog.getByText(/^Cette personne reçoit dans sa langue un e-mail/).waitFor();
    expect(await accessibilityViolations(admin)).toEqual([]);
    await dialog.getByRole('button', { name: 'Envoyer la demande' }).click();
    await dialog.getByText('1 demande part.').waitFor();

    const page = await suite.visit({ as: 'claire@contoso.example', locale: 'en', phone: true });
    await open(page, '/profile');
    await page.getByRole('heading', { name: 'You are asked to check your list' }).waitFor();
    await page.getByRole('button', { name: /^Wrong: Azure Fundamentals/ }).click();
    await page.getByText(/^Disputed on/).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Confirm all' }).click();
    await page
      .getByRole('heading', { name: 'You are asked to check your list' })
      .waitFor({ state: 'detached' });

    await open(admin, '/competencies/report/user-skills?search=claire');
    await admin
      .getByRole('gridcell', { name: /^Oui\s?Confirmée le/ })
      .first()
      .waitFor();
  });
});
