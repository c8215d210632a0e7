import { newSecretToken, tokenHash } from '../../src/features/shared/secret-token.ts';
import { createOneTimeLink } from '../../src/store/one-time-links-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { createUser } from '../../src/store/users-store.ts';
import type { DemoServer } from './demo-server.ts';

let number = 0;

/** A new user of a company of the demo, with the link of the first sign-in. */
export async function newInvitation(
  server: DemoServer,
  partnerId: string,
): Promise<{ readonly token: string; readonly email: string; readonly userId: string }> {
  number += 1;
  const email = `invited${number}@${partnerId}.example`;
  const token = newSecretToken();
  const claim = { partnerId: partnerId as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
  const userId = await server.services.database.asTenant(claim, async (tx) => {
    const person = { workEmail: email, firstName: 'Invitée', lastName: `Numéro ${number}`, roles: [] };
    const created = await createUser(tx, person);
    const expiresAt = new Date(tx.now.getTime() + 3_600_000);
    await createOneTimeLink(tx, {
      tokenHash: tokenHash(token),
      userId: created,
      purpose: 'first-sign-in',
      expiresAt,
    });
    return created;
  });
  return { token, email, userId };
}
