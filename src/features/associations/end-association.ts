import type { EndedAssociation } from '../../contract/associations.ts';
import { conflict, HttpProblem, notFound } from '../../http/problem.ts';
import {
  associationHistory,
  type EndAssociationResult,
  endAssociation,
  nextPossibleOn,
} from '../../store/associations-store.ts';
import type { TenantTransaction } from '../../store/database.ts';

function accepted(result: EndAssociationResult): Date {
  switch (result.kind) {
    case 'ended':
      return result.at;
    case 'not-associated':
      throw notFound();
    case 'already-ended':
      throw conflict('already-ended', 'This association has ended already.', {
        detail: `It ended on ${result.on.toISOString().slice(0, 10)}.`,
      });
    case 'not-the-holder':
      throw new HttpProblem(403, 'not-the-holder', 'Only the person ends the own association.');
    case 'not-a-leaver':
      throw conflict(
        'not-a-leaver',
        'Only the association of somebody who has left can be ended for him or her.',
      );
  }
}

/** Ends an association of this user, by the person or, of a leaver, by an administrator. */
export async function endUserAssociation(
  tx: TenantTransaction,
  request: { readonly userId: string; readonly associationId: string; readonly isAdmin: boolean },
): Promise<EndedAssociation> {
  const { userId, associationId, isAdmin } = request;
  const association = (await associationHistory(tx, userId)).find(
    (one) => one.associationId === associationId,
  );
  if (association === undefined) throw notFound();
  const endedAt = accepted(await endAssociation(tx, { associationId, isAdmin }));
  return { endedAt: endedAt.toISOString(), nextPossibleOn: await nextPossibleOn(tx, association) };
}
