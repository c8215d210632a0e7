import type { Case } from '../../../src/contract/cases.ts';
import type { Browser } from '../../support/demo-server.ts';

/** A case of a company about one of its users, with one of its files. */
export async function openedCase(admin: Browser, partnerId: string, userId: string) {
  const answer = await admin.send('POST', `/api/v1/partners/${partnerId}/cases`, {
    kind: 'dispute',
    userId,
    skill: 'AZ-104',
    source: null,
    otherAccount: null,
    message: 'It is not in the report.',
  });
  const { caseId, files }: Case = answer.json();
  return { caseId, fileId: files[0]!.fileId };
}
