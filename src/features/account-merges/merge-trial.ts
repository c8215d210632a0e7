import type { FactsPerson } from '../../domain/facts/facts-document.ts';
import {
  type AskedMerge,
  concernedPeople,
  type MergeResult,
  mergeAccounts,
  type UndoMergeResult,
  undoMerge,
} from '../../store/account-merges-store.ts';
import { type Actor, type TenantTransaction, withNetworkSight } from '../../store/database.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { loadPeopleFromRows } from '../../store/people-rows.ts';
import { networkClaim } from '../shared/asked-partner.ts';
import type { Services } from '../shared/services.ts';
import { togetherOrAgain } from '../shared/together-or-again.ts';

/** The people of a company as they would be told. */
export interface PeopleAfter {
  readonly partnerId: PartnerId;
  readonly people: readonly FactsPerson[];
}

export interface Trial<Result> {
  readonly result: Result;
  readonly after: readonly PeopleAfter[];
}

/** Ends a transaction that was only to show what it would do. */
class TakenBack<Result> extends Error {
  readonly trial: Trial<Result>;

  constructor(trial: Trial<Result>) {
    super('taken back');
    this.trial = trial;
  }
}

/**
 * Does it, looks at the people whom it concerns, and takes it back: what is shown before is what will happen, because
 * it is the same. Nothing stays, and others wait for no longer than it takes to read some people.
 */
async function tried<Result>(
  { database }: Pick<Services, 'database'>,
  actor: Actor,
  act: (tx: TenantTransaction) => Promise<Result>,
): Promise<Trial<Result>> {
  const claim = networkClaim(actor);
  try {
    return await togetherOrAgain(() =>
      database.asTenant(claim, async (tx): Promise<Trial<Result>> => {
        const result = await act(tx);
        const concerned = await concernedPeople(tx);
        const after = await withNetworkSight(tx, async () => {
          const people: PeopleAfter[] = [];
          for (const { partnerId, users } of concerned) {
            people.push({ partnerId, people: await loadPeopleFromRows(tx, { partnerId, users }) });
          }
          return people;
        });
        throw new TakenBack({ result, after });
      }),
    );
  } catch (error) {
    if (error instanceof TakenBack) return error.trial as Trial<Result>;
    throw error;
  }
}

export function tryMerge(services: Services, actor: Actor, asked: AskedMerge): Promise<Trial<MergeResult>> {
  return tried(services, actor, (tx) => mergeAccounts(tx, asked));
}

export function tryUndo(services: Services, actor: Actor, mergeId: string): Promise<Trial<UndoMergeResult>> {
  return tried(services, actor, (tx) => undoMerge(tx, { mergeId, reason: 'trial' }));
}
