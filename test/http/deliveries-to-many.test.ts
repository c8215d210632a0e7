/** A delivery about people of many companies is answered before their evidence is packed, and shows at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newApiToken } from '../../src/features/setup/api-token.ts';
import { evidenceRound } from '../../src/features/sources/evidence-round.ts';
import { receiveRecords } from '../../src/features/sources/receive-records.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { type DemoServer, emptyServer } from '../support/demo-server.ts';
import { addCompany, person, record } from '../support/invented-company.ts';

const SYSTEM = { kind: 'system', name: 'test' } as const;
const COMPANIES = Array.from({ length: 15 }, (_, number) => `many-${number}`);

let server: DemoServer;

beforeAll(async () => {
  server = await emptyServer();
  for (const company of COMPANIES) {
    await addCompany(server, company, [person(company, 'Eve', {}, [record('exam:70-764', '2018-01-10')])]);
  }
});
afterAll(() => server.close());

const deliver = (skill: string, companies: readonly string[]) =>
  receiveRecords(
    server.services,
    SYSTEM,
    'microsoft-learning',
    companies.map((company) => ({
      externalId: `${company} ${skill}`,
      accountId: `${company}-Eve`,
      skill,
      achievedOn: '2018-02-10',
    })),
  );

function marks(): Promise<number> {
  return server.services.database.asNetwork({ actor: SYSTEM }, async (tx) => {
    const rows = await tx.sql.selectFrom('evidence_mark').select('partner_id').execute();
    return rows.length;
  });
}

async function shownSkills(company: string): Promise<string[]> {
  const { token } = await newApiToken(server.services, {
    partnerId: company as PartnerId,
    role: 'partner-admin',
    label: null,
  });
  const answer = await server.app.inject({
    url: `/api/v1/partners/${company}/skills-report?all=true&asOf=2018-06-01`,
    headers: { authorization: `Bearer ${token}` },
  });
  return answer.json().value.map(({ skillId }: { skillId: string }) => skillId);
}

describe('a delivery to many companies', () => {
  it('is shown at once from the rows, and packed by the round, as it is', async () => {
    await deliver('exam:70-765', COMPANIES);
    expect(await marks()).toBe(COMPANIES.length);
    expect(await shownSkills('many-3')).toContain('exam:70-765');
    expect(await evidenceRound(server.services, () => true)).toBe(COMPANIES.length);
    expect(await marks()).toBe(0);
    expect(await shownSkills('many-3')).toContain('exam:70-765');
    expect(await evidenceRound(server.services, () => true)).toBe(0);
  });

  it('to a few companies is packed in its own transaction', async () => {
    await deliver('exam:70-761', COMPANIES.slice(0, 5));
    expect(await marks()).toBe(0);
  });
});
