import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticeList } from '../../../src/contract/notices.ts';
import { abilitiesOf, ROLES } from '../../../src/contract/roles.ts';
import type { DemoMembership } from '../../../src/features/demo/demo-plan.ts';
import { noticeList } from '../../../src/features/notices/notice-list.ts';
import { noticeMails } from '../../../src/features/notices/notice-mails.ts';
import { noticeRound } from '../../../src/features/notices/notice-round.ts';
import type { PartnerId } from '../../../src/store/partner-id.ts';
import { listUsers } from '../../../src/store/users-store.ts';
import { type DemoServer, emptyServer } from '../../support/demo-server.ts';
import { addCompany, person, record, specialist } from '../../support/invented-company.ts';

const SYSTEM = { kind: 'system', name: 'test' } as const;

let server: DemoServer;

const SILVER: DemoMembership = { offer: 'silver', activeFrom: '2018-02-01', anniversary: '2019-02-01' };

beforeAll(async () => {
  server = await emptyServer();
  on('2018-02-01');
  await addCompany(
    server,
    'keeps',
    [
      person('keeps', 'Ada', { roles: ['partner-admin'] }),
      person('keeps', 'Max', { roles: ['account-admin'], locale: 'fr' }),
      person('keeps', 'Vic', { roles: ['report-viewer'] }),
      specialist('keeps', 'Sol', '2018-01-10'),
    ],
    { memberships: [SILVER] },
  );
  await addCompany(server, 'expires', [
    person('expires', 'Ada', { roles: ['partner-admin'] }),
    person('expires', 'Eve', {}, [
      record('exam:70-764', '2018-01-10', '2018-12-31'),
      record('exam:70-765', '2018-01-10', '2018-12-31'),
      record('exam:70-762', '2018-01-10', '2019-01-20'),
    ]),
    person('expires', 'Left', { employedUntil: '2018-10-01' }, [
      record('exam:70-764', '2018-01-10', '2018-12-31'),
    ]),
  ]);
});
afterAll(() => server.close());

function on(day: string) {
  server.clock.now = new Date(`${day}T10:00:00Z`);
}

async function round(day: string) {
  on(day);
  const outcome = await noticeRound(server.services);
  expect(outcome.failed).toEqual([]);
  return outcome;
}

/** The notices of a person, the oldest first. */
async function told(company: string, name: string, locale: 'fr' | 'en' = 'en'): Promise<NoticeList['value']> {
  const claim = { partnerId: company as PartnerId, actor: SYSTEM };
  const { value } = await server.services.database.readAsTenant(claim, async (tx) => {
    const user = (await listUsers(tx)).find(({ firstName }) => firstName === name)!;
    const abilities = abilitiesOf(ROLES.filter((role) => user.roles.includes(role)));
    return noticeList(server.services, tx, { userId: user.userId, abilities, locale }, {}, '/');
  });
  return [...value].reverse();
}

async function kinds(company: string, name: string) {
  return (await told(company, name)).map(({ kind }) => kind);
}

async function leaves(company: string, name: string, day: string | null) {
  const claim = { partnerId: company as PartnerId, actor: SYSTEM };
  await server.services.database.asTenant(claim, async (tx) => {
    const user = (await listUsers(tx)).find(({ firstName }) => firstName === name)!;
    await tx.sql
      .updateTable('app_user')
      .set({ employed_until: day })
      .where('partner_id', '=', company)
      .where('user_id', '=', user.userId)
      .execute();
  });
}

describe('a company in its year of membership', () => {
  it('is told nothing while nothing happens, and is not looked at again before something may', async () => {
    expect(await round('2018-02-01')).toMatchObject({ looked: 2 });
    expect(await kinds('keeps', 'Ada')).toEqual([]);
    expect(await round('2018-02-01')).toMatchObject({ looked: 0 });
  });

  it('is told that it is at risk as soon as somebody is to leave: when, who and until when nothing is lost', async () => {
    await leaves('keeps', 'Sol', '2018-09-15');
    await round('2018-06-01');
    const [notice] = await told('keeps', 'Ada');
    expect(notice).toMatchObject({ kind: 'at-risk', title: 'Data Platform Silver is at risk' });
    expect(notice!.paragraphs).toEqual([
      'A recent change in your competency achievements puts your membership renewal eligibility at risk.',
      '• Data Platform Silver: requirements not met from 15 September 2018 (Sol Test leaves the company)\n   → No single step is enough: one qualified person is missing',
      'The usual cause is that a person who held skills has left, or that a certificate expires.',
      'Your status stays shown until 31 January 2019. Until then somebody else can earn the skills that are missing.',
    ]);
  });

  it('names nobody to those who may not read names, and tells in the language that is asked for', async () => {
    const [notice] = await told('keeps', 'Max', 'fr');
    expect(notice!.paragraphs[0]).toBe(
      'Un changement récent dans la validation de vos compétences menace votre éligibilité au renouvellement de l’adhésion.',
    );
    expect(notice!.paragraphs[1]).toMatch(
      /^• Plateforme de données Silver\u202F: exigences non remplies à partir du 15 septembre 2018 \([0-9A-F]{6} quitte l’entreprise\)\n/,
    );
    expect(await kinds('keeps', 'Vic')).toEqual([]);
    expect(await kinds('keeps', 'Sol')).toEqual([]);
  });

  it('is not told of the same danger twice, whoever runs the round and how often', async () => {
    await leaves('keeps', 'Vic', null);
    await Promise.all([1, 2, 3].map(() => noticeRound(server.services)));
    await round('2018-06-02');
    expect(await kinds('keeps', 'Ada')).toEqual(['at-risk']);
  });

  it('is told that the danger is over, and that it is at risk again afterwards', async () => {
    await leaves('keeps', 'Sol', null);
    await round('2018-06-03');
    await leaves('keeps', 'Sol', '2018-12-01');
    await round('2018-06-04');
    expect(await kinds('keeps', 'Ada')).toEqual(['at-risk', 'risk-over', 'at-risk']);
  });

  it('is given the task to check its report three months before, with what is threatened', async () => {
    await round('2018-10-31');
    expect(await kinds('keeps', 'Ada')).not.toContain('report-check');
    await round('2018-11-01');
    const task = (await told('keeps', 'Ada')).at(-1)!;
    expect(task).toMatchObject({ kind: 'report-check', isTask: true, doneAt: null });
    expect(task.title).toBe('Check your skills report before 1 February 2019');
    expect(task.paragraphs[1]).toContain('Data Platform Silver: requirements not met from 1 December 2018');
    expect(task.action.path).toContain('asOf=2019-02-01');
    // Account admins may not read the report: they are not asked to.
    expect(await kinds('keeps', 'Max')).not.toContain('report-check');
  });

  it('sees in the open task what is threatened now', async () => {
    await leaves('keeps', 'Sol', null);
    await round('2018-11-02');
    const tasks = (await told('keeps', 'Ada')).filter(({ isTask }) => isTask);
    expect(tasks).toHaveLength(1);
    expect(tasks[0]!.paragraphs[0]).toContain('no level is threatened');
  });

  it.each([
    ['2018-11-02', []],
    ['2018-11-03', ['Silver membership ends on 1 February 2019']],
    ['2019-01-16', []],
  ])('is reminded of the anniversary ninety days before: on %s of %j', async (day, titles) => {
    const before = (await told('keeps', 'Ada')).length;
    await round(day);
    expect((await told('keeps', 'Ada')).slice(before).map(({ title }) => title)).toEqual(titles);
  });

  it('gets the last reminder alone where the round did not run in between', async () => {
    const before = (await told('keeps', 'Ada')).length;
    await round('2019-02-25');
    const since = (await told('keeps', 'Ada')).slice(before);
    expect(since.map(({ title }) => title)).toEqual(['6 days left to renew: Silver membership']);
  });

  it('is told of the loss when the window has closed, and of nothing after it', async () => {
    const before = (await told('keeps', 'Ada')).length;
    await round('2019-03-04');
    await round('2019-03-20');
    const since = (await told('keeps', 'Ada')).slice(before);
    expect(since.map(({ kind, title }) => [kind, title])).toEqual([
      ['level-lost', 'Data Platform Silver is no longer earned'],
    ]);
    expect(since[0]!.paragraphs[0]).toBe('• Data Platform Silver: membership not renewed');
  });
});

describe('certificates that expire', () => {
  // The rounds above ran on 31 October, 1, 2 and 3 November, 16 January and later.
  it('are told to the person step by step, those of one day together', async () => {
    const titles = (await told('expires', 'Eve')).map(({ title }) => title);
    const december = '2 certificates expire on 31 December 2018';
    const january = expect.stringMatching(/ expires on 20 January 2019$/);
    expect(titles.sort()).toEqual([december, december, january, january]);
  });

  it('are told to the company once a day, all that have come to a step since the last round', async () => {
    const titles = (await told('expires', 'Ada')).map(({ title }) => title);
    expect(titles).toEqual([
      '3 certificates expire by 20 January 2019',
      '2 certificates expire by 31 December 2018',
      'One certificate expires by 20 January 2019',
    ]);
  });

  it('of somebody who has left are told to nobody', async () => {
    expect(await kinds('expires', 'Left')).toEqual([]);
  });
});

describe('mails about notices', () => {
  it('go at once, each in the language of its reader, and never twice', async () => {
    await noticeMails(server.services);
    await noticeMails(server.services);
    const mails = (await server.mails('keeps')).filter(({ kind }) => kind.startsWith('notice'));
    const toMax = mails.filter(({ to }) => to === 'max@keeps.example');
    expect(toMax.map(({ subject }) => subject)).toContain('Plateforme de données Silver est à risque');
    expect(toMax[0]!.text).not.toContain('Sol Test');
    const subjects = mails.map(({ to, subject, text }) => `${to} ${subject} ${text}`);
    expect(new Set(subjects).size).toBe(subjects.length);
    for (const [name, locale] of [
      ['Ada', 'en'],
      ['Max', 'fr'],
    ] as const) {
      const subjects = mails
        .filter(({ to }) => to.startsWith(name.toLowerCase()))
        .map(({ subject }) => subject);
      const titles = (await told('keeps', name, locale)).map(({ title }) => title);
      expect(subjects.sort()).toEqual(titles.sort());
    }
  });
});
