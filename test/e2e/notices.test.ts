import { describe, expect, it } from 'vitest';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

const ADMIN = 'partner-admin@contoso.example';

describe('notices in the browser', () => {
  const suite = jalonSuite();

  it('the bell counts what is new, leads to it, and what was read is counted no more', async () => {
    const page = await suite.visit({ as: ADMIN });
    const bell = page.getByRole('link', { name: /^Notifications : (\d+ non lues|une non lue)$/ });
    // The first round begins with the server and may still be under way.
    await expect
      .poll(
        async () => {
          await open(page, '/');
          return bell.count();
        },
        { timeout: 40_000 },
      )
      .toBe(1);
    await bell.click();
    const unread = page.getByText('Non lue', { exact: true });
    const risk = page.getByRole('listitem').filter({ hasText: 'Un changement récent dans la validation' });
    await risk.getByText(/Votre statut reste affiché jusqu’au/).waitFor();
    const before = await unread.count();
    await risk.getByRole('button', { name: 'Marquer comme lue' }).click();
    await expect.poll(() => unread.count()).toBe(before - 1);
    await risk.getByRole('link', { name: 'Voir ce qui manque' }).click();
    await page.getByRole('heading', { level: 1, name: 'Risques' }).waitFor();
  });

  it('the choice of how to be told is kept, and a danger cannot be turned off', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/notices/settings');
    // The person's own choice stands above the company's.
    const choice = (kind: string) => page.getByRole('combobox', { name: `E-mail : ${kind}` }).first();
    const pmc = choice('Fin du délai PMC');
    await pmc.selectOption({ label: 'Résumé de la semaine' });
    const options = choice('Niveaux à risque').getByRole('option');
    expect(await options.filter({ hasText: 'Pas d’e-mail' }).count()).toBe(0);
    await pmc.getByRole('option', { name: 'Comme l’entreprise', exact: true }).waitFor({ state: 'attached' });
    await open(page, '/notices/settings');
    await pmc.waitFor();
    expect(await pmc.inputValue()).toBe('weekly');
  });

  it('a link that was cut off says what to do instead', async () => {
    const page = await suite.visit({});
    await open(page, '/unsubscribe?token=x');
    await page.getByText(/Ce lien n’est pas complet/).waitFor();
  });
});
