import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompetencyDetail, CompetencyStatus } from '../../src/contract/competencies.ts';
import type { Exemptions } from '../../src/contract/exemptions.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const URL = '/api/v1/partners/northwind/exemptions';
const DEVOPS = { competency: 'devops', level: 'gold', reason: 'Exam centres are closed.' };

let server: DemoServer;
let company: Browser;
let operator: Browser;
let support: Browser;

beforeAll(async () => {
  server = await demoServer();
  company = await server.as('partner-admin@northwind.example');
  operator = await server.as('programme-operator@contoso.example');
  support = await server.as('programme-support@contoso.example');
});
afterAll(() => server.close());

async function exemptions(browser: Browser): Promise<Exemptions> {
  return (await browser.get(URL)).json();
}

async function devops(query = ''): Promise<CompetencyStatus> {
  const answer = await company.get(`/api/v1/partners/northwind/competencies${query}`);
  return answer.json().value.find(({ competency }: CompetencyStatus) => competency === 'devops');
}

describe('an exemption', () => {
  it('is given by support for three months at most, and not by the company', async () => {
    expect((await exemptions(support)).latestUntil).toBe('2027-02-21');
    const tooLong = await support.send('POST', URL, { ...DEVOPS, until: '2027-02-22' });
    expect([tooLong.statusCode, tooLong.json().code]).toEqual([409, 'exemption-too-long']);
    const own = await company.send('POST', URL, { ...DEVOPS, until: '2026-12-01' });
    expect([own.statusCode, own.json().neededRoles]).toEqual([
      403,
      ['programme-operator', 'programme-support'],
    ]);
    const today = await support.send('POST', URL, { ...DEVOPS, until: '2026-11-21' });
    expect([today.statusCode, today.json().code]).toEqual([409, 'exemption-day']);
    const given = await support.send('POST', URL, { ...DEVOPS, until: '2027-02-21' });
    expect([given.statusCode, given.json().running]).toEqual([201, true]);
    const again = await support.send('POST', URL, { ...DEVOPS, until: '2027-02-20' });
    expect([again.statusCode, again.json().code]).toEqual([409, 'exemption-given']);
  });

  it('is of a level that the programme has', async () => {
    const answer = await operator.send('POST', URL, { ...DEVOPS, level: 'bronze', until: '2026-12-01' });
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'level-not-found']);
  });

  it('shows until when and why, and its end is the loss that is ahead', async () => {
    const exemption = { until: '2027-02-21', reason: DEVOPS.reason };
    expect(await devops()).toMatchObject({
      attained: { level: 'gold', exempt: true, exemption },
      endsOn: '2027-02-21',
    });
    const detail: CompetencyDetail = (
      await company.get('/api/v1/partners/northwind/competencies/devops')
    ).json();
    expect(detail.attained).toEqual({ level: 'gold', exempt: true, exemption });
    expect(detail.endCause?.map(({ kind }) => kind)).toEqual(['exemption-ended']);
    expect((await exemptions(company)).value.map(({ reason }) => reason)).toEqual([DEVOPS.reason]);
  });

  it.each([
    ['2026-11-20', undefined],
    ['2026-11-21', 'gold'],
    ['2027-02-20', 'gold'],
    ['2027-02-21', undefined],
    ['2027-02-22', undefined],
  ])('on %s the level is %s', async (day, level) => {
    expect((await devops(`?asOf=${day}`)).attained?.level).toBe(level);
  });

  it('is prolonged by the operator beyond what support may give', async () => {
    const longer = await operator.send('POST', URL, { ...DEVOPS, until: '2027-11-21' });
    expect([longer.statusCode, longer.json().until]).toEqual([201, '2027-11-21']);
    expect((await exemptions(operator)).value).toHaveLength(1);
    expect((await devops()).endsOn).toBe('2027-11-21');
  });

  it('of one programme leaves the answers of the other one as they were', async () => {
    const url = '/api/v1/partners/fabrikam/exemptions';
    const given = await operator.send('POST', url, { ...DEVOPS, until: '2027-01-01' });
    expect(given.statusCode).toBe(201);
    const own = await operator.get('/api/v1/partners/fabrikam/competencies?programme=solutions-partner');
    expect(own.statusCode).toBe(200);
    expect((await operator.get(`${url}?programme=solutions-partner`)).json().value).toEqual([]);
  });

  it('is shortened, and ends at once; both stand in the trail of the company', async () => {
    const { exemptionId } = (await exemptions(operator)).value[0]!;
    const later = await support.send('POST', `${URL}/${exemptionId}/end`, { until: '2027-11-22' });
    expect([later.statusCode, later.json().code]).toEqual([409, 'exemption-day']);
    const shorter = await support.send('POST', `${URL}/${exemptionId}/end`, { until: '2026-12-01' });
    expect(shorter.json()).toMatchObject({ until: '2026-12-01', running: true });
    const ended = await support.send('POST', `${URL}/${shorter.json().exemptionId}/end`, {
      until: '2026-11-21',
    });
    expect(ended.json()).toMatchObject({ until: '2026-11-21', running: false });
    expect((await devops()).attained).toBeNull();
    const trail = (await company.get('/api/v1/partners/northwind/audit-events')).json();
    const actions = trail.value.map(({ action }: { action: string }) => action);
    expect(actions.filter((action: string) => action.startsWith('exemption.'))).toEqual([
      'exemption.ended',
      'exemption.ended',
      'exemption.prolonged',
      'exemption.given',
    ]);
  });
});
