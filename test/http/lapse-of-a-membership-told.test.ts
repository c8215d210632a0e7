/** A company that misses its window, as mails, calendars and the history tell it: every step, in both languages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompetencyDetail } from '../../src/contract/competencies.ts';
import type { Memberships } from '../../src/contract/memberships.ts';
import { addCompany, specialist } from '../support/invented-company.ts';
import { expectMail, expectMails, MembershipStory, readers } from '../support/membership-story.ts';
import { inTimeZone } from '../support/time-zones.ts';

const OF = '?programme=microsoft-competencies';

// Half an hour after midnight of UTC the clock of this server shows the day before.
inTimeZone('America/St_Johns');
const TIME = '00:30';

let story: MembershipStory;

beforeAll(async () => {
  story = await MembershipStory.begin(
    '2018-01-15',
    ['misses', 'shrinks'],
    async (server) => {
      await addCompany(server, 'misses', [...readers('misses'), specialist('misses', 'Dan', '2018-01-10')]);
      await addCompany(server, 'shrinks', [
        ...readers('shrinks'),
        specialist('shrinks', 'Eve', '2018-01-10'),
        specialist('shrinks', 'Fay', '2018-01-10', { employedUntil: '2018-12-01' }),
      ]);
    },
    TIME,
  );
  await story.dayPasses('2018-01-15');
  story.on('2018-02-01');
  const card = { method: 'card', card: 'test-accepted' };
  await story.post('misses', 'orders', { offer: 'silver', ...card });
  await story.post('shrinks', 'orders', { offer: 'gold', ...card });
  await story.dayPasses('2018-02-01');
  await story.mails('misses');
}, 120_000);
afterAll(() => story?.server.close());

async function lastOf(company: string, level: string) {
  const { history } = await story.get<CompetencyDetail>(company, 'competencies/data-platform');
  const [last] = history.filter((change) => change.level === level);
  return `${last!.on} ${last!.state} ${last!.cause}`;
}

describe('the calendar of a company before its anniversary', () => {
  it('has the days to come, as long as they are to come', async () => {
    const ahead = [
      '2019-02-01 Anniversary: Silver membership – It can be renewed from 2 February 2019 to 3 March 2019.',
      '2019-02-02 Renewal opens: Silver membership – It is possible through 3 March 2019.',
      '2019-03-03 Last day to renew: Silver membership – Anniversary: 1 February 2019.',
    ];
    story.on('2018-12-31');
    expect(await story.calendar('misses', 'en')).toEqual(ahead);
    story.on('2019-02-02');
    expect(await story.calendar('misses', 'en')).toEqual(ahead.slice(1));
  });
});

describe('a company below its level at the renewal is told', () => {
  it('that it is at risk from the start, and that no single step would repair it', async () => {
    expectMail(await story.mails('shrinks'), `/risk${OF}`, {
      fr: {
        subject: 'Plateforme de données Gold est à risque',
        says: ['→ Aucun geste isolé ne suffit\u202F: il manque une personne qualifiée'],
      },
      en: {
        subject: 'Data Platform Gold is at risk',
        says: ['→ No single step is enough: one qualified person is missing'],
      },
    });
  });

  it('what was not met when it renews the level that it does meet', async () => {
    await story.dayPasses('2019-02-10');
    await story.mails('shrinks');
    await story.post('shrinks', 'orders', { offer: 'silver', method: 'card', card: 'test-accepted' });
    await story.dayPasses('2019-02-10');
    const mails = await story.mails('shrinks');
    expectMails(mails, 2);
    expectMail(mails, `/competencies/data-platform${OF}`, {
      fr: {
        subject: 'Plateforme de données Gold n’est plus acquis',
        says: ['• Plateforme de données Gold\u202F: exigences non remplies au renouvellement'],
      },
      en: {
        subject: 'Data Platform Gold is no longer earned',
        says: ['• Data Platform Gold: requirements not met at the renewal'],
      },
    });
    expect(await lastOf('shrinks', 'gold')).toBe('2019-02-01 lapsed not-met-at-renewal');
  });
});

describe('a company that misses its window is told', () => {
  it('that seven days are left, and nothing more through the last of them', async () => {
    await story.mails('misses');
    await story.dayPasses('2019-02-24');
    const mails = await story.mails('misses');
    expectMails(mails, 1);
    expectMail(mails, `/membership${OF}`, {
      fr: {
        subject: 'Il reste 7 jours pour renouveler\u202F: Adhésion Silver',
        says: ['L’anniversaire était le 1er février 2019. Sans renouvellement au plus tard le 3 mars 2019'],
      },
      en: {
        subject: '7 days left to renew: Silver membership',
        says: ['The anniversary was on 1 February 2019. Without a renewal by 3 March 2019'],
      },
    });
    expect(await lastOf('misses', 'silver')).toBe('2019-02-01 in-grace anniversary-passed');
    await story.dayPasses('2019-03-03');
    expectMails(await story.mails('misses'), 0);
    expect(await story.calendar('misses', 'fr')).toEqual([
      '2019-03-03 Dernier jour pour renouveler\u202F: Adhésion Silver – Anniversaire\u202F: 1er février 2019.',
    ]);
  });

  it('on the thirty-first day that it has lapsed, what ended with it, and where it can be bought again', async () => {
    await story.dayPasses('2019-03-04');
    const mails = await story.mails('misses');
    expectMails(mails, 1);
    expectMail(mails, `/membership${OF}`, {
      fr: {
        subject: 'Plateforme de données Silver n’est plus acquis',
        says: [
          '• Plateforme de données Silver\u202F: adhésion non renouvelée',
          'Une adhésion peut être achetée de nouveau dès que son niveau est acquis.',
        ],
      },
      en: {
        subject: 'Data Platform Silver is no longer earned',
        says: [
          '• Data Platform Silver: membership not renewed',
          'A membership can be bought again as soon as its level is earned.',
        ],
      },
    });
    expect(await lastOf('misses', 'silver')).toBe('2019-03-04 lapsed not-renewed');
    expect(await story.calendar('misses', 'fr')).toEqual([]);
    const { offers } = await story.get<Memberships>('misses', 'memberships');
    expect(offers.find(({ offer }) => offer === 'silver')).toMatchObject({ act: 'purchase', reason: null });
    await story.dayPasses('2019-04-10');
    expectMails(await story.mails('misses'), 0);
  });
});
