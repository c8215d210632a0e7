import { findProposals } from '../../store/merge-proposals-store.ts';
import type { Services } from '../shared/services.ts';

const SYSTEM = { kind: 'system', name: 'account-merges' } as const;

/** Looks for learning accounts that are probably one person's; several servers that look at once propose each pair once. */
export async function proposalRound({ database }: Pick<Services, 'database'>): Promise<void> {
  await database.asNetwork({ actor: SYSTEM }, findProposals);
}
