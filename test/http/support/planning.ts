import type { PartnerId } from '../../../src/store/partner-id.ts';
import { appendSkillRecords } from '../../../src/store/skill-records-store.ts';
import type { Browser, DemoServer } from '../../support/demo-server.ts';

export const PLANS = '/api/v1/partners/contoso/plans';
export const STUDIES = '/api/v1/partners/contoso/plan-studies';
export const BY = '2027-03-01';

type Sent = Awaited<ReturnType<Browser['send']>>;

/** One level of Contoso that it lacks. */
export const SILVER = { competency: 'data-analytics', level: 'silver' };
export const QUESTION = { targets: [SILVER], by: BY, costs: { default: { money: 165, hours: 40 } } };

/** Follows what was answered 202 until it is over. */
export async function finished(browser: Browser, first: Sent) {
  let view = first.json();
  const place = String(first.headers.location);
  for (let tries = 0; tries < 400 && ['queued', 'running'].includes(view.state); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    view = (await browser.get(place)).json();
  }
  return view;
}

export async function planned(browser: Browser, question: object = {}, more: object = {}) {
  const body = { question: { ...QUESTION, ...question }, ...more };
  return finished(browser, await browser.send('POST', PLANS, body));
}

/** A record arrives for a person of Contoso, by the work e-mail. */
export async function achieves(server: DemoServer, workEmail: string, skill: string, achievedOn: string) {
  const claim = { partnerId: 'contoso' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
  const [provider] = skill.startsWith('assessment:') ? ['partner-university'] : ['microsoft-learning'];
  await server.services.database.asTenant(claim, (tx) =>
    appendSkillRecords(tx, [
      {
        provider: provider!,
        accountId: null,
        workEmail,
        skill,
        titleAsGiven: skill,
        achievedOn,
        expiresOn: null,
        revokedOn: null,
        certificateNumber: null,
        source: provider!,
        grade: 2,
        externalId: null,
      },
    ]),
  );
}
