/**
 * First sign-ins of the people whom a file has added. Their temporary passwords are sealed with the import and leave
 * the database once, with the log that the importing person takes; what nobody takes in a day is wiped.
 */
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantClaim, TenantTransaction } from '../../store/database.ts';
import { keepImportSignIns, takeImportSignIns } from '../../store/import-sign-ins-store.ts';
import { type Newcomer, openFirstSignIns } from '../shared/people/first-sign-in.ts';
import type { Services } from '../shared/services.ts';

export const SIGN_INS_KEPT_HOURS = 24;

const purposeOf = (importId: string) => `first sign-ins of import ${importId}`;

type SealedPasswords = readonly (readonly [userId: string, password: string])[];

/** Opens the first sign-ins of a batch, in the transaction that adds its people. */
export function welcomeTo(
  { post, sealer }: Pick<Services, 'post' | 'sealer'>,
  tx: TenantTransaction,
  importId: string,
  rowNumber: number,
) {
  return async (people: readonly Newcomer[]): Promise<void> => {
    if (people.length === 0) return;
    const opened = await openFirstSignIns(post, tx, people);
    const passwords: SealedPasswords = opened.map(({ temporaryPassword }, index) => [
      people[index]!.userId,
      temporaryPassword,
    ]);
    const sealed = sealer.seal(purposeOf(importId), JSON.stringify(passwords));
    const expiresAt = new Date(tx.now.getTime() + SIGN_INS_KEPT_HOURS * 3_600_000);
    await keepImportSignIns(tx, { importId, rowNumber, sealed, expiresAt });
  };
}

/** Takes the temporary passwords of an import, by user: what is answered here is answered to nobody again. */
export async function takeTemporaryPasswords(
  { database, sealer }: Pick<Services, 'database' | 'sealer'>,
  claim: TenantClaim,
  importId: string,
): Promise<ReadonlyMap<string, string>> {
  const taken = await database.asTenant(claim, async (tx) => {
    const sealed = await takeImportSignIns(tx, importId);
    if (sealed.length > 0) {
      const action = 'import.first-sign-ins-taken';
      await recordAudit(tx, { action, subject: `import:${importId}`, details: {} });
    }
    return sealed;
  });
  return new Map(
    taken.flatMap((sealed) => JSON.parse(sealer.open(purposeOf(importId), sealed)) as SealedPasswords),
  );
}
