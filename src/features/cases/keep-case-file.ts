import { createHash } from 'node:crypto';
import type { ProofKind } from '../../contract/cases.ts';
import { addCaseFile } from '../../store/cases-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import type { Sealer } from '../shared/sealed.ts';

/** What files of cases are sealed for. */
const PURPOSE = 'file of a case';

export interface FileOfCase {
  readonly kind: ProofKind;
  readonly assembled: boolean;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** Keeps a file sealed under the key of the installation; the same file twice is kept once. */
export function keepCaseFile(
  sealer: Sealer,
  tx: TenantTransaction,
  caseId: string,
  { bytes, ...file }: FileOfCase,
): Promise<string> {
  return addCaseFile(tx, {
    ...file,
    caseId,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest(),
    sealedContent: sealer.seal(PURPOSE, bytes.toString('base64')),
  });
}

export function openCaseFile(sealer: Sealer, sealed: Buffer): Buffer {
  return Buffer.from(sealer.open(PURPOSE, sealed), 'base64');
}
