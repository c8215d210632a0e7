import { describe, expect, it } from 'vitest';
import { jalonSuite } from './support/jalon-suite.ts';
import { open } from './support/visit.ts';

const ADMIN = 'partner-admin@contoso.example';

describe('notices in the browser', () => {
  const suite = jalonSuite();

  it('the bell counts what is new, leads to it, and what was read is counted no more', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/');
    await page.getByRole('link', { name: 'Notifications : 2 non lues' }).click();
    const risk = page.getByRole('listitem').filter({ hasText: '2 niveaux sont à risque' });
    await risk.getByText(/Un changement récent dans la validation de vos compétences menace/).waitFor();
    await risk.getByText(/Votre statut reste affiché jusqu’au/).waitFor();
    await risk.getByRole('button', { name: 'Marquer comme lu' }).click();
    await page.getByRole('link', { name: 'Notifications : une non lue' }).waitFor();
    await risk.getByRole('link', { name: 'Voir ce qui manque' }).click();
    await page.getByRole('heading', { level: 1, name: 'Compétences' }).waitFor();
  });

  it('the choice of how to be told is kept, and a danger cannot be turned off', async () => {
    const page = await suite.visit({ as: ADMIN });
    await open(page, '/notices/settings');
    const own = page.getByRole('main').getByRole('list').first();
    const pmc = own.getByRole('combobox', { name: 'E-mail : Fin du délai PMC' });
    await pmc.selectOption({ label: 'Résumé de la semaine' });
    const risk = own.getByRole('combobox', { name: 'E-mail : Niveaux à risque' });
    expect(await risk.getByRole('option', { name: 'Pas d’e-mail' }).count()).toBe(0);
    await page
      .getByRole('main')
      .getByRole('list')
      .first()
      .getByRole('combobox', { name: 'E-mail : Fin du délai PMC', disabled: false })
      .waitFor();
    await open(page, '/notices/settings');
    expect(await pmc.inputValue()).toBe('weekly');
  });

  it('a link that was cut off says what to do instead', async () => {
    const page = await suite.visit({});
    await open(page, '/unsubscribe?token=x');
    await page.getByText(/Ce lien n’est pas complet/).waitFor();
  });
});
