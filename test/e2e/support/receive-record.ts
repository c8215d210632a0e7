import { expect } from 'vitest';
import type { JalonSuite } from './jalon-suite.ts';

/**
 * A source tells of a skill that was achieved on 1 October 2026, to the operator's door.
 * @returns when it was kept, by the clock of the test
 */
export async function receiveRecord(
  suite: JalonSuite,
  accountId: string,
  skill: string,
  source: 'partner-university' | 'microsoft-learning' = 'partner-university',
): Promise<number> {
  const operator = await suite.visit({ as: 'programme-operator@contoso.example' });
  const me = await (await operator.request.get('/api/v1/me')).json();
  const record = { externalId: `e2e ${accountId} ${skill}`, accountId, skill, achievedOn: '2026-10-01' };
  const sent = await operator.request.post(`/api/v1/sources/${source}/records`, {
    data: { records: [record] },
    headers: { 'x-csrf-token': me.csrfToken, origin: suite.jalon().address },
  });
  expect(sent.status()).toBe(200);
  return performance.now();
}
