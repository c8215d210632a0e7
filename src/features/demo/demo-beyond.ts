/** What has happened to learning accounts of the demo beyond their own company, done as it is done every day. */
import { mergeAccounts } from '../../store/account-merges-store.ts';
import { startAssociation } from '../../store/associations-store.ts';
import { asOnePartner, type NetworkTransaction } from '../../store/database.ts';
import { NETWORK_PARTNER, type PartnerId } from '../../store/partner-id.ts';
import type { DemoBeyond } from './demo-plan.ts';
import { userIdOf } from './demo-rows.ts';

async function happen(tx: NetworkTransaction, event: DemoBeyond): Promise<string> {
  const { provider, accountId } = event;
  if (event.kind === 'merged') {
    const { into, reason } = event;
    const asked = { provider, accountId, intoAccountId: into, reason };
    const { kind } = await asOnePartner(tx, NETWORK_PARTNER, (own) => mergeAccounts(own, asked));
    return kind;
  }
  const userId = userIdOf(event.partnerId, event.workEmail);
  const { kind } = await asOnePartner(tx, event.partnerId as PartnerId, (own) =>
    startAssociation({ ...own, actor: { kind: 'user', userId } }, { provider, accountId, userId }),
  );
  return kind;
}

/** Throws when it cannot happen: the plan does not fit together. */
export async function happenBeyond(tx: NetworkTransaction, event: DemoBeyond): Promise<void> {
  const result = await happen({ ...tx, now: new Date(`${event.on}T09:00:00Z`) }, event);
  if (result !== 'merged' && result !== 'started') {
    throw new Error(`${event.provider} ${event.accountId}: ${result}`);
  }
}
