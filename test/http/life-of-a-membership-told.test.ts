/** The same life, as mails, papers, calendars and the history tell it: every step, in both languages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompetencyDetail } from '../../src/contract/competencies.ts';
import type { OrderView } from '../../src/contract/memberships.ts';
import type { RiskRanking } from '../../src/contract/risk-ranking.ts';
import { addCompany, person, record, specialist } from '../support/invented-company.ts';
import { expectMail, expectMails, MembershipStory, readers } from '../support/membership-story.ts';
import { inTimeZone } from '../support/time-zones.ts';

const OF = '?programme=microsoft-competencies';
const REPORT = `/competencies/report/user-skills${OF}`;

// The clock of this server shows the day after throughout.
inTimeZone('Pacific/Kiritimati');

let story: MembershipStory;
let upgrade: OrderView;

beforeAll(async () => {
  story = await MembershipStory.begin('2018-01-05', ['keeps'], async (server) => {
    await addCompany(server, 'keeps', [
      ...readers('keeps'),
      person('keeps', 'Max', { roles: ['account-admin'], locale: 'fr' }),
      specialist('keeps', 'Sol', '2018-01-10'),
      specialist('keeps', 'Bob', '2018-03-05'),
      person('keeps', 'Cora', {}, [record('exam:70-764', '2018-01-02'), record('exam:70-765', '2018-01-03')]),
    ]);
  });
  await story.dayPasses('2018-01-05');
}, 120_000);
afterAll(() => story?.server.close());

async function history(company: string, level: string) {
  const { history: all } = await story.get<CompetencyDetail>(company, 'competencies/data-platform');
  return all
    .filter((change) => change.level === level)
    .reverse()
    .map(({ on, state, cause }) => `${on} ${state} ${cause}`);
}

describe('a company that keeps what it earned is told', () => {
  it('that it has earned silver, the day after in its digest', async () => {
    await story.dayPasses('2018-01-10');
    expectMails(await story.mails('keeps'), 0);
    await story.dayPasses('2018-01-11');
    expectMail(await story.mails('keeps'), `/membership${OF}`, {
      fr: { subject: 'Plateforme de données Silver est acquis', says: ['suffit pour acheter l’adhésion'] },
      en: { subject: 'Data Platform Silver is earned', says: ['is enough to buy the membership'] },
    });
    expect(await story.calendar('keeps', 'fr')).toEqual([]);
  });

  it('that silver is paid, with an invoice and a calendar of the year', async () => {
    story.on('2018-02-01');
    const bought = { offer: 'silver', method: 'card', card: 'test-accepted' };
    const order = await story.post<OrderView>('keeps', 'orders', bought);
    await story.dayPasses('2018-02-01');
    expectMail(await story.mails('keeps'), `/membership${OF}`, {
      fr: {
        subject: 'Paiement reçu\u202F: Adhésion Silver',
        says: ['L’adhésion court du 1er février 2018 au 31 janvier 2019 inclus.', order.reference],
      },
      en: {
        subject: 'Payment received: Silver membership',
        says: ['The membership runs from 1 February 2018 to 31 January 2019, both included.'],
      },
    });
    const french = await story.paper('keeps', order, 'invoice', 'fr');
    for (const words of [
      'Facture 2018-000001',
      'Émise le 1er février 2018',
      'Adhésion Silver (achat)',
      'du 1er février 2018 au 31 janvier 2019 inclus',
      '1\u202F670,00\u00A0$US',
      'Carte bancaire',
    ])
      expect(french).toContain(words);
    const english = await story.paper('keeps', order, 'proof-of-payment', 'en');
    for (const words of ['Proof of payment', 'Silver membership (purchase)', 'US$1,670.00', '2018-000001'])
      expect(english).toContain(words);
    expect(await story.calendar('keeps', 'fr')).toEqual([
      '2018-11-01 Vérifier le rapport de qualifications – Une tâche s’ouvre pour l’anniversaire du 1er février 2019.',
      '2019-02-01 Anniversaire\u202F: Adhésion Silver – Le renouvellement est possible du 2 février 2019 au 3 mars 2019.',
    ]);
  });

  it('that its order of gold awaits a transfer, with what to quote and until when', async () => {
    await story.dayPasses('2018-03-06');
    await story.mails('keeps');
    story.on('2018-03-08');
    upgrade = await story.post<OrderView>('keeps', 'orders', { offer: 'gold', method: 'transfer' });
    await story.dayPasses('2018-03-08');
    expectMail(await story.mails('keeps'), `/membership${OF}`, {
      fr: {
        subject: 'Votre commande attend son paiement\u202F: Adhésion Gold',
        says: [`la référence ${upgrade.reference} et arriver au plus tard le 7 avril 2018`],
      },
      en: {
        subject: 'Your order awaits its payment: Gold membership',
        says: [`the reference ${upgrade.reference} and arrive by 7 April 2018`],
      },
    });
    const french = await story.paper('keeps', upgrade, 'order', 'fr');
    for (const words of [
      'Bon de commande',
      'mise à niveau',
      '25\u202F%',
      '3\u202F547,50\u00A0$US',
      upgrade.reference,
    ])
      expect(french).toContain(words);
    expect((await story.calendar('keeps', 'en'))[0]).toBe(
      '2018-04-07 Last day to pay: Gold membership – Without a payment the order expires the day after.',
    );
  });

  it('that the upgrade is paid, and the calendar follows the new year', async () => {
    story.on('2018-03-10');
    const confirmed = `partners/keeps/orders/${upgrade.orderId}/confirm-payment`;
    await story.operate(confirmed, { reference: 'BANK 17' });
    await story.dayPasses('2018-03-10');
    expectMail(await story.mails('keeps'), `/membership${OF}`, {
      fr: {
        subject: 'Paiement reçu\u202F: Adhésion Gold',
        says: ['L’adhésion est mise à niveau\u202F: elle court du 10 mars 2018 au 9 mars 2019 inclus.'],
      },
      en: {
        subject: 'Payment received: Gold membership',
        says: ['The membership is upgraded: it runs from 10 March 2018 to 9 March 2019, both included.'],
      },
    });
    const english = await story.paper('keeps', upgrade, 'invoice', 'en');
    for (const words of ['Invoice 2018-000002', 'Gold membership (upgrade)', '25%', 'US$3,547.50', 'BANK 17'])
      expect(english).toContain(words);
    expect(await story.calendar('keeps', 'fr')).toEqual([
      '2018-12-10 Vérifier le rapport de qualifications – Une tâche s’ouvre pour l’anniversaire du 10 mars 2019.',
      '2019-03-10 Anniversaire\u202F: Adhésion Gold – Le renouvellement est possible du 11 mars 2019 au 9 avril 2019.',
    ]);
  });

  it('that gold is at risk as soon as a departure is recorded: when, who, the repair, until when it is shown', async () => {
    story.on('2018-05-20');
    const { value } = await story.get<{ value: { userId: string; firstName: string }[] }>('keeps', 'users');
    const bob = value.find(({ firstName }) => firstName === 'Bob')!;
    await story.post('keeps', `users/${bob.userId}/leave`, { on: '2018-06-15' });
    await story.dayPasses('2018-05-20');
    const mails = await story.mails('keeps');
    expectMail(mails, `/risk${OF}`, {
      fr: {
        subject: 'Plateforme de données Gold est à risque',
        says: [
          'Un changement récent dans la validation de vos compétences menace votre éligibilité au renouvellement de l’adhésion.',
          '• Plateforme de données Gold\u202F: exigences non remplies à partir du 15 juin 2018 (Bob Test quitte l’entreprise)',
          '→ Le moins coûteux\u202F: Cora Test obtient Technical Assessment for Data Platform Foundational',
          'Votre statut reste affiché jusqu’au 9 mars 2019.',
        ],
      },
      en: {
        subject: 'Data Platform Gold is at risk',
        says: [
          'A recent change in your competency achievements puts your membership renewal eligibility at risk.',
          '• Data Platform Gold: requirements not met from 15 June 2018 (Bob Test leaves the company)',
          '→ Cheapest repair: Cora Test obtains Technical Assessment for Data Platform Foundational',
          'Your status stays shown until 9 March 2019.',
        ],
      },
    });
    const toMax = (await story.server.mails('keeps')).find(
      ({ to, subject }) =>
        to === 'max@keeps.example' && subject === 'Plateforme de données Gold est à risque',
    )!;
    expect(toMax.text).toContain('→ Le moins coûteux\u202F: une personne obtient Technical Assessment');
    expect(toMax.text).not.toMatch(/Bob|Cora/);
  });

  it('on the calendar and the risk page until it is repaired', async () => {
    const lost = (await story.calendar('keeps', 'fr'))[0];
    expect(lost).toBe(
      '2018-06-15 Exigences non remplies\u202F: Plateforme de données Gold – Pourquoi\u202F: Bob Test quitte l’entreprise. Le statut reste affiché jusqu’au 9 mars 2019.',
    );
    const [gold] = (await story.get<RiskRanking>('keeps', 'risk-ranking')).levels;
    expect(gold).toMatchObject({ level: 'gold', state: 'at-risk', threatened: true, lostOn: '2018-06-15' });
    expect(gold!.changes.map(({ action, actor }) => [action, actor])).toEqual([['user.left', 'Ana Test']]);
    expect(gold!.repair!.actions).toMatchObject([{ kind: 'obtain', skill: 'assessment:TA-DP-FOUNDATIONAL' }]);
    await story.dayPasses('2018-07-01');
    expectMails(await story.mails('keeps'), 0);
    expect(await story.calendar('keeps', 'en')).toContain(
      '2019-03-10 Anniversary: Gold membership – It can be renewed from 11 March 2019 to 9 April 2019. At risk: Data Platform Gold.',
    );
  });

  it('that the risk is over as soon as somebody else has the skill', async () => {
    story.on('2018-08-31');
    const skill = { skill: 'assessment:TA-DP-FOUNDATIONAL', achievedOn: '2018-08-31' };
    const records = [{ externalId: 'cora 1', accountId: 'keeps-Cora', ...skill }];
    await story.operate('sources/microsoft-learning/records', { records });
    await story.dayPasses('2018-08-31');
    expectMail(await story.mails('keeps'), `/risk${OF}`, {
      fr: {
        subject: 'Plateforme de données Gold n’est plus à risque',
        says: ['les exigences restent remplies jusqu’à l’anniversaire'],
      },
      en: {
        subject: 'Data Platform Gold is no longer at risk',
        says: ['the requirements stay met until the anniversary'],
      },
    });
    const [gold] = (await story.get<RiskRanking>('keeps', 'risk-ranking')).levels;
    expect(gold).toMatchObject({ level: 'gold', state: 'active', threatened: false, lostOn: null });
    expect((await story.calendar('keeps', 'en')).join('\n')).not.toContain('risk');
  });

  it('three months, fifteen days before and twenty-three days after the anniversary what is to be done', async () => {
    await story.dayPasses('2018-12-10');
    const december = await story.mails('keeps');
    expectMails(december, 2);
    expectMail(december, `/membership${OF}`, {
      fr: {
        subject: 'Adhésion Gold prend fin le 10 mars 2019',
        says: [
          'L’anniversaire est dans 90 jours. L’adhésion peut être renouvelée du 11 mars 2019 au 9 avril 2019.',
        ],
      },
      en: { subject: 'Gold membership ends on 10 March 2019', says: ['The anniversary is in 90 days.'] },
    });
    expectMail(december, `${REPORT}&asOf=2019-03-10`, {
      fr: {
        subject: 'Vérifiez votre rapport de qualifications avant le 10 mars 2019',
        says: ['aucun niveau n’est menacé d’ici l’anniversaire'],
      },
      en: {
        subject: 'Check your skills report before 10 March 2019',
        says: ['no level is threatened before the anniversary'],
      },
    });
    await story.dayPasses('2019-02-23');
    expectMail(await story.mails('keeps'), `/membership${OF}`, {
      fr: { subject: 'Adhésion Gold prend fin le 10 mars 2019', says: ['L’anniversaire est dans 15 jours.'] },
      en: { subject: 'Gold membership ends on 10 March 2019', says: ['The anniversary is in 15 days.'] },
    });
    await story.dayPasses('2019-04-02');
    expectMail(await story.mails('keeps'), `/membership${OF}`, {
      fr: {
        subject: 'Il reste 7 jours pour renouveler\u202F: Adhésion Gold',
        says: ['L’anniversaire était le 10 mars 2019. Sans renouvellement au plus tard le 9 avril 2019'],
      },
      en: {
        subject: '7 days left to renew: Gold membership',
        says: ['The anniversary was on 10 March 2019. Without a renewal by 9 April 2019'],
      },
    });
  });

  it('that the renewal is paid, for a year from the old anniversary', async () => {
    story.on('2019-04-09');
    const bought = { offer: 'gold', method: 'card', card: 'test-accepted' };
    const order = await story.post<OrderView>('keeps', 'orders', bought);
    await story.dayPasses('2019-04-09');
    expectMail(await story.mails('keeps'), `/membership${OF}`, {
      fr: {
        subject: 'Paiement reçu\u202F: Adhésion Gold',
        says: ['L’adhésion est renouvelée\u202F: elle court du 10 mars 2019 au 8 mars 2020 inclus.'],
      },
      en: {
        subject: 'Payment received: Gold membership',
        says: ['The membership is renewed: it runs from 10 March 2019 to 8 March 2020, both included.'],
      },
    });
    const french = await story.paper('keeps', order, 'invoice', 'fr');
    for (const words of ['Facture 2019-000001', '(renouvellement)', 'du 10 mars 2019 au 8 mars 2020 inclus'])
      expect(french).toContain(words);
    const calendar = await story.calendar('keeps', 'fr');
    expect(calendar[1]).toContain('2020-03-09 Anniversaire\u202F: Adhésion Gold');
    expect(await history('keeps', 'gold')).toEqual([
      '2018-03-05 qualified requirements-met',
      '2018-03-10 active upgraded',
      '2018-06-15 at-risk requirements-lost',
      '2018-08-31 active requirements-met',
      '2019-03-10 active renewed',
    ]);
  });
});
